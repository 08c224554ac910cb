import type { Asked } from '../kernel/access/access.ts';
import { isId } from '../kernel/ids.ts';
import { notFound, Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { type Known, readKnown } from './known.ts';
import { readChallenges, type ShownChallenge } from './read-challenges.ts';

/**
 * A challenge the customer may see: open to everyone who consents to matching, and later to whoever has answered it. Throws notNow when
 * they have neither consented nor answered, whatever the id; notFound for one that is not there.
 */
export const loadMatch = async (
  work: Work,
  challengeId: string,
  asked: Asked,
): Promise<{ known: Known; challenge: ShownChallenge }> => {
  const known = await readKnown(work, asked);
  const of = { cityId: work.cityId, customerId: known.me.id, today: work.today };
  const ids = isId(challengeId) ? [challengeId] : [];
  const [challenge] = await readChallenges(work.tx, { ...of, ids });
  if (challenge?.answer) return { known, challenge };
  if (!known.isConsented) throw new Problem('notNow');
  if (!challenge?.isOpen) throw notFound();
  return { known, challenge };
};
