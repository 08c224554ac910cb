import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from './database.ts';
import type { Language } from './languages.ts';
import { withSecret } from './notices.ts';
import type { Secrets } from './secrets.ts';

export type Mail = {
  id: string;
  name: string;
  /** Null for somebody without an account. */
  personId: string | null;
  toAddress: string;
  language: Language;
  subject: string;
  createdAt: Date;
  sentAt: Date | null;
};

const mails = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('mail as m')
    .leftJoin('cityPerson as p', (join) =>
      join.onRef('p.cityId', '=', 'm.cityId').onRef('p.personId', '=', 'm.personId'),
    )
    .where('m.cityId', '=', cityId);

const nameOf = sql<string>`coalesce(p.name, m.to_name)`.as('name');

/** The demo's mailbox: what was written to whom in a city, newest first. Never served outside the demo. */
export const readMailbox = async (
  tx: Tx,
  { cityId, personId, limit, offset }: { cityId: string; personId: string | null; limit: number; offset: number },
): Promise<{ mails: Mail[]; total: number }> => {
  const filtered = mails(tx, cityId).$if(personId !== null, (query) => query.where('m.personId', '=', personId ?? ''));
  const { total } = await filtered
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const found = await filtered
    .select(['m.id', nameOf, 'm.personId', 'm.toAddress', 'm.language', 'm.subject', 'm.createdAt', 'm.sentAt'])
    .orderBy('m.createdAt', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return { mails: found, total };
};

/** Who has been written to, by name. */
export const readMailboxPeople = (tx: Tx, cityId: string): Promise<{ id: string; name: string }[]> =>
  tx
    .selectFrom('mail as m')
    .innerJoin('cityPerson as p', (join) =>
      join.onRef('p.cityId', '=', 'm.cityId').onRef('p.personId', '=', 'm.personId'),
    )
    .where('m.cityId', '=', cityId)
    .select(['p.personId as id', 'p.name'])
    .distinct()
    .orderBy('p.name')
    .limit(500)
    .execute();

/** One message with its text; undefined when it is not there. */
export const readMail = async (tx: Tx, secrets: Secrets, { cityId, id }: { cityId: string; id: string }) => {
  if (!z.uuid().safeParse(id).success) return undefined;
  const found = await mails(tx, cityId)
    .select([
      'm.id',
      nameOf,
      'm.toAddress',
      'm.language',
      'm.subject',
      'm.body',
      'm.createdAt',
      'm.sentAt',
      'm.secretSealed',
    ])
    .where('m.id', '=', id)
    .executeTakeFirst();
  if (!found) return undefined;
  const { secretSealed, ...mail } = found;
  return { ...mail, body: withSecret(secrets, { body: mail.body, secretSealed }) };
};
