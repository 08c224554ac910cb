import type { Role } from '../src/kernel/actor.ts';

/** A page as the server lists it (/health/routes, in the demo only). */
type ListedPage = { path: string; handle: { roles: readonly Role[] | 'anyone' | 'signedIn' } };
export type FoundPage = { pattern: string; path: string };

const mostAsked = 150;

export const listedPages = async (url: string): Promise<ListedPage[]> => {
  const answer = (await (await fetch(`${url}/health/routes`)).json()) as { pages: ListedPage[] };
  return answer.pages.filter(({ path }) => !path.includes('*'));
};

const matcher = (pattern: string): RegExp => new RegExp(`^${pattern.replace(/:\w+\??/g, '[^/]+')}/?$`);

/** Ways named outright come before those with a parameter: /challenges/new is no challenge. */
const byParameters = (a: ListedPage, b: ListedPage): number => a.path.split(':').length - b.path.split(':').length;

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map((found) => (found[1] ?? '').replaceAll('&amp;', '&'));

/** Follows links from the home page and gives the first address found for each page that is open to the role. */
export const crawl = async (
  url: string,
  pages: readonly ListedPage[],
  role: Role | 'anyone',
  cookie: string,
): Promise<FoundPage[]> => {
  const isOpen = ({ handle }: ListedPage) =>
    role === 'anyone'
      ? handle.roles === 'anyone'
      : handle.roles === 'signedIn' || handle.roles === 'anyone' || handle.roles.includes(role);
  const open = pages
    .filter(isOpen)
    .sort(byParameters)
    .map(({ path }) => ({ pattern: path, matches: matcher(path) }));
  const found = new Map<string, string>();
  const waiting = ['/', ...open.map(({ pattern }) => pattern).filter((pattern) => !pattern.includes(':'))];
  const seen = new Set<string>();
  while (waiting.length > 0 && seen.size < mostAsked) {
    const path = waiting.shift() ?? '/';
    const pattern = open.find(({ matches }) => matches.test(path.split('?')[0] ?? ''))?.pattern;
    if (seen.has(path) || !pattern || (found.has(pattern) && pattern.includes(':'))) continue;
    seen.add(path);
    const response = await fetch(url + path, { headers: { cookie }, redirect: 'manual' });
    const html = await response.text();
    if (response.status !== 200) continue;
    if (!found.has(pattern)) found.set(pattern, path);
    waiting.push(...linksIn(html));
  }
  return [...found].map(([pattern, path]) => ({ pattern, path }));
};
