import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../access/access.ts';
import type { Action } from '../access/policy.ts';
import { isId } from '../ids.ts';
import type { Language } from '../languages.ts';
import { notFound, Problem } from '../problem.ts';
import { hidesWhole } from '../protection.ts';
import type { Work } from '../work.ts';

export const lettersOnPage = 25;
/** How many are printed or put into a file at once. */
const mostPrinted = 200;

/** What is to be posted to a customer who has no other way, in their language. Where they live is in the city's register, not in Tuttu. */
export type WaitingLetter = {
  id: string;
  customerId: string;
  name: string;
  language: Language;
  subject: string;
  body: string;
  madeAt: Date;
};

/** Letters that wait, the oldest first; not of those whose identity is kept from the actor. */
const find = async (work: Work, { limit, offset }: { limit: number; offset: number }): Promise<WaitingLetter[]> => {
  const { rows } = await sql<WaitingLetter>`
    select n.id, c.id as customer_id, p.name, n.language, n.subject, n.body, n.made_at
    from notice n
    join city_person p on p.city_id = n.city_id and p.person_id = n.person_id
    join customer c on c.city_id = n.city_id and c.person_id = n.person_id and c.deleted_at is null and not ${hidesWhole(work, sql.ref('c.id'))}
    where n.city_id = ${work.cityId} and n.channel = 'letter' and n.sent_at is null
    order by n.made_at, n.id limit ${limit} offset ${offset}`.execute(work.tx);
  return rows;
};

/** Each customer whose letter is seen finds it in their use log; who may not is told "not found" also where there are none. */
const authorise = (work: Work, action: Action, why: string, customerIds: readonly string[]): void => {
  const asked = { section: 'letters', action, why, relations: ['city'] } as const;
  if (customerIds.length === 0) access.authorise(work, { ...asked, customerId: null });
  for (const customerId of new Set(customerIds)) access.authorise(work, { ...asked, customerId });
};

/** Letters to post, 25 a page. */
export const listLetters = async (
  work: Work,
  { page }: { page: number },
): Promise<{ letters: WaitingLetter[]; page: number; hasMore: boolean }> => {
  const found = await find(work, { limit: lettersOnPage + 1, offset: (page - 1) * lettersOnPage });
  const letters = found.slice(0, lettersOnPage);
  authorise(
    work,
    'list',
    'letters to post',
    letters.map(({ customerId }) => customerId),
  );
  return { letters, page, hasMore: found.length > lettersOnPage };
};

/** Letters to print or to put into a file: 200 at most, the oldest first. */
export const exportLetters = async (work: Work): Promise<WaitingLetter[]> => {
  const letters = await find(work, { limit: mostPrinted, offset: 0 });
  authorise(
    work,
    'export',
    'letters to post',
    letters.map(({ customerId }) => customerId),
  );
  return letters;
};

export const postedInput = z.object({
  letterIds: z.array(z.uuid('form.check')).min(1, 'letters.choose').max(lettersOnPage, 'form.check'),
});

/**
 * Says that letters have been posted. Those posted before are left as they are. Throws notFound when one is not there, notNow when all have been posted
 * already.
 */
export const sayPosted = async (
  work: Work,
  { letterIds }: z.output<typeof postedInput>,
): Promise<{ posted: number }> => {
  const { tx, cityId, actor, now } = work;
  const wanted = [...new Set(letterIds)];
  const { rows } = await sql<{ id: string; customerId: string; isPosted: boolean }>`
    select n.id, c.id as customer_id, n.sent_at is not null as is_posted
    from notice n
    join customer c on c.city_id = n.city_id and c.person_id = n.person_id and not ${hidesWhole(work, sql.ref('c.id'))}
    where n.city_id = ${cityId} and n.channel = 'letter' and n.id = any(${wanted.filter(isId)}::uuid[])
    for update of n`.execute(tx);
  authorise(
    work,
    'write',
    'posted a letter',
    rows.map(({ customerId }) => customerId),
  );
  if (rows.length < wanted.length) throw notFound();
  const open = rows.filter(({ isPosted }) => !isPosted).map(({ id }) => id);
  if (open.length === 0) throw new Problem('notNow');
  await tx
    .updateTable('notice')
    .set({ sentAt: now, postedBy: actor.personId, postedName: actor.name })
    .where('cityId', '=', cityId)
    .where('id', 'in', open)
    .execute();
  return { posted: open.length };
};
