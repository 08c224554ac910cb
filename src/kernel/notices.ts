import type { Tx } from './database.ts';
import { newId } from './ids.ts';
import type { Jobs } from './jobs.ts';
import type { Language } from './languages.ts';
import type { Say } from './say.ts';
import type { Secrets } from './secrets.ts';
import { nameInLetter } from './words.ts';

export { createNotify } from './notices/notify.ts';

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

type Outside = { tx: Tx; cityId: string; eventId: string; now: Date; jobs: Jobs; say: Say; url: string };

/** Stands in a letter's text, or a text message's, where its secret comes. */
export const secretMark = '[[secret]]';

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
