import { z } from 'zod';
import { cardThings } from '../know-how/index.ts';

const label = z.object({ skillId: z.int(), label: z.string() });

/** A card as the API shows it to the contacts of its business, and to whom it is of. */
export const seenCard = z.object({
  answerId: z.string(),
  threadId: z.string(),
  name: z.string(),
  intro: z.string(),
  skills: z.array(label.extend({ seenBy: z.array(z.string()) })),
  ...cardThings,
  needs: z.array(label.extend({ state: z.enum(['met', 'partly', 'missing']) })),
  answeredAt: z.date(),
});
