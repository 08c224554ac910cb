import { sql } from 'kysely';
import { readTerm } from '../../kernel/terms.ts';
import type { Work } from '../../kernel/work.ts';
import { type Due, dueTalks, nextOf } from './due.ts';
import { type JobSearch, latestJobSearch } from './job-searches.ts';
import { type ProcessModel, readCityRules, readModels } from './models.ts';
import { rhythmCustomer } from './rhythm-customer.ts';
import type { TalkKind, TalkWay } from './tables.ts';

/** What a talk said before it was changed, who changed it, and why. */
export type TalkChange = { kind: TalkKind; heldOn: string; how: TalkWay; why: string; personName: string };

export type Talk = {
  id: string;
  kind: TalkKind;
  heldOn: string;
  how: TalkWay;
  howWhy: string;
  byName: string;
  version: number;
  /** The latest first. */
  changes: TalkChange[];
};

type DueOf = {
  /** The latest; null when none was told. */
  jobSearch: (Omit<JobSearch, 'modelId'> & { model: Omit<ProcessModel, 'rules'> }) | null;
  /** What was held, is late and comes, by day; empty without a job search. */
  due: Due[];
};

export type Rhythm = DueOf & {
  customer: { id: string; name: string };
  /** All talks held, the latest first. */
  talks: Talk[];
  /** What was written down by mistake and taken back; it does not count. */
  takenBack: Talk[];
};

const findTalks = async ({ tx, cityId }: Work, customerId: string): Promise<(Talk & { isTakenBack: boolean })[]> => {
  const { rows } = await sql<Talk & { isTakenBack: boolean }>`
    select t.id, t.kind, t.held_on, t.how, t.how_why, t.by_name, t.version, t.taken_back_at is not null as is_taken_back,
      coalesce((select json_agg(json_build_object('kind', v.kind, 'heldOn', v.held_on, 'how', v.how, 'why', v.why, 'personName', v.person_name)
        order by v.version desc) from talk_change v where v.city_id = t.city_id and v.talk_id = t.id), '[]') as changes
    from talk t where t.city_id = ${cityId} and t.customer_id = ${customerId}
    order by t.held_on desc, t.kind, t.id limit 500`.execute(tx);
  return rows;
};

/** What is due of a customer's job search, by its model and the city's rules. The caller has authorised. */
const dueOf = async (work: Work, customerId: string, talks: readonly Talk[]): Promise<DueOf> => {
  const found = await latestJobSearch(work, customerId);
  const model = found && (await readModels(work.tx)).get(found.modelId);
  if (!found || !model) return { jobSearch: null, due: [] };
  const { modelId, ...jobSearch } = found;
  const { rules, ...told } = model;
  const { tx, cityId, today } = work;
  const cityRules = (await readCityRules(tx, cityId)).filter((rule) => rule.modelId === modelId);
  const { value: soonDays } = await readTerm(tx, { cityId, name: 'talkSoonDays', today });
  const { begunOn, endedOn } = found;
  const due = dueTalks({ rules, law: model.law, cityRules, begunOn, endedOn, talks, today, soonDays });
  return { jobSearch: { ...jobSearch, model: told }, due };
};

const isTalk = ({ isTakenBack }: { isTakenBack: boolean }): boolean => !isTakenBack;
const asTalk = ({ isTakenBack: _, ...talk }: Talk & { isTakenBack: boolean }): Talk => talk;

/**
 * The law's rhythm of a customer's job search: what is due when and why, the same for the customer (customerId null) and their adviser. Throws
 * notFound for any other.
 */
export const readRhythm = async (work: Work, { customerId }: { customerId: string | null }): Promise<Rhythm> => {
  const { id, name } = await rhythmCustomer(work, customerId, { action: 'read', why: 'rhythm of talks' });
  const all = await findTalks(work, id);
  const talks = all.filter(isTalk).map(asTalk);
  const takenBack = all.filter((talk) => !isTalk(talk)).map(asTalk);
  return { customer: { id, name }, ...(await dueOf(work, id, talks)), talks, takenBack };
};

export type RhythmInJointPlan = { customer: { id: string; name: string }; next: Due[] };

/**
 * What comes next of the law's rhythm, for a social worker whose authority is party to the plan; empty where no job search goes on. Which talks
 * were held, how, and what was said of them stays with the employment authority. Throws notFound for any other.
 */
export const readRhythmInJointPlan = async (
  work: Work,
  { customerId }: { customerId: string },
): Promise<RhythmInJointPlan> => {
  const asked = { action: 'read', why: 'shown by law in a joint plan' } as const;
  const { id, name } = await rhythmCustomer(work, customerId, asked);
  const talks = (await findTalks(work, id)).filter(isTalk).map(asTalk);
  const { jobSearch, due } = await dueOf(work, id, talks);
  return { customer: { id, name }, next: jobSearch?.endedOn === null ? nextOf(due) : [] };
};
