import { sql } from 'kysely';
import { addDays } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import { restricts } from '../../kernel/restriction.ts';
import { readTerms } from '../../kernel/terms.ts';
import type { AfterCareRound } from './tables.ts';

type Due = { customerId: string; factId: string; which: AfterCareRound; months: number };

const names = ['afterCareFirstMonths', 'afterCareSecondMonths', 'afterCareThirdMonths', 'afterCareAnswerDays'] as const;

/**
 * Of whom it is time to ask: open work goes on since so many months, the question has not been asked, and no other of theirs waits. What was told
 * so late that its time to answer is over is not asked.
 */
const findDue = async (
  tx: Tx,
  { cityId, today, terms }: { cityId: string; today: string; terms: Record<(typeof names)[number], number> },
): Promise<Due[]> => {
  const { rows } = await sql<Due>`
    select distinct on (f.customer_id) f.customer_id, f.id as fact_id, w.which, w.months
    from path_fact f
    join customer c on c.city_id = f.city_id and c.id = f.customer_id and c.deleted_at is null
    cross join (values ('first', ${terms.afterCareFirstMonths}::int), ('second', ${terms.afterCareSecondMonths}::int),
      ('third', ${terms.afterCareThirdMonths}::int)) as w(which, months)
    cross join lateral (select (f.from_on + make_interval(months => w.months))::date as due_on) d
    where f.city_id = ${cityId} and f.kind = 'in' and f.stage = 'open' and f.taken_back_at is null
      and f.from_on <= ${today}::date and (f.to_on is null or f.to_on >= ${today}::date)
      and d.due_on <= ${today}::date and d.due_on > ${addDays(today, -terms.afterCareAnswerDays)}::date
      and not ${restricts(cityId, sql.ref('c.id'))}
      and not exists (select from after_care a where a.city_id = f.city_id and a.fact_id = f.id and a.which = w.which)
      and not exists (select from after_care a where a.city_id = f.city_id and a.customer_id = f.customer_id and a.answer_until >= ${today}::date)
    order by f.customer_id, d.due_on desc, f.id`.execute(tx);
  return rows;
};

/** Asks those whose time it is, once each, and sends an event for each. Returns how many. */
export const askAfterCare = async (
  tx: Tx,
  { cityId, now, today, jobs }: { cityId: string; now: Date; today: string; jobs: Jobs },
): Promise<number> => {
  const terms = await readTerms(tx, { cityId, names, today });
  const due = await findDue(tx, { cityId, today, terms });
  if (due.length === 0) return 0;
  const answerUntil = addDays(today, terms.afterCareAnswerDays);
  const asked = await tx
    .insertInto('afterCare')
    .values(due.map((one) => ({ ...one, cityId, id: newId(), askedAt: now, answerUntil })))
    .onConflict((conflict) => conflict.columns(['cityId', 'factId', 'which']).doNothing())
    .returning(['id as afterCareId', 'customerId'])
    .execute();
  for (const data of asked) await jobs.send(tx, 'event', { cityId, topic: 'afterCareAsked', data });
  return asked.length;
};
