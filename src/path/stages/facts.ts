import { type RawBuilder, sql } from 'kysely';
import { type Asked, access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import type { Stage } from '../tables.ts';
import type { FactKind, FactSource } from './tables.ts';

export type Fact = {
  id: string;
  customerId: string;
  kind: FactKind;
  stage: Stage | null;
  /** YYYY-MM-DD. */
  fromOn: string;
  toOn: string | null;
  source: FactSource;
  /** What was told with it; else the title of the step or challenge it comes from. */
  words: string;
  /** Who told it, and as what; empty for an event's. */
  byName: string;
  byRole: '' | 'customer' | 'adviser';
  /** Who told that it ended, where that was told later. */
  endedName: string;
  takenBack: { at: Date; name: string; why: string } | null;
  version: number;
};

const select = async ({ tx, cityId }: Pick<Work, 'tx' | 'cityId'>, where: RawBuilder<unknown>): Promise<Fact[]> => {
  const { rows } = await sql<
    Omit<Fact, 'takenBack'> & { takenBackAt: Date | null; takenBackName: string; takenBackWhy: string }
  >`
    select f.id, f.customer_id, f.kind, f.stage, f.from_on, f.to_on, f.source, coalesce(s.title, ch.title, f.words) as words, f.by_name, f.by_role,
      f.ended_name, f.version, f.taken_back_at, f.taken_back_name, f.taken_back_why
    from path_fact f
    left join step s on f.source = 'step' and s.city_id = f.city_id and s.id = f.source_id
    left join answer a on f.source = 'answer' and a.city_id = f.city_id and a.id = f.source_id
    left join challenge ch on ch.city_id = a.city_id and ch.id = a.challenge_id
    where f.city_id = ${cityId} and ${where}
    order by f.from_on, f.at, f.id limit 500`.execute(tx);
  return rows.map(({ takenBackAt, takenBackName, takenBackWhy, ...fact }) => ({
    ...fact,
    takenBack: takenBackAt && { at: takenBackAt, name: takenBackName, why: takenBackWhy },
  }));
};

/** All that happened on a customer's path by day, also what was taken back. */
export const factsOf = (work: Pick<Work, 'tx' | 'cityId'>, customerId: string): Promise<Fact[]> =>
  select(work, sql`f.customer_id = ${customerId}`);

/** Loads and authorises a fact in one call, by the right to its customer's path. Throws notFound for one that is not the actor's. */
export const loadFact = async (work: Work, pathFactId: string, asked: Omit<Asked, 'section'>): Promise<Fact> => {
  const [fact] = isId(pathFactId) ? await select(work, sql`f.id = ${pathFactId}`) : [];
  if (!fact) {
    work.note({ ...asked, section: 'stages', customerId: null, isAllowed: false });
    throw notFound();
  }
  await access.customer(work, fact.customerId, { ...asked, section: 'stages' });
  return fact;
};

/** What was told and counts can be ended, by either side. */
export const canEnd = ({ source, takenBack }: Fact): boolean => source === 'told' && takenBack === null;

/** What was told is taken back by the side that told it; the customer takes back whatever was told of them. */
export const canTakeBack = (fact: Fact, role: string): boolean =>
  canEnd(fact) && (role === 'customer' || fact.byRole === role);

type Changed = { id: string; version: number };

/** Writes what changes on a fact that was loaded, over the version that was read. Throws changedMeanwhile with the fact as it is. */
export const changeFact = async (
  work: Work,
  fact: Fact,
  set: { toOn?: string; endedName?: string; takenBackAt?: Date; takenBackName?: string; takenBackWhy?: string },
): Promise<Changed> => {
  const changed = await work.tx
    .updateTable('pathFact')
    .set({ ...set, version: fact.version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', fact.id)
    .where('version', '=', fact.version)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!changed) throw new Problem('changedMeanwhile', { current: fact });
  return changed;
};
