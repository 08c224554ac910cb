import type { PageHandle } from './page.ts';

type Match = { route: { handle?: unknown } } | { handle: unknown };

const handleOf = (match: Match): Partial<PageHandle> | undefined =>
  ('route' in match ? match.route.handle : match.handle) as Partial<PageHandle> | undefined;

/** Texts of the frame around every page, of what it says is done or to be mended, and of a refusal. */
const frameTexts = ['page.', 'nav.', 'role.', 'done.', 'form.', 'problem.', 'account.change'];

/** Prefixes of the message keys the page's script needs; empty when it ships no script. */
export const scriptOf = (matches: readonly Match[]): string[] => {
  const own = matches.flatMap((match) => handleOf(match)?.script ?? []);
  return own.length > 0 ? [...frameTexts, ...own] : [];
};

export const isScripted = (matches: readonly Match[]): boolean => scriptOf(matches).length > 0;
