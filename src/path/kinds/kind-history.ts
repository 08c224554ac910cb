import type { Work } from '../../kernel/work.ts';
import { loadFrame } from './load-frame.ts';
import type { PlanKind } from './tables.ts';

export type KindChange = {
  version: number;
  kind: PlanKind;
  fromOn: string;
  why: string;
  at: Date;
  personName: string;
  role: string;
};

export const kindHistoryOf = ({ tx, cityId }: Work, customerId: string): Promise<KindChange[]> =>
  tx
    .selectFrom('planKindChange')
    .select(['version', 'kind', 'fromOn', 'why', 'at', 'personName', 'role'])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .orderBy('version', 'desc')
    .limit(100)
    .execute();

/** Every change of a plan's kind, the newest first: which, from when, why, by whom. */
export const readKindHistory = async (
  work: Work,
  { customerId }: { customerId: string | null },
): Promise<KindChange[]> => {
  const { customer } = await loadFrame(work, customerId, { action: 'read', why: 'history of the plan' });
  return kindHistoryOf(work, customer.id);
};
