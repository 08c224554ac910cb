import { z } from 'zod';
import { cardThings } from '../know-how/index.ts';

const label = z.object({ skillId: z.int(), label: z.string() });

/** Who vouches, and how it was said: as an adviser of the city logged in, or by a link, where nobody has checked who they are. */
const voucher = z.object({
  name: z.string(),
  told: z.string(),
  by: z.enum(['adviser', 'link']),
  city: z.string().nullable(),
});

/** A card as the API shows it to the contacts of its business, and to whom it is of. */
export const seenCard = z.object({
  answerId: z.string(),
  threadId: z.string(),
  name: z.string(),
  intro: z.string(),
  skills: z.array(label.extend({ seenBy: z.array(voucher) })),
  ...cardThings,
  needs: z.array(label.extend({ state: z.enum(['met', 'partly', 'missing']) })),
  /** False once consent is withdrawn or matching objected to: then no needs are told. */
  isMatched: z.boolean(),
  answeredAt: z.date(),
});
