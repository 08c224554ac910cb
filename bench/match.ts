/**
 * How fast the matching index finds the best twenty people for a challenge, beside the same exact query in PostgreSQL on the same data and
 * beside a straight scan, in one run: a million people with twenty skills, twelve needs with broader, narrower and related credit. Each way runs
 * while the others rest. `node bench/match.ts`; the last line printed is one JSON object.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { levelFits } from '../src/matching/levels.ts';
import { mustFrom } from '../src/matching/rules.ts';
import { cloneDatabase, startCluster } from '../src/testing/cluster.ts';
import type { MatchFigures } from './figures.ts';
import { busyWithOthers } from './machine.ts';
import { acceptsSql, needs, type Person, people, size } from './match-data.ts';

const postgresQueries = 15;
const batch = 25_000;

/** Runs one way in a process of its own, and gives back its last line. */
const runAlone = <Found>(file: string): Promise<Found> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, file)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let last = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      last = line;
    });
    // Our own script's last line.
    child.once('close', (code) => (code === 0 ? resolve(JSON.parse(last) as Found) : reject(new Error(file))));
  });

const insert = async (client: pg.Client, some: Person[]): Promise<void> => {
  await client.query('insert into bench_person select * from unnest($1::uuid[], $2::int[])', [
    some.map(({ id }) => id),
    some.map(({ facts }) => facts),
  ]);
  await client.query(
    'insert into bench_holding select skill, person, level from unnest($1::uuid[], $2::int[], $3::smallint[]) as h (person, skill, level)',
    [
      some.flatMap(({ id, holds }) => holds.map(() => id)),
      some.flatMap(({ holds }) => holds.map(({ skillId }) => skillId)),
      some.flatMap(({ holds }) => holds.map(({ level }) => level)),
    ],
  );
};

const fill = async (client: pg.Client): Promise<void> => {
  await client.query('create unlogged table bench_person (id uuid not null, facts int not null)');
  await client.query('create unlogged table bench_holding (skill int not null, person uuid not null, level smallint)');
  let some: Person[] = [];
  for (const person of people()) {
    some.push(person);
    if (some.length < batch) continue;
    await insert(client, some);
    some = [];
  }
  await insert(client, some);
  await client.query('alter table bench_person add primary key (id)');
  await client.query('create unique index on bench_holding (skill, person) include (level)');
  await client.query('vacuum analyze');
};

const statement = `
  with best as (
    select h.person, w.need, max(w.points * ($6::int[])[1 + greatest(0, w.level - h.level)]) as points
    from unnest($1::int[], $2::int[], $3::int[], $7::smallint[]) as w (need, skill, points, level) join bench_holding h on h.skill = w.skill
    group by h.person, w.need
  ), scored as (
    select person, sum(points) as sum, count(*) filter (where points >= ($4::int[])[need + 1]) as musts
    from best group by person
  )
  select p.id, s.sum from scored s join bench_person p on p.id = s.person
  where s.musts = $5 and ${acceptsSql}
  order by s.sum desc, p.id limit 20`;

const never = 1_000_000;

const askPostgres = async (client: pg.Client, seed: number): Promise<string[]> => {
  const asked = needs(seed);
  const wanted = asked.flatMap(({ ways, ...of }, need) => ways.map((way) => ({ ...of, ...way, need })));
  const { rows } = await client.query<{ id: string; sum: string }>(statement, [
    wanted.map(({ need }) => need),
    wanted.map(({ skillId }) => skillId),
    wanted.map(({ factor, weight }) => factor * weight),
    asked.map(({ isMust, weight }) => (isMust ? mustFrom * weight : never)),
    asked.filter(({ isMust }) => isMust).length,
    [...levelFits],
    wanted.map(({ level }) => level),
  ]);
  return rows.map(({ id, sum }) => `${id} ${sum}`);
};

const inPostgres = async () => {
  const cluster = await startCluster({
    settings: { shared_buffers: '2GB', work_mem: '64MB', max_wal_size: '4GB', random_page_cost: '1.1' },
  });
  const client = new pg.Client({ connectionString: cluster.asRoot(await cloneDatabase(cluster)) });
  try {
    await client.connect();
    await fill(client);
    for (let seed = 0; seed < 3; seed += 1) await askPostgres(client, seed);
    const times: number[] = [];
    const first: string[][] = [];
    for (let seed = 0; seed < postgresQueries; seed += 1) {
      const start = performance.now();
      first.push(await askPostgres(client, seed));
      times.push(performance.now() - start);
    }
    return { medianMs: Math.round(times.sort((a, b) => a - b)[Math.floor(postgresQueries / 2)] ?? 0), first };
  } finally {
    await client.end();
    await cluster.stop();
  }
};

const isSame = (one: readonly string[][], other: readonly string[][]): boolean =>
  one.slice(0, postgresQueries).every((list, at) => list.length > 0 && list.join() === other[at]?.join());

const busyBefore = await busyWithOthers();
console.log('In process ...');
type Index = Pick<MatchFigures, 'p50ms' | 'p95ms' | 'meanMs' | 'memoryMB' | 'buildMs' | 'updateMs'> & {
  first: string[][];
};
const { first, ...index } = await runAlone<Index>('match-index.ts');
console.log('Who complete each other ...');
const teams = await runAlone<Record<'twelve' | 'hardest', Record<string, number>>>('match-teams.ts');
for (const [name, found] of Object.entries(teams)) console.log(`Teams, ${name}: ${JSON.stringify(found)}`);
console.log('A straight scan ...');
const scan = await runAlone<{ medianMs: number; first: string[][] }>('match-scan.ts');
console.log('PostgreSQL ...');
const postgres = await inPostgres();
const figures: MatchFigures = {
  people: size.people,
  lists: needs(0).flatMap(({ ways }) => ways).length,
  ...index,
  scanMedianMs: scan.medianMs,
  postgresMedianMs: postgres.medianMs,
  equalTop20: isSame(first, postgres.first) && isSame(first, scan.first),
  busyBefore,
};
console.log(JSON.stringify(figures));
