import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Handling } from '../../kernel/notices.ts';
import { restrictedAmong } from '../../kernel/restriction.ts';
import { writeUses } from '../../kernel/work.ts';
import { keepTalk } from './keep-talk.ts';
import { type TalkKind, type TalkWay, talkKinds } from './tables.ts';

type Held = {
  customerId: string;
  kind: string;
  way: TalkWay;
  startsAt: Date;
  personId: string;
  name: string;
  language: Actor['language'];
  timeZone: string;
};

const isTalkKind = (kind: string): kind is TalkKind => talkKinds.some((one) => one === kind);

/** An adviser's appointment that was held. */
const findHeld = async ({ tx, cityId }: Handling, appointmentId: string): Promise<Held | undefined> => {
  const { rows } = await sql<Held>`
    select a.customer_id, a.kind, a.way, a.starts_at, p.person_id, p.name, p.language, c.time_zone
    from appointment a
    join city c on c.id = a.city_id
    join city_person p on p.city_id = a.city_id and p.person_id = a.professional_id
    where a.city_id = ${cityId} and a.id = ${appointmentId} and a.state = 'held' and a.role = 'adviser'`.execute(tx);
  return rows[0];
};

/** Who said that it was held, for the use log. */
const adviserOf = ({ cityId, eventId }: Handling, { personId, name, language }: Held): Actor => ({
  ...{ personId, name, language, cityId, role: 'adviser', customerId: null, businessId: null },
  ...{ sessionId: '', requestId: eventId },
});

/**
 * A talk the law asks for was held at an appointment: it is written down as its adviser would by hand, by the same rules. One of another kind, before
 * the job search, a second first interview, or another way than the model wants is left for the adviser, who knows why; and of a customer
 * who has restricted what is done with their data nothing is written.
 */
export const appointmentHeld = async (
  handling: Handling,
  { appointmentId = '' }: Record<string, string>,
): Promise<void> => {
  const held = await findHeld(handling, appointmentId);
  if (!held || !isTalkKind(held.kind)) return;
  const { tx, cityId, now } = handling;
  const { kind, way: how, customerId, timeZone } = held;
  if ((await restrictedAmong(tx, cityId, [customerId])).length > 0) return;
  const place = { tx, cityId, now, today: dayIn(timeZone, now) };
  const talk = { kind, heldOn: dayIn(timeZone, held.startsAt), how, howWhy: '' };
  const kept = await keepTalk(place, talk, { customerId, by: held });
  if ('refusal' in kept) return;
  const use = { section: 'rhythm', action: 'write', why: 'wrote down a talk', customerId, isAllowed: true } as const;
  await writeUses(tx, adviserOf(handling, held), [use], now);
};
