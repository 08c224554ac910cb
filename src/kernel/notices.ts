import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { newId } from './ids.ts';
import type { Jobs } from './jobs.ts';
import type { Say } from './say.ts';

export type Notice = {
  personId: string;
  /** Message keys `mail.<kind>.subject` and `mail.<kind>.body`. */
  kind: string;
  values: Record<string, string | number>;
  /** Where it can be answered: a path of ours, added below the text. */
  path: string;
};

/** What an event's handler works with: a transaction in the event's city. */
export type Handling = {
  tx: Tx;
  cityId: string;
  eventId: string;
  now: Date;
  notify(notice: Notice): Promise<void>;
};

export type EventHandlers = Record<string, (handling: Handling, data: Record<string, string>) => Promise<void>>;

/** A customer may ask for no e-mail; who also works here keeps getting what the work needs. */
const isSilent = sql<boolean>`exists (
  select from customer c where c.city_id = p.city_id and c.person_id = p.person_id and c.deleted_at is null and not c.wants_notices)
  and not exists (select from role_assignment r where r.city_id = p.city_id and r.person_id = p.person_id and r.role <> 'customer')`;

const findReader = (tx: Tx, cityId: string, personId: string) =>
  tx
    .selectFrom('cityPerson as p')
    .select(['p.email', 'p.language', 'p.name', isSilent.as('isSilent')])
    .where('p.cityId', '=', cityId)
    .where('p.personId', '=', personId)
    .executeTakeFirst();

/** Writes a message in the reader's language and queues its sending; an event writes to a person at most once. */
export const createNotify =
  (outside: { tx: Tx; cityId: string; eventId: string; now: Date; jobs: Jobs; say: Say; url: string }) =>
  async ({ personId, kind, values, path }: Notice): Promise<void> => {
    const { tx, cityId, eventId, now, jobs, say, url } = outside;
    const reader = await findReader(tx, cityId, personId);
    if (!reader?.email || reader.isSilent) return;
    const id = newId();
    const body = say(reader.language, `mail.${kind}.body`, values);
    const greeting = say(reader.language, 'mail.greeting', { name: reader.name });
    const closing = say(reader.language, 'mail.closing', {});
    const written = await tx
      .insertInto('mail')
      .values({
        cityId,
        id,
        eventId,
        personId,
        toAddress: reader.email,
        language: reader.language,
        subject: say(reader.language, `mail.${kind}.subject`, values),
        body: `${greeting}\n\n${body}\n\n${url}${path}\n\n${closing}\n`,
        createdAt: now,
        sentAt: null,
      })
      .onConflict((conflict) => conflict.columns(['cityId', 'eventId', 'personId']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (written) await jobs.send(tx, 'mail', { cityId, mailId: id, queue: 'mail' });
  };
