import type { ProfessionalKind } from '../../kernel/actor.ts';
import { isId } from '../../kernel/ids.ts';
import { type CaseloadColumn, type CaseloadSort, type Order, orders } from './columns.ts';
import { desks, sortsOf } from './desks.ts';
import type { CaseloadFilter } from './filters.ts';

/** How somebody looks at their caseload. */
export type Look = {
  show: CaseloadFilter[];
  name: string;
  sort: CaseloadSort;
  order: Order | undefined;
  columns: CaseloadColumn[];
};

type Shown = Look & { after: string | undefined; before: string | undefined };

const among = <T extends string>(all: readonly T[], values: readonly string[]): T[] =>
  all.filter((one) => values.includes(one));

/** The look an address asks for. What it names that is not there (any more) is left out, so that an old address opens. */
export const lookIn = (query: URLSearchParams, kind: ProfessionalKind = 'adviser'): Shown => {
  const desk = desks[kind];
  const place = (name: string) => query.getAll(name).find(isId);
  const columns = among(desk.columns, query.getAll('column'));
  return {
    show: among(desk.filters, query.getAll('show')),
    name: (query.get('name') ?? '').normalize('NFC').slice(0, 100),
    sort: among(sortsOf(desk), [query.get('sort') ?? ''])[0] ?? 'name',
    order: among(orders, [query.get('order') ?? ''])[0],
    columns: columns.length > 0 ? columns : [...desk.usual],
    after: place('after'),
    before: place('before'),
  };
};

const isUsual = (columns: readonly CaseloadColumn[], kind: ProfessionalKind): boolean =>
  columns.join() === desks[kind].usual.join();

/** What an address says of a look; the usual is not said. */
export const queryOf = (
  { show, name, sort, order, columns }: Look,
  more: Record<string, string> = {},
  kind: ProfessionalKind = 'adviser',
): string => {
  const query = new URLSearchParams(show.map((filter) => ['show', filter]));
  if (name) query.set('name', name);
  if (sort !== 'name') query.set('sort', sort);
  if (order) query.set('order', order);
  if (!isUsual(columns, kind)) for (const column of columns) query.append('column', column);
  for (const [key, value] of Object.entries(more)) query.set(key, value);
  return String(query);
};

/** An address of the caseload. With nothing in it, the caseload opens as it was looked at last. */
export const addressOf = (look: Look, more: Record<string, string> = {}, kind: ProfessionalKind = 'adviser'): string =>
  `${desks[kind].path}?${queryOf(look, more, kind) || 'sort=name'}`;
