import { inject } from 'vitest';
import { type Database, openDatabase } from '../src/kernel/database.ts';
import { cloneDatabase, clusterAt, dropDatabase } from '../src/testing/cluster.ts';
import { demoSecret, demoTemplate } from './demo.ts';
import { type Running, runServer } from './running.ts';

/** The built server on a database of its own, started as an operator starts it. */
export type Server = Running & {
  /** As the server's login. */
  database: Database;
  appUrl: string;
  /** As the owner, past row security only where a test counts rows of all cities. */
  rootUrl: string;
};

/** `prepare` fills the empty, migrated database before the server sees it; without it the database has the whole demo. */
export const startServer = async (
  options: {
    prepare?: (database: Database) => Promise<void>;
    environment?: Record<string, string>;
    publicUrl?: string;
  } = {},
): Promise<Server> => {
  const ground = inject('ground');
  if (ground.kind !== 'postgres') throw new Error('The built server is tested on PostgreSQL.');
  const cluster = clusterAt(ground.host);
  const name = await cloneDatabase(cluster, options.prepare ? undefined : await demoTemplate(cluster));
  const database = openDatabase(`${cluster.asApp(name)}?application_name=tests`, { max: 5 });
  await options.prepare?.(database);
  const leave = async () => {
    await database.close();
    await dropDatabase(cluster, name);
  };
  const environment = {
    ...(options.prepare ? {} : { TUTTU_SECRET: demoSecret }),
    ...options.environment,
    ...(options.publicUrl ? { TUTTU_URL: options.publicUrl } : {}),
  };
  const running = await runServer({ cluster, name, environment }).catch(async (error: unknown) => {
    await leave();
    throw error;
  });
  const stop = async () => {
    await running.stop();
    await leave();
  };
  return { ...running, database, appUrl: cluster.asApp(name), rootUrl: cluster.asRoot(name), stop };
};

/** What the server logged of its failures: one line for each kind, with where in our files. */
export const lastWords = (server: Server): string => {
  const kinds = new Set<string>();
  const lines = server.output().split('\n');
  for (const [at, line] of lines.entries()) {
    if (/^\w*Error\b/.test(line))
      kinds.add(
        `${line} ${lines
          .slice(at + 1, at + 4)
          .join(' ')
          .trim()}`,
      );
    if (!line.startsWith('{')) continue;
    const { err, url }: { err?: { message?: string; stack?: string }; url?: string } = JSON.parse(line);
    const where = /\bsrc\/[\w/.-]+:\d+/.exec(err?.stack ?? '')?.[0] ?? '';
    kinds.add(`${err?.message} ${where} (${url ?? ''})`);
  }
  return [...kinds].slice(0, 20).join('\n');
};
