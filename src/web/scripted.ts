import type { PageHandle } from './page.ts';

type Match = { route: { handle?: unknown } } | { handle: unknown };

const handleOf = (match: Match): Partial<PageHandle> | undefined =>
  ('route' in match ? match.route.handle : match.handle) as Partial<PageHandle> | undefined;

/** Prefixes of the message keys the page's script needs; empty when it ships no script. */
export const scriptOf = (matches: readonly Match[]): string[] =>
  matches.flatMap((match) => handleOf(match)?.script ?? []);

export const isScripted = (matches: readonly Match[]): boolean => scriptOf(matches).length > 0;
