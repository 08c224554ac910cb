import { z } from 'zod';
import { access } from '../kernel/access/access.ts';
import { words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { byFinnishName, caseloadFilters, hasName, passes } from './caseload.ts';
import { type CaseloadEntry, findCaseload, findDetails, type LatestYes } from './caseload-queries.ts';

export const customersOnPage = 25;

export const readCaseloadInput = z.object({
  show: z.enum(caseloadFilters).default('all'),
  /** Part of a name. */
  name: words(100, { least: 0 }).default(''),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

export type CaseloadLine = Omit<CaseloadEntry, 'yesAt'> & {
  /** How many kept skills the adviser may see; null without their consent. */
  keptSkills: number | null;
  latestYes: LatestYes | null;
};

export type CaseloadView = {
  customers: CaseloadLine[];
  page: number;
  pages: number;
  /** Found by the filter and the search. */
  found: number;
  /** In the caseload at all. */
  all: number;
};

const linesOf = async (work: Work, entries: readonly CaseloadEntry[]): Promise<CaseloadLine[]> => {
  const ids = entries.map(({ customerId }) => customerId);
  const details = new Map((await findDetails(work, ids)).map((detail) => [detail.customerId, detail]));
  return entries.map(({ yesAt: _, ...entry }) => {
    const detail = details.get(entry.customerId);
    return { ...entry, keptSkills: detail?.keptSkills ?? null, latestYes: detail?.latestYes ?? null };
  });
};

/** The actor's customers by surname, 25 a page. Everyone shown finds it in their use log. */
export const readCaseload = async (work: Work, input: z.infer<typeof readCaseloadInput>): Promise<CaseloadView> => {
  const { show, name } = input;
  const all = await findCaseload(work);
  const found = all.filter((entry) => passes(entry, show, work.now) && hasName(entry.name, name)).sort(byFinnishName);
  const pages = Math.max(1, Math.ceil(found.length / customersOnPage));
  const page = Math.min(input.page, pages);
  const shown = found.slice((page - 1) * customersOnPage, page * customersOnPage);
  const asked = {
    section: 'caseload',
    action: 'list',
    why: name === '' ? 'caseload' : 'searched the caseload',
  } as const;
  for (const { customerId } of shown) access.authorise(work, { ...asked, relations: ['caseload'], customerId });
  return { customers: await linesOf(work, shown), page, pages, found: found.length, all: all.length };
};
