import type { Role } from './actor.ts';
import type { Values } from './say.ts';
import type { Work } from './work.ts';

/** One thing that waits for somebody: `move.<kind>` in the message files says what, from whom. */
export type Move = {
  kind: string;
  values: Values;
  path: string;
  since: Date;
  /** Last day to do it, YYYY-MM-DD, where there is one. */
  untilOn: string | null;
  /** Its day has passed and somebody waits: it comes before all others. */
  isLate?: true;
  /** It waits for somebody else: said, so that nobody wonders, and not theirs to do. */
  isWaiting?: true;
};

/** A domain's part of "my move now", by role. */
export type MoveSource = Partial<Record<Role, (work: Work) => Promise<Move[]>>>;
