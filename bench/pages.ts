/**
 * Requests a second and p95 of the three busiest pages, on PostgreSQL with a large city, each beside a bare Fastify route doing the same
 * SQL. The two take turns within one run, so that a machine getting slower meets both.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { PagesFigures } from './figures.ts';
import { type Asked, type Figures, load } from './load.ts';
import { busyWithOthers, memoryOf } from './machine.ts';
import { bigCity, type FilledPostgres, size, startFilledPostgres } from './postgres.ts';
import { serviceOn, startProduct } from './product.ts';
import { recordQueries, type Transaction } from './queries.ts';
import { askers, refreshSessions } from './sessions.ts';

const seconds = { warmUp: 5, round: 12 };
const rounds = 2;

type Kind = { name: string; page: Asked[]; bare: Asked[]; queries: number };
type Side = { url: string };

const recordAll = async (postgres: FilledPostgres, folder: string, file: string): Promise<Kind[]> => {
  const wanted = await askers(postgres);
  const recorder = join(import.meta.dirname, 'record-queries.ts');
  const product = await startProduct({
    environment: serviceOn(postgres, folder),
    command: ['--import', recorder, 'build/server/index.js'],
  });
  try {
    const recorded: Record<string, Transaction[][]> = {};
    const kinds: Kind[] = [];
    for (const { name, requests } of wanted) {
      const transactions = await recordQueries(product.url, product.process, requests);
      recorded[name] = transactions;
      const queries = transactions.reduce(
        (sum, one) => sum + one.reduce((count, { length }) => count + length + 2, 0),
        0,
      );
      kinds.push({
        name,
        page: requests,
        bare: requests.map((_, n) => ({ path: `/${name}/${n}`, headers: {} })),
        queries: Number((queries / transactions.length).toFixed(1)),
      });
    }
    await writeFile(file, serialize(recorded));
    return kinds;
  } finally {
    await product.stop();
  }
};

const middle = (all: readonly Figures[]): Figures => {
  const mean = (of: (one: Figures) => number) =>
    Number((all.reduce((sum, one) => sum + of(one), 0) / all.length).toFixed(1));
  return {
    requestsPerSecond: mean((one) => one.requestsPerSecond),
    p50: mean((one) => one.p50),
    p95: mean((one) => one.p95),
  };
};

const measure = async (postgres: FilledPostgres, kind: Kind, page: Side, bare: Side) => {
  const figures: { page: Figures[]; bare: Figures[] } = { page: [], bare: [] };
  await load(page.url, kind.page, seconds.warmUp);
  await load(bare.url, kind.bare, seconds.warmUp);
  for (let round = 0; round < rounds; round += 1) {
    await refreshSessions(postgres);
    figures.page.push(await load(page.url, kind.page, seconds.round));
    figures.bare.push(await load(bare.url, kind.bare, seconds.round));
  }
  const [ofPage, ofBare] = [middle(figures.page), middle(figures.bare)];
  const ratio = Number((ofPage.requestsPerSecond / ofBare.requestsPerSecond).toFixed(2));
  console.log(`${kind.name}: ${JSON.stringify({ ...figures, ratio })}`);
  return { queries: kind.queries, page: ofPage, bare: ofBare, ratio };
};

const busyBefore = await busyWithOthers();
const folder = await mkdtemp(join(tmpdir(), 'tuttu-bench-'));
console.log(`Filling PostgreSQL: ${size.customers} customers and ${size.challenges} challenges in ${bigCity} ...`);
const postgres = await startFilledPostgres();
const undo: (() => Promise<void>)[] = [postgres.stop];
try {
  console.log(`PostgreSQL ${postgres.version}, filled in ${postgres.fillSeconds} s. Asking for each page once ...`);
  const file = join(folder, 'queries');
  const kinds = await recordAll(postgres, folder, file);
  const page = await startProduct({ environment: serviceOn(postgres, folder) });
  undo.push(page.stop);
  const bare = await startProduct({
    environment: {},
    command: [join(import.meta.dirname, 'bare.ts'), postgres.url, file],
  });
  undo.push(bare.stop);
  const pages: PagesFigures['pages'] = {};
  for (const kind of kinds) pages[kind.name] = await measure(postgres, kind, page, bare);
  const { version, fillSeconds } = postgres;
  const { customers, challenges } = size;
  const memoryMB = memoryOf(page.process.pid ?? 0);
  const found: PagesFigures = { postgres: version, fillSeconds, customers, challenges, memoryMB, pages, busyBefore };
  console.log(JSON.stringify(found));
} finally {
  for (const stop of undo.reverse()) await stop();
  await rm(folder, { recursive: true, force: true });
}
