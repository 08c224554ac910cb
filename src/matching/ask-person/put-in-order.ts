import type { MatchView } from '../match-view.ts';

const canBeShown = ({ isOpen, answer }: MatchView): boolean => isOpen && answer?.answer !== 'no';

/**
 * What is shown, as the score has ordered it and a person has reordered it: what they put first, then the rest with what they added where its score
 * puts it, then what they put last. What is closed, or said no to, a person brings back to nobody.
 */
export const putInOrder = (scored: readonly MatchView[], proposed: readonly MatchView[]): MatchView[] => {
  const at = (place: string) => proposed.filter((view) => view.byPerson?.place === place && canBeShown(view));
  const [first, added] = [at('first'), at('added')];
  const isScored = new Set(scored.map(({ challengeId }) => challengeId));
  const last = at('last').filter(({ challengeId }) => isScored.has(challengeId));
  const moved = new Set([...first, ...last].map(({ challengeId }) => challengeId));
  const rest = scored.filter(({ challengeId }) => !moved.has(challengeId));
  for (const view of added) {
    if (isScored.has(view.challengeId)) continue;
    const place = rest.findIndex(({ points }) => points < view.points);
    rest.splice(place === -1 ? rest.length : place, 0, view);
  }
  return [...first, ...rest, ...last];
};
