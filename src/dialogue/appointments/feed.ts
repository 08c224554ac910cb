import { type RawBuilder, sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { newId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/languages.ts';
import { notFound } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secrets.ts';
import type { GuestWork, Work } from '../../kernel/work.ts';
import type { CalendarEvent } from './ics.ts';
import { loadAppointment, meetsAbsence } from './load-appointment.ts';
import { stillLooksAfter } from './professionals.ts';

/** What a feed's address ends in: made of its id with the operator's secret, so that it is written down nowhere and its owner can copy it again. */
const secretOf = ({ cityId, services }: Pick<Work, 'cityId' | 'services'>, feedId: string): string =>
  `${cityId}.${services.secrets.lookup(`calendar feed ${feedId}`).toString('base64url')}`;

const own = ({ actor, ...work }: Work, action: 'read' | 'write', why: string): void => {
  const asked = { section: 'calendar', action, why } as const;
  access.authorise({ ...work, actor }, { ...asked, relations: ['own'], customerId: actor.customerId });
};

export type Feed = { secret: string; madeAt: Date };

const findFeed = async (work: Work): Promise<Feed | null> => {
  const feed = await work.tx
    .selectFrom('calendarFeed')
    .select(['id', 'secretHash', 'madeAt'])
    .where('cityId', '=', work.cityId)
    .where('personId', '=', work.actor.personId)
    .executeTakeFirst();
  if (!feed) return null;
  const secret = secretOf(work, feed.id);
  // Made with an earlier secret of the operator's: it still opens, and nobody can tell its address any more.
  return hashOf(secret).equals(feed.secretHash) ? { secret, madeAt: feed.madeAt } : null;
};

/** The address by which the actor's calendar follows their appointments; null where there is none. */
export const readFeed = async (work: Work): Promise<Feed | null> => {
  own(work, 'read', 'own calendar address');
  return findFeed(work);
};

/** Makes a new address; the one before opens nothing any more. */
export const renewFeed = async (work: Work): Promise<Feed> => {
  own(work, 'write', 'made a calendar address');
  const id = newId();
  const secret = secretOf(work, id);
  const row = { id, secretHash: hashOf(secret), madeAt: work.now };
  await work.tx
    .insertInto('calendarFeed')
    .values({ cityId: work.cityId, personId: work.actor.personId, ...row })
    .onConflict((conflict) => conflict.columns(['cityId', 'personId']).doUpdateSet(row))
    .execute();
  return { secret, madeAt: work.now };
};

/** Ends the address at once. Ending what has ended changes nothing. */
export const endFeed = async (work: Work): Promise<void> => {
  own(work, 'write', 'ended a calendar address');
  await work.tx
    .deleteFrom('calendarFeed')
    .where('cityId', '=', work.cityId)
    .where('personId', '=', work.actor.personId)
    .execute();
};

const eventsWhere = async ({ tx, cityId, now }: Pick<Work, 'tx' | 'cityId' | 'now'>, where: RawBuilder<unknown>) => {
  const { rows } = await sql<CalendarEvent>`
    select a.id, a.starts_at, a.ends_at, a.changed_at, a.version, a.state, a.way, a.place,
      a.starts_at > ${now} and (${meetsAbsence} or not ${stillLooksAfter}) as is_off
    from appointment a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    where a.city_id = ${cityId} and ${where} order by a.starts_at, a.id limit 500`.execute(tx);
  return rows;
};

/** How long what is over stays in a calendar that follows. */
const keptMs = 90 * 24 * 3_600_000;

export type OpenedFeed = { events: CalendarEvent[]; language: Language };

/**
 * The times of whoever's address it is, in whichever role they meet. Throws "not found" for a secret that is not there, was renewed or ended: they cannot be
 * told apart.
 */
export const openFeed = async (work: GuestWork, secret: string): Promise<OpenedFeed> => {
  const feed = await work.tx
    .selectFrom('calendarFeed as f')
    .innerJoin('cityPerson as p', (join) =>
      join.onRef('p.cityId', '=', 'f.cityId').onRef('p.personId', '=', 'f.personId'),
    )
    .select(['f.id', 'f.personId', 'p.language'])
    .where('f.cityId', '=', work.cityId)
    .where('f.secretHash', '=', hashOf(secret))
    .executeTakeFirst();
  if (!feed) throw notFound();
  const customer = await work.tx
    .selectFrom('customer')
    .select('id')
    .where('cityId', '=', work.cityId)
    .where('personId', '=', feed.personId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  work.actor.name = `#${feed.id.slice(-6)}`;
  const asked = { section: 'calendar', action: 'read', why: 'calendar that follows' } as const;
  access.authorise(work, { ...asked, relations: ['asked'], customerId: customer?.id ?? null });
  const since = new Date(work.now.getTime() - keptMs);
  const mine = sql`(a.professional_id = ${feed.personId} or a.customer_id = ${customer?.id ?? null}::uuid)`;
  const events = await eventsWhere(work, sql`${mine} and a.ends_at > ${since}`);
  return { events, language: feed.language };
};

/** One appointment, to be put into a calendar by hand. */
export const readOneForCalendar = async (work: Work, appointmentId: string): Promise<CalendarEvent[]> => {
  const { id } = await loadAppointment(work, appointmentId, { action: 'read', why: 'appointment' });
  return eventsWhere(work, sql`a.id = ${id}`);
};
