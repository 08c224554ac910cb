import { sql } from 'kysely';
import type { Tx } from '../database.ts';
import { newId } from '../ids.ts';
import type { Jobs } from '../jobs.ts';
import type { Language } from '../languages.ts';
import type { Say } from '../say.ts';
import { fitsOneSms } from '../sms/length.ts';
import { noticeKind } from './kinds.ts';

/** A notice that goes now, with its reader as they are reached now. */
export type Going = {
  id: string;
  eventId: string;
  personId: string;
  kind: string;
  about: string;
  channel: 'mail' | 'sms';
  inDigest: boolean;
  language: Language;
  subject: string;
  body: string;
  path: string;
  dueAt: Date;
  name: string;
  /** Null where the address or number has gone since: the notice has failed. */
  to: string | null;
};

export type Carrying = { tx: Tx; cityId: string; now: Date; jobs: Jobs; say: Say; url: string };

type Carrier = { going: readonly Going[]; first: Going; to: string; id: string; at: Date };

/** What goes together: of a digest all that one person gets by one way; else each by itself. */
const together = (going: readonly Going[]): Going[][] => [
  ...Map.groupBy(going, (one) => (one.inDigest ? `${one.personId} ${one.channel}` : one.id)).values(),
];

const mailText = ({ say, url }: Carrying, { going, first }: Carrier): { subject: string; body: string } => {
  const { language, name } = first;
  const greeting = say(language, 'mail.greeting', { name });
  const closing = say(language, 'mail.closing', {});
  const text =
    going.length === 1
      ? `${first.body}\n\n${url}${first.path}`
      : [
          say(language, 'mail.digest.body', { count: going.length }),
          ...going.map(({ subject, path }) => `${subject}\n${url}${path}`),
        ].join('\n\n');
  const subject = going.length === 1 ? first.subject : say(language, 'mail.digest.subject', { count: going.length });
  return { subject, body: `${greeting}\n\n${text}\n\n${closing}\n` };
};

/** One short message: the subject where it says nothing of anybody, else what it is about; and where to look. */
export const smsText = (
  { say, url }: Pick<Carrying, 'say' | 'url'>,
  going: readonly Pick<Going, 'kind' | 'about' | 'subject' | 'language'>[],
): string => {
  const [first] = going;
  if (!first) return '';
  const { language, about, subject } = first;
  const address = `${url}/`;
  if (going.length > 1) return say(language, 'sms.digest', { count: going.length, address });
  const plain = say(language, 'sms.plain', { subject, address });
  if (noticeKind(first.kind).isPlain && fitsOneSms(plain)) return plain;
  return say(language, `sms.about.${about}`, { address });
};

const writeMails = async (outside: Carrying, carriers: readonly Carrier[]): Promise<void> => {
  if (carriers.length === 0) return;
  const { tx, cityId, jobs } = outside;
  await tx
    .insertInto('mail')
    .values(
      carriers.map((carrier) => ({
        cityId,
        id: carrier.id,
        eventId: carrier.going.length === 1 ? carrier.first.eventId : newId(),
        personId: carrier.first.personId,
        toName: null,
        secretSealed: null,
        toAddress: carrier.to,
        language: carrier.first.language,
        ...mailText(outside, carrier),
        createdAt: carrier.at,
        sentAt: null,
      })),
    )
    .execute();
  for (const { id } of carriers) await jobs.send(tx, 'mail', { cityId, mailId: id, queue: 'mail' });
};

const writeTexts = async (outside: Carrying, carriers: readonly Carrier[]): Promise<void> => {
  if (carriers.length === 0) return;
  const { tx, cityId, jobs } = outside;
  await tx
    .insertInto('sms')
    .values(
      carriers.map(({ id, first, going, to, at }) => ({
        cityId,
        id,
        personId: first.personId,
        toNumber: to,
        language: first.language,
        text: smsText(outside, going),
        secretSealed: null,
        createdAt: at,
        sentAt: null,
        failedAt: null,
      })),
    )
    .execute();
  for (const { id } of carriers) await jobs.send(tx, 'sms', { cityId, smsId: id, queue: 'sms' });
};

/** Writes the mails and text messages that carry these notices, and queues their sending. One whose address has gone meanwhile has failed. */
export const carry = async (outside: Carrying, going: readonly Going[]): Promise<void> => {
  const { tx, cityId, now } = outside;
  const carriers = together(going.filter(({ to }) => to !== null)).map((group): Carrier => {
    const first = group[0] as Going;
    return { going: group, first, to: first.to ?? '', id: newId(), at: first.dueAt < now ? first.dueAt : now };
  });
  await writeMails(
    outside,
    carriers.filter(({ first }) => first.channel === 'mail'),
  );
  await writeTexts(
    outside,
    carriers.filter(({ first }) => first.channel === 'sms'),
  );
  const pairs = carriers.flatMap((carrier) => carrier.going.map(({ id }) => ({ id, carrierId: carrier.id })));
  if (pairs.length > 0)
    await sql`update notice set carrier_id = pair.carrier_id
      from unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map(({ carrierId }) => carrierId)}::uuid[]) as pair (id, carrier_id)
      where notice.city_id = ${cityId} and notice.id = pair.id`.execute(tx);
  const lost = going.filter(({ to }) => to === null).map(({ id }) => id);
  if (lost.length === 0) return;
  await tx.updateTable('notice').set({ failedAt: now }).where('cityId', '=', cityId).where('id', 'in', lost).execute();
};
