import type { ProfessionalKind } from '../../kernel/actor.ts';
import { type CaseloadColumn, type CaseloadSort, caseloadColumns, usualColumns } from './columns.ts';
import { type CaseloadFilter, caseloadFilters } from './filters.ts';

/** What the list of customers has for each as whom one looks after them. */
export type Desk = {
  /** Where the list stands. */
  path: '/caseload' | '/social-work';
  /** Where one customer's page stands: the path before their id. */
  customers: '/customers' | '/social-work';
  filters: readonly CaseloadFilter[];
  columns: readonly CaseloadColumn[];
  /** Shown until one chooses others. */
  usual: readonly CaseloadColumn[];
};

/** Talks of the law's rhythm, answers to businesses, notes and know-how stay with the employment authority. */
const ofAdvisers: readonly (CaseloadFilter | CaseloadColumn)[] = ['talkDue', 'saidYes', 'note', 'yes', 'skills'];

const without = <T extends CaseloadFilter | CaseloadColumn>(all: readonly T[]): T[] =>
  all.filter((one) => !ofAdvisers.includes(one));

export const desks: Readonly<Record<ProfessionalKind, Desk>> = {
  adviser: {
    ...{ path: '/caseload', customers: '/customers' },
    ...{ filters: caseloadFilters, columns: caseloadColumns, usual: usualColumns },
  },
  socialWorker: {
    ...{ path: '/social-work', customers: '/social-work' },
    ...{ filters: without(caseloadFilters), columns: without(caseloadColumns), usual: without(usualColumns) },
  },
};

/** What the list can be put in order by. */
export const sortsOf = ({ columns }: Desk): CaseloadSort[] => ['name', ...columns];
