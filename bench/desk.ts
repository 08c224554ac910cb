/** How long an adviser's list takes at the database, in a city of a hundred thousand: each time the whole transaction, with its use log. */
import type { KyselyPlugin } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../src/kernel/actor.ts';
import { openDatabase } from '../src/kernel/database.ts';
import { createRun, type Services, type Work } from '../src/kernel/work.ts';
import { caseloadSorts } from '../src/path/caseload/columns.ts';
import { caseloadFilters } from '../src/path/caseload/filters.ts';
import { readCaseload, readCaseloadInput } from '../src/path/caseload/read-caseload.ts';
import type { DeskFigures } from './figures.ts';
import { bigCity, size, startFilledPostgres } from './postgres.ts';

const rounds = 400;
const warmUp = 40;

/** The list as it is opened most, by each filter and in each order, by two filters, and by a part of a name. */
const asks = [
  {},
  ...caseloadFilters.map((show) => ({ show })),
  ...caseloadSorts.map((sort) => ({ sort })),
  { show: ['waitsForCustomer', 'overdue'] as const, sort: 'touched' as const },
  { name: 'vir' },
].map((ask) => readCaseloadInput.parse(ask));

const actorOf = (personId: string): Actor => ({
  ...{ personId, name: 'Bench', language: 'fi', cityId: bigCity, role: 'adviser' },
  ...{ sessionId: 'bench', requestId: 'bench', customerId: null, businessId: null },
});

const percentile = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));

console.log(`Filling PostgreSQL: ${size.customers} customers in ${bigCity} ...`);
const postgres = await startFilledPostgres();
try {
  const database = openDatabase(postgres.url, { max: 1 });
  const run = createRun({
    ...{ database, clock: () => new Date(), timeZone: () => 'Europe/Helsinki', isHandled: () => false },
    // The list asks for neither.
    services: {} as Services,
    jobs: { send: async () => {} } as never,
  });
  const advisers = await database.inCity(bigCity, async (tx) => {
    const { rows } = await sql<{ adviserId: string; customers: number }>`
      select adviser_id, count(*) as customers from caseload where city_id = ${bigCity} and kind = 'adviser' and to_on is null
      group by adviser_id order by md5(adviser_id::text) limit 200`.execute(tx);
    return rows;
  });
  let asked = 0;
  let statements = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const took: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const { adviserId } = advisers[(round + warmUp) % advisers.length] ?? { adviserId: '' };
    const ask = asks[(round + warmUp) % asks.length] ?? readCaseloadInput.parse({});
    asked = 0;
    const start = performance.now();
    await run(
      actorOf(adviserId),
      (work: Work) => readCaseload({ ...work, tx: work.tx.withPlugin(counting) }, ask),
      undefined,
    );
    statements = Math.max(statements, asked);
    if (round >= 0) took.push(performance.now() - start);
  }
  await database.close();
  const sorted = took.toSorted((a, b) => a - b);
  const found: DeskFigures = {
    customers: size.customers,
    caseload: Math.max(...advisers.map(({ customers }) => customers)),
    p50ms: percentile(sorted, 0.5),
    p95ms: percentile(sorted, 0.95),
    statements,
  };
  console.log(JSON.stringify(found));
} finally {
  await postgres.stop();
}
