import { sql } from 'kysely';
import { addDays } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/database.ts';
import { dueTalks, type HeldTalk, nextOf } from './due.ts';
import { readCityRules, readModels } from './models.ts';

type Place = { cityId: string; today: string };
type Going = { customerId: string; modelId: string | null; begunOn: string | null; talks: HeldTalk[] };

/** The job search that goes on, if any, and the talks of each. */
const findGoing = async (tx: Tx, cityId: string, customerIds: readonly string[]): Promise<Going[]> => {
  const { rows } = await sql<Going>`
    select f.customer_id, j.model_id, j.begun_on, coalesce(t.talks, '[]') as talks
    from caseload_fact f
    left join job_search j on j.city_id = f.city_id and j.customer_id = f.customer_id and j.ended_on is null
    left join lateral (
      select json_agg(json_build_object('kind', t.kind, 'heldOn', t.held_on)) as talks
      from talk t where t.city_id = f.city_id and t.customer_id = f.customer_id and t.taken_back_at is null) t on true
    where f.city_id = ${cityId} and f.customer_id = any(${[...customerIds]}::uuid[]) and f.kind = 'adviser'
    order by f.customer_id for update of f`.execute(tx);
  return rows;
};

/**
 * Writes down for customers in a caseload when their next talk is due: what an adviser's list is filtered and put in order by. Called where a job
 * search or a talk is written, in the same transaction. What was late stays the earliest until it is held, so that days may pass.
 */
export const countNextTalks = async (
  tx: Tx,
  { cityId, today }: Place,
  customerIds: readonly string[],
): Promise<void> => {
  const going = await findGoing(tx, cityId, customerIds);
  if (going.length === 0) return;
  const models = await readModels(tx);
  const cityRules = await readCityRules(tx, cityId);
  const counted = going.map(({ customerId, modelId, begunOn, talks }) => {
    const model = modelId === null ? undefined : models.get(modelId);
    if (!model || begunOn === null) return { customer_id: customerId, due_on: null };
    const { rules, law } = model;
    const own = cityRules.filter((rule) => rule.modelId === modelId);
    // When a talk counts as soon due moves no talk's day.
    const dues = dueTalks({ rules, law, cityRules: own, begunOn, endedOn: null, talks, today, soonDays: 0 });
    return { customer_id: customerId, due_on: nextOf(dues)[0]?.dueOn ?? null };
  });
  await sql`
    update caseload_fact f set talk_due_on = n.due_on, talk_counted_on = ${today}::date
    from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) n (customer_id uuid, due_on date)
    where f.city_id = ${cityId} and f.customer_id = n.customer_id and f.kind = 'adviser'`.execute(tx);
};

/** Talks are told half a year ahead: what has none yet is counted again after a month. */
const againAfterDays = 30;

/**
 * Counts where something has changed past the use cases (a city's rule, what was erased), and what was counted long ago; so many at a time. Returns
 * how many.
 */
export const countTalksAgain = async (tx: Tx, { cityId, today, most = 500 }: Place & { most?: number }) => {
  const { rows } = await sql<{ customerId: string }>`
    select customer_id from caseload_fact
    where city_id = ${cityId} and kind = 'adviser' and (talk_counted_on is null or talk_counted_on < ${addDays(today, -againAfterDays)}::date)
    order by customer_id limit ${most}`.execute(tx);
  await countNextTalks(
    tx,
    { cityId, today },
    rows.map(({ customerId }) => customerId),
  );
  return rows.length;
};
