import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { badField, notFound } from '../../kernel/problem.ts';
import { line } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { lookIn, queryOf } from './address.ts';
import { caseloadColumns, caseloadSorts, orders, usualColumns } from './columns.ts';
import { caseloadFilters } from './filters.ts';

export const lookInput = z.object({
  /** What the adviser calls it; one of that name is replaced. */
  name: line(60),
  show: z.array(z.enum(caseloadFilters)).default([]),
  sort: z.enum(caseloadSorts).default('name'),
  order: z.enum(orders).optional(),
  columns: z.array(z.enum(caseloadColumns)).default([...usualColumns]),
});

/** `query`: as it stands in the address of the caseload. */
export type KeptLook = { id: string; name: string; query: string };
export type Looks = { named: KeptLook[]; last: string | null };

/** So many that they can be looked through. */
const mostLooks = 30;

/** The look that was used last is the one without a name. */
const last = '';

const mine = (work: Work, action: 'read' | 'write'): void =>
  access.authorise(work, { section: 'account', action, why: 'own account', relations: ['own'], customerId: null });

/** How the actor looks at their caseload: what they have named, by name, and the last one. */
export const readLooks = async (work: Work): Promise<Looks> => {
  mine(work, 'read');
  const rows = await work.tx
    .selectFrom('caseloadLook')
    .select(['id', 'name', 'query'])
    .where('cityId', '=', work.cityId)
    .where('personId', '=', work.actor.personId)
    .orderBy('name')
    .execute();
  return {
    named: rows.filter(({ name }) => name !== last),
    last: rows.find(({ name }) => name === last)?.query ?? null,
  };
};

const keep = ({ tx, cityId, actor, now }: Work, { name, query }: { name: string; query: string }) =>
  tx
    .insertInto('caseloadLook')
    .values({ cityId, id: newId(), personId: actor.personId, name, query, changedAt: now })
    .onConflict((conflict) => conflict.columns(['cityId', 'personId', 'name']).doUpdateSet({ query, changedAt: now }))
    .returning('id')
    .executeTakeFirstOrThrow();

/** Keeps how the caseload is looked at for the next time, without the name that was searched. */
export const keepLastLook = async (work: Work, look: Omit<z.output<typeof lookInput>, 'name'>): Promise<void> => {
  mine(work, 'write');
  await keep(work, { name: last, query: queryOf({ ...look, name: '', order: look.order }) });
};

/** Keeps a look under a name of the actor's own. Throws badInput when there are as many as one can look through. */
export const nameLook = async (
  work: Work,
  { name, ...look }: z.output<typeof lookInput>,
): Promise<{ id: string; query: string }> => {
  const { named } = await readLooks(work);
  if (named.length >= mostLooks && !named.some((one) => one.name === name))
    throw badField('name', 'path.desk.looksFull');
  mine(work, 'write');
  const query = queryOf({ ...look, name: '', order: look.order });
  const { id } = await keep(work, { name, query });
  return { id, query };
};

/** Forgets a look the actor has named. Throws notFound for one that is not theirs. */
export const forgetLook = async (work: Work, { lookId }: { lookId: string }): Promise<void> => {
  mine(work, 'write');
  const gone = isId(lookId)
    ? await work.tx
        .deleteFrom('caseloadLook')
        .where('cityId', '=', work.cityId)
        .where('personId', '=', work.actor.personId)
        .where('id', '=', lookId)
        .returning('id')
        .executeTakeFirst()
    : undefined;
  if (!gone) throw notFound();
};

/** What an address asks for, as it is kept. */
export const lookOf = (query: URLSearchParams) => {
  const { show, sort, order, columns } = lookIn(query);
  return { show, sort, order, columns };
};
