import type { z } from 'zod';
import type { Work } from '../kernel/work.ts';
import { type cardInput, cardOf } from './answer-match.ts';
import { rowsOf } from './card-rows.ts';
import { type Card, readShared, viewCards } from './card-view.ts';
import { loadMatch } from './load-match.ts';
import type { Need } from './rules.ts';
import type { CardChoice } from './tables.ts';

type Own = { customerId: string; card: CardChoice; answeredAt: Date; isMatched: boolean; needs: readonly Need[] };

/** A card of the actor's own as the business sees it now, by the same code. */
export const viewOwnCard = async (work: Work, { needs, ...own }: Own): Promise<Card> => {
  const rows = await rowsOf(work, [{ ...own, answerId: '', threadId: '' }]);
  const [card] = await viewCards(work, rows, await readShared(work, rows, needs));
  if (!card) throw new Error('a card that was read has a view');
  return card;
};

/** How the business would see a card chosen like this, before it is given. Throws badInput as giving it would. */
export const previewCard = async (
  work: Work,
  { challengeId, card: chosen }: { challengeId: string; card: z.output<typeof cardInput> },
): Promise<Card> => {
  const { known, challenge } = await loadMatch(work, challengeId, { section: 'card', action: 'read', why: 'own card' });
  const card = await cardOf(work, known, chosen);
  return viewOwnCard(work, {
    ...{ customerId: known.me.id, card, answeredAt: work.now },
    ...{ isMatched: known.isConsented, needs: challenge.needs },
  });
};
