import { toCsv } from '../kernel/csv.ts';
import type { MyData } from './read-my-data.ts';
import type { OwnedColumn, OwnedTable } from './read-owned.ts';
import { zip } from './zip.ts';

export const exportFormat = 'tuttu-my-data';
/** Changes when the form does; what the tables hold may grow within a version. */
export const exportVersion = 1;

export type ExportDocument = {
  format: typeof exportFormat;
  version: typeof exportVersion;
  city: string;
  name: string;
  madeAt: string;
  data: Record<string, { class: string; ground: string; rows: Record<string, unknown>[] }>;
};

/** The export as one document; `schemaOf` describes it. */
export const toDocument = ({ cityId, name, madeAt, tables }: MyData): ExportDocument => ({
  format: exportFormat,
  version: exportVersion,
  city: cityId,
  name,
  madeAt: madeAt.toISOString(),
  data: Object.fromEntries(tables.map(({ as, class: kind, ground, rows }) => [as, { class: kind, ground, rows }])),
});

const typeOf = ({ type, isNullable }: OwnedColumn): object => {
  const or = (name: string) => (isNullable ? [name, 'null'] : name);
  if (type.endsWith('[]')) return { type: or('array'), items: { type: 'string' } };
  if (type.startsWith('timestamp')) return { type: or('string'), format: 'date-time' };
  if (type === 'date') return { type: or('string'), format: 'date' };
  if (type === 'boolean') return { type: or('boolean') };
  if (['integer', 'smallint', 'bigint'].includes(type)) return { type: or('integer') };
  if (['real', 'double precision', 'numeric'].includes(type)) return { type: or('number') };
  // Lists and objects of the product's own, described where they are written.
  if (type.startsWith('json')) return {};
  return { type: or('string') };
};

const tableSchema = ({ class: kind, ground, columns }: OwnedTable): object => ({
  type: 'object',
  properties: {
    class: { const: kind },
    ground: { const: ground },
    rows: {
      type: 'array',
      items: {
        type: 'object',
        properties: Object.fromEntries(columns.map((column) => [column.name, typeOf(column)])),
        required: columns.map(({ name }) => name),
        additionalProperties: false,
      },
    },
  },
  required: ['class', 'ground', 'rows'],
  additionalProperties: false,
});

/** JSON Schema (2020-12) of the export, made from the data map and the database's own types. */
export const schemaOf = ({ tables }: Pick<MyData, 'tables'>): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Everything Tuttu holds about one person in one city',
  type: 'object',
  properties: {
    format: { const: exportFormat },
    version: { const: exportVersion },
    city: { type: 'string' },
    name: { type: 'string' },
    madeAt: { type: 'string', format: 'date-time' },
    data: {
      type: 'object',
      properties: Object.fromEntries(tables.map((table) => [table.as, tableSchema(table)])),
      required: tables.map(({ as }) => as),
      additionalProperties: false,
    },
  },
  required: ['format', 'version', 'city', 'name', 'madeAt', 'data'],
  additionalProperties: false,
});

const text = (value: string): Buffer => Buffer.from(value, 'utf8');
const json = (value: object): Buffer => text(`${JSON.stringify(value, null, 2)}\n`);

/** A ZIP with the document, its schema, and a CSV for each table that holds something. `about` says in the reader's language what is what. */
export const toZip = (mine: MyData, about: string): Buffer =>
  zip(
    [
      { name: 'README.txt', bytes: text(`${about}\n`) },
      { name: 'my-data.json', bytes: json(toDocument(mine)) },
      { name: 'my-data.schema.json', bytes: json(schemaOf(mine)) },
      ...mine.tables
        .filter(({ rows }) => rows.length > 0)
        .map(({ as, columns, rows }) => ({
          name: `csv/${as}.csv`,
          bytes: text(
            toCsv(
              columns.map(({ name }) => name),
              rows,
            ),
          ),
        })),
    ],
    mine.madeAt,
  );
