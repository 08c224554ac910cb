import { sql } from 'kysely';
import { type Asked, access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { standingOf } from './rules.ts';

/** The parts of a profile that stand in a table of their own, and can be hidden and removed. */
export const itemTables = { experience: 'experience', language: 'languageSkill', licence: 'licence' } as const;
export type MovableKind = keyof typeof itemTables;
export const movableKinds = ['experience', 'language', 'licence'] as const satisfies readonly MovableKind[];

const isHidden = sql<boolean>`hidden_at is not null`.as('isHidden');
const isRemoved = sql<boolean>`removed_at is not null`.as('isRemoved');

/** Loads and authorises a part of the actor's own profile in one call. Throws "not found" for one that is not there or not theirs. */
export const loadItem = async (
  work: Work,
  { kind, id }: { kind: MovableKind; id: string },
  asked: Omit<Asked, 'section'>,
) => {
  const found = isId(id)
    ? await work.tx
        .selectFrom(itemTables[kind])
        .select(['id', 'customerId', 'version', isHidden, isRemoved])
        .where('cityId', '=', work.cityId)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!found) {
    work.note({ ...asked, section: 'profile', customerId: null, isAllowed: false });
    throw notFound();
  }
  const relations = found.customerId === work.actor.customerId ? (['own'] as const) : [];
  access.authorise(work, { ...asked, section: 'profile', relations, customerId: found.customerId });
  return { ...found, standing: standingOf(found) };
};
