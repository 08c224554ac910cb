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

/** Writes a message in the reader's language and queues its sending; an event writes to a person at most once. */
export const createNotify =
  (outside: { tx: Tx; cityId: string; eventId: string; now: Date; jobs: Jobs; say: Say; url: string }) =>
  async ({ personId, kind, values, path }: Notice): Promise<void> => {
    const { tx, cityId, eventId, now, jobs, say, url } = outside;
    const reader = await tx
      .selectFrom('cityPerson')
      .select(['email', 'language', 'name'])
      .where('cityId', '=', cityId)
      .where('personId', '=', personId)
      .executeTakeFirst();
    if (!reader?.email) return;
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
