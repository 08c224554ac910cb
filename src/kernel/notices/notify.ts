import { sql } from 'kysely';
import { dayIn } from '../clock.ts';
import { newId } from '../ids.ts';
import type { Language } from '../languages.ts';
import { tellChange } from '../live/change.ts';
import type { Notice } from '../notices.ts';
import { readTerms } from '../terms.ts';
import { type Carrying, carry } from './carry.ts';
import { type NoticeKind, noticeKind } from './kinds.ts';
import { type Choice, channelsFor, type Pace, timingOf, usualChoice } from './rules.ts';
import './tables.ts';
import { confirmedNumber, isSilent } from './ways.ts';

type Reader = {
  name: string;
  language: Language;
  email: string | null;
  number: string | null;
  isSilent: boolean;
  isCustomer: boolean;
  timeZone: string;
  byMail: boolean | null;
  bySms: boolean | null;
  pace: Pace | null;
  quietFrom: number | null;
  quietUntil: number | null;
  quietMail: boolean;
};

type Outside = Carrying & { eventId: string };

const findReader = async (
  { tx, cityId }: Outside,
  personId: string,
  { about }: NoticeKind,
): Promise<Reader | undefined> => {
  const { rows } = await sql<Reader>`
    select p.name, p.language, p.email, ${confirmedNumber} as number, ${isSilent} as is_silent, city.time_zone,
      exists (select from customer c where c.city_id = p.city_id and c.person_id = p.person_id and c.deleted_at is null) as is_customer,
      h.by_mail, h.by_sms, h.pace, w.quiet_from, w.quiet_until, coalesce(w.quiet_mail, false) as quiet_mail
    from city_person p
    join city on city.id = p.city_id
    left join reach w on w.city_id = p.city_id and w.person_id = p.person_id
    left join notice_choice h on h.city_id = p.city_id and h.person_id = p.person_id and h.about = ${about}
    where p.city_id = ${cityId} and p.person_id = ${personId}`.execute(tx);
  return rows[0];
};

const choiceOf = ({ byMail, bySms, pace }: Reader): Choice | null =>
  byMail === null || bySms === null || pace === null ? null : { byMail, bySms, pace };

const termNames = [
  'noticeQuietFromHour',
  'noticeQuietUntilHour',
  'noticeDigestHour',
  'noticeCoolMost',
  'noticeCoolHours',
] as const;

/** How many of a kind have gone to a person one by one within these hours, and to be carried still. */
const countLately = async ({ tx, cityId, now }: Outside, notice: Notice, hours: number): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(distinct event_id)::int as count from notice
    where city_id = ${cityId} and person_id = ${notice.personId} and kind = ${notice.kind} and not in_digest and made_at > ${new Date(now.getTime() - hours * 3_600_000)}`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
};

/** By which ways a notice goes to its reader, and when by each. */
const planOf = async (outside: Outside, notice: Notice, reader: Reader) => {
  const { tx, cityId, now } = outside;
  const kind = noticeKind(notice.kind);
  const { timeZone } = reader;
  const channels = channelsFor(
    { ...reader, hasMail: reader.email !== null, hasPhone: reader.number !== null },
    choiceOf(reader),
    kind,
  );
  if (channels.length === 0) return [];
  const terms = await readTerms(tx, { cityId, names: termNames, today: dayIn(timeZone, now) });
  const lately = await countLately(outside, notice, terms.noticeCoolHours);
  const quiet = {
    from: reader.quietFrom ?? terms.noticeQuietFromHour,
    until: reader.quietUntil ?? terms.noticeQuietUntilHour,
  };
  return channels.map((channel) => ({
    channel,
    ...timingOf({
      ...{ timeZone, now, kind, quiet, lately },
      pace: channel === 'letter' || channel === 'none' ? 'atOnce' : (reader.pace ?? usualChoice.pace),
      isHeldByQuiet: channel === 'sms' || (channel === 'mail' && reader.quietMail),
      digestHour: terms.noticeDigestHour,
      most: channel === 'letter' || channel === 'none' ? Number.POSITIVE_INFINITY : terms.noticeCoolMost,
    }),
  }));
};

/**
 * Writes down what somebody is told, in their language, and by which ways: as they have chosen, at once, after quiet hours or with the day's others. What goes now
 * is queued for sending. An event tells a person at most once by each way.
 */
export const createNotify =
  (outside: Outside) =>
  async (notice: Notice): Promise<void> => {
    const { tx, cityId, eventId, now, say } = outside;
    const { personId, kind, values, path } = notice;
    const reader = await findReader(outside, personId, noticeKind(kind));
    if (!reader) return;
    await tellChange(tx, { cityId, topic: 'moves', id: personId });
    const ways = await planOf(outside, notice, reader);
    if (ways.length === 0) return;
    const { language, name } = reader;
    const { about, isOwed = false } = noticeKind(kind);
    const text = {
      subject: say(language, `mail.${kind}.subject`, values),
      body: say(language, `mail.${kind}.body`, values),
    };
    const written = await tx
      .insertInto('notice')
      .values(
        ways.map((way) => ({
          ...{ cityId, id: newId(), eventId, personId, kind, about, isOwed, language, path, ...text, ...way },
          ...{ madeAt: now, carrierId: null, sentAt: null, failedAt: null, postedBy: null },
        })),
      )
      .onConflict((conflict) => conflict.columns(['cityId', 'eventId', 'personId', 'channel']).doNothing())
      .returning(['id', 'channel', 'inDigest', 'dueAt'])
      .execute();
    const going = written.flatMap(({ channel, ...one }) =>
      (channel === 'mail' || channel === 'sms') && one.dueAt <= now
        ? [
            {
              ...{ ...one, channel, eventId, personId, kind, about, language, path, name, ...text },
              to: channel === 'mail' ? reader.email : reader.number,
            },
          ]
        : [],
    );
    await carry(outside, going);
  };
