import type { Work } from '../../kernel/work.ts';
import { type Due, dueTalks } from './due.ts';
import { type JobSearch, latestJobSearch } from './job-searches.ts';
import { type ProcessModel, readCityRules, readModels } from './models.ts';
import { rhythmCustomer } from './rhythm-customer.ts';
import type { TalkKind, TalkWay } from './tables.ts';

export type Talk = { id: string; kind: TalkKind; heldOn: string; how: TalkWay; howWhy: string; byName: string };

export type Rhythm = {
  customer: { id: string; name: string };
  /** The latest; null when none was told. */
  jobSearch: (Omit<JobSearch, 'modelId'> & { model: Omit<ProcessModel, 'rules'> }) | null;
  /** What was held, is late and comes, by day; empty without a job search. */
  due: Due[];
  /** All talks held, the latest first. */
  talks: Talk[];
};

const findTalks = ({ tx, cityId }: Work, customerId: string): Promise<Talk[]> =>
  tx
    .selectFrom('talk')
    .select(['id', 'kind', 'heldOn', 'how', 'howWhy', 'byName'])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .orderBy('heldOn', 'desc')
    .orderBy('kind')
    .limit(500)
    .execute();

/**
 * The law's rhythm of a customer's job search: what is due when and why, the same for the customer (customerId null) and their adviser. Throws
 * notFound for any other.
 */
export const readRhythm = async (work: Work, { customerId }: { customerId: string | null }): Promise<Rhythm> => {
  const { id, name } = await rhythmCustomer(work, customerId, { action: 'read', why: 'rhythm of talks' });
  const talks = await findTalks(work, id);
  const found = await latestJobSearch(work, id);
  const model = found && (await readModels(work.tx)).get(found.modelId);
  if (!found || !model) return { customer: { id, name }, jobSearch: null, due: [], talks };
  const { modelId, ...jobSearch } = found;
  const { rules, ...told } = model;
  const cityRules = (await readCityRules(work.tx, work.cityId)).filter((rule) => rule.modelId === modelId);
  const { begunOn, endedOn } = found;
  const due = dueTalks({ rules, law: model.law, cityRules, begunOn, endedOn, talks, today: work.today });
  return { customer: { id, name }, jobSearch: { ...jobSearch, model: told }, due, talks };
};
