// Loaded into the server (--import) before it is measured: hands over what it asks the database, transaction by transaction.
import pg from 'pg';

type Statement = { text: string; values: unknown[] };
type Recorded = pg.Client & { statements?: Statement[] };

let transactions: Statement[][] = [];
process.on('message', (message) => {
  if (message !== 'take') return;
  process.send?.(transactions);
  transactions = [];
});

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : String((query as { text?: string } | null)?.text ?? '');

const record = (client: Recorded, text: string, values: unknown): void => {
  if (/^begin/i.test(text)) client.statements = [];
  else if (/^(commit|rollback)/i.test(text)) {
    if (client.statements) transactions.push(client.statements);
    client.statements = undefined;
  } else client.statements?.push({ text, values: Array.isArray(values) ? [...values] : [] });
};

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (this: Recorded, ...given: unknown[]) {
  record(this, textOf(given[0]), given[1]);
  return Reflect.apply(query, this, given);
} as typeof query;
