import type { Work } from '../kernel/work.ts';
import { planCustomer } from './plan-customer.ts';

export type GoalVersion = { version: number; at: Date; personName: string; role: string; goal: string };

/** The goal as it stands, and who wrote it last. Version 0 is a plan without one. */
export type Goal = { text: string; version: number; at: Date | null; personName: string | null };

const versionsOf = ({ tx, cityId }: Work, customerId: string) =>
  tx
    .selectFrom('planVersion as v')
    .innerJoin('plan as p', (join) => join.onRef('p.cityId', '=', 'v.cityId').onRef('p.id', '=', 'v.planId'))
    .select(['v.version', 'v.at', 'v.personName', 'v.role', 'v.goal'])
    .where('p.cityId', '=', cityId)
    .where('p.customerId', '=', customerId)
    .orderBy('v.version', 'desc');

export const goalOf = async (work: Work, customerId: string): Promise<Goal> => {
  const latest = await versionsOf(work, customerId).limit(1).executeTakeFirst();
  if (!latest) return { text: '', version: 0, at: null, personName: null };
  return { text: latest.goal, version: latest.version, at: latest.at, personName: latest.personName };
};

/** Every version of a plan's goal, the newest first. */
export const readGoalVersions = async (
  work: Work,
  { customerId }: { customerId: string | null },
): Promise<GoalVersion[]> => {
  const customer = await planCustomer(work, customerId, { action: 'read', why: 'history of the goal' });
  return versionsOf(work, customer.id).limit(200).execute();
};
