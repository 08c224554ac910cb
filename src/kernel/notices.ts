import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { newId } from './ids.ts';
import type { Jobs } from './jobs.ts';
import type { Language } from './languages.ts';
import type { Say } from './say.ts';
import type { Secrets } from './secrets.ts';
import { nameInLetter } from './words.ts';

export type Notice = {
  personId: string;
  /** Message keys `mail.<kind>.subject` and `mail.<kind>.body`. */
  kind: string;
  values: Record<string, string | number>;
  /** Where it can be answered: a path of ours, added below the text. */
  path: string;
};

/** To somebody without an account. Its link carries a secret, of which the database keeps no readable word. */
export type Letter = {
  toName: string;
  toAddress: string;
  language: Language;
  /** Message keys `mail.<kind>.subject` and `mail.<kind>.body`. */
  kind: string;
  values: Record<string, string | number>;
  /** The path of the link with its secret; shown below the text. */
  path(secret: string): string;
  secret: string;
};

/** What an event's handler works with: a transaction in the event's city. */
export type Handling = {
  tx: Tx;
  cityId: string;
  eventId: string;
  now: Date;
  notify(notice: Notice): Promise<void>;
  writeLetter(letter: Letter): Promise<void>;
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

type Outside = { tx: Tx; cityId: string; eventId: string; now: Date; jobs: Jobs; say: Say; url: string };

/** Writes a message in the reader's language and queues its sending; an event writes to a person at most once. */
export const createNotify =
  (outside: Outside) =>
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
        toName: null,
        secretSealed: null,
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

/** Stands in a letter's text where its secret comes. */
const secretMark = '[[secret]]';

/** A letter's text as it is sent: with the secret of its link, while that is still known. */
export const withSecret = (
  secrets: Secrets,
  { body, secretSealed }: { body: string; secretSealed: Buffer | null },
): string => {
  // The last one: below it is nothing but our own words, while above it somebody may have written the same signs.
  const at = body.lastIndexOf(secretMark);
  if (secretSealed === null || at < 0) return body;
  return body.slice(0, at) + secrets.decryptBytes(secretSealed).toString('utf8') + body.slice(at + secretMark.length);
};

/** Writes to somebody without an account and queues the sending. */
export const createWriteLetter =
  (outside: Outside & { secrets: Secrets }) =>
  async ({ toName: name, toAddress, language, kind, values, path, secret }: Letter): Promise<void> => {
    const { tx, cityId, eventId, now, jobs, say, url, secrets } = outside;
    const id = newId();
    const toName = nameInLetter(name);
    const greeting = say(language, 'mail.greeting', { name: toName });
    const link = `${url}${path(secretMark)}`;
    const body = say(language, `mail.${kind}.body`, values);
    const closing = say(language, 'mail.letterClosing', {});
    await tx
      .insertInto('mail')
      .values({
        ...{ cityId, id, eventId, personId: null, toName, toAddress, language },
        subject: say(language, `mail.${kind}.subject`, values),
        body: `${greeting}\n\n${body}\n\n${link}\n\n${closing}\n`,
        secretSealed: secrets.encryptBytes(Buffer.from(secret, 'utf8')),
        createdAt: now,
        sentAt: null,
      })
      .execute();
    await jobs.send(tx, 'mail', { cityId, mailId: id, queue: 'mail' });
  };
