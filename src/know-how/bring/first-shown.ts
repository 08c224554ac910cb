import type { Proposal } from './see-brought.ts';

/** So many skills of one experience, or of the text around, are looked at at once. */
export const mostAtFirst = 6;

const isRead = ({ places }: Pick<Proposal, 'places'>): boolean => places.some(({ spans }) => spans.length > 0);

/**
 * Which open proposals are shown at once and which behind "more": skills that were read out of words, the surest six of each experience and
 * of what stands in none. Everything else is shown.
 */
export const firstShown = <P extends Pick<Proposal, 'kind' | 'what' | 'places'>>(
  open: readonly P[],
): { first: P[]; more: P[] } => {
  const experiences = open.flatMap(({ what }) => ('skills' in what ? [what] : []));
  const counts = new Map<unknown, number>();
  const isFirst = (one: P): boolean => {
    if (one.kind !== 'knowHow' || !('uri' in one.what) || !isRead(one)) return true;
    const { uri } = one.what;
    const stoodIn = experiences.filter(({ skills }) => skills.includes(uri));
    const homes: unknown[] = stoodIn.length > 0 ? stoodIn : ['no experience'];
    const hasRoom = homes.some((home) => (counts.get(home) ?? 0) < mostAtFirst);
    if (hasRoom) for (const home of homes) counts.set(home, (counts.get(home) ?? 0) + 1);
    return hasRoom;
  };
  const first = new Set(open.filter(isFirst));
  return { first: [...first], more: open.filter((one) => !first.has(one)) };
};
