import type { ChildProcess } from 'node:child_process';
import type { Asked } from './load.ts';

export type Statement = { text: string; values: unknown[] };
export type Transaction = Statement[];

/** What a use case or log-in does enters as the app's role first; the job queue's own looks do not. */
const isOfUseCase = (transaction: Transaction): boolean => transaction[0]?.text.includes("'tuttu_app'") ?? false;

/** What the server does now and then whoever asks: looking for new cities, vocabulary and old sessions, sealing the use log. */
const isHousekeeping = (transaction: Transaction): boolean =>
  transaction.every(({ text }) =>
    /set_config|from "(city|vocabulary_version|skill|posted_once|session)"|use_log_seal|'seal '/.test(text),
  );

const take = (server: ChildProcess): Promise<Transaction[]> =>
  new Promise((resolve) => {
    server.once('message', (message) => resolve(message as Transaction[]));
    server.send('take');
  });

/** Asks a recording server for each of the requests once, and tells what each asked the database. */
export const recordQueries = async (
  url: string,
  server: ChildProcess,
  requests: readonly Asked[],
): Promise<Transaction[][]> => {
  const found: Transaction[][] = [];
  for (const { path, headers } of requests) {
    await take(server);
    const response = await fetch(url + path, { headers, redirect: 'manual' });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
    found.push((await take(server)).filter((one) => isOfUseCase(one) && !isHousekeeping(one)));
  }
  return found;
};

/** Where a statement that writes rows gives their ids: a row is written once, so a second time it needs another id. */
export const idPlaces = ({ text, values }: Statement): number[] => {
  const columns = /^insert into "\w+" \(([^)]+)\)/
    .exec(text)?.[1]
    ?.split(',')
    .map((name) => name.trim().replaceAll('"', ''));
  const at = columns?.indexOf('id') ?? -1;
  if (!columns || at < 0) return [];
  return values.map((_, place) => place).filter((place) => place % columns.length === at);
};
