// The other side of the comparison: a bare Fastify route that asks the database the same and answers with the rows as JSON.
// `node bench/bare.ts <database url> <file of queries>`; /<name>/<n> does what the n-th recorded request of that name did.
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import Fastify from 'fastify';
import pg from 'pg';
import { newId } from '../src/kernel/ids.ts';
import { idPlaces, type Transaction } from './queries.ts';

const [databaseUrl = '', file = ''] = process.argv.slice(2);
const recorded = deserialize(readFileSync(file)) as Record<string, Transaction[][]>;
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options: '-c timezone=UTC' });

const places = new Map<string, number[]>();

const fresh = (statement: Transaction[number]): unknown[] => {
  const { text, values } = statement;
  const known = places.get(text) ?? idPlaces(statement);
  places.set(text, known);
  if (known.length === 0) return values;
  const own = [...values];
  for (const place of known) own[place] = newId();
  return own;
};

const transact = async (transaction: Transaction): Promise<unknown[][]> => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const answers: unknown[][] = [];
    for (const statement of transaction) answers.push((await client.query(statement.text, fresh(statement))).rows);
    await client.query('commit');
    return answers;
  } finally {
    client.release();
  }
};

const http = Fastify();
http.get<{ Params: { name: string; n: string } }>('/:name/:n', async ({ params: { name, n } }) => {
  const answers: unknown[][][] = [];
  for (const transaction of recorded[name]?.[Number(n)] ?? []) answers.push(await transact(transaction));
  return answers;
});
await http.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
console.log(`Tuttu: Open http://127.0.0.1:${process.env.PORT}`);
process.on('SIGTERM', () => process.exit(0));
