import type { Role } from './actor.ts';
import type { Values } from './say.ts';
import type { Work } from './work.ts';

/**
 * Who waits for a move, or whom it waits for: somebody by name, or one of those who have none here. 'self': nobody but who does it; 'tuttu': it
 * follows from a rule and nobody waits; 'customer': one a business is not told the name of; 'city': whoever sees to it for the city; 'authority': another
 * authority than the reader's.
 */
export type Who =
  | { kind: 'person' | 'business'; name: string }
  | { kind: 'self' | 'tuttu' | 'customer' | 'city' | 'authority' };

export const aPerson = (name: string): Who => ({ kind: 'person', name });
export const aBusiness = (name: string): Who => ({ kind: 'business', name });

/** One thing that waits for somebody: `move.<kind>` in the message files says what. */
export type Move = {
  kind: string;
  values: Values;
  path: string;
  since: Date;
  /** Last day to do it, YYYY-MM-DD, where there is one. */
  untilOn: string | null;
  /** From whom it comes; where it `isWaiting`, whose turn it is. */
  who: Who;
  /**
   * The thing by its id, such as `step:<id>`: the same for who has it as a move and for who waits. Where nobody else waits it is left out. A test
   * holds that each thing is one side's move and the other's wait (`src/web/move-pairs.test.ts`).
   */
  thing?: string;
  /** Its day has passed and somebody waits: it comes before all others. */
  isLate?: true;
  /** It waits for somebody else: said, so that nobody wonders, and not theirs to do. */
  isWaiting?: true;
  /** Something to know of: somebody did it, and waits for nothing. */
  isNews?: true;
  /** An agreed time that is near: nobody waits, and it is told before all else. It `isNews` too. */
  coming?: { startsAt: Date; endsAt: Date };
  /** Whose it is, where it is somebody's because they look after that customer: so who stands in is told for whom (`standIn`). Not part of the list. */
  customerId?: string;
  /** Theirs only while they stand in for somebody: for whom, and the last day of it, YYYY-MM-DD. */
  standIn?: { name: string; untilOn: string };
};

/** How many of one kind a source tells at once, the most pressing first. */
export const mostOfAKind = 50;

/** A domain's part of "my move now", by role. */
export type MoveSource = Partial<Record<Role, (work: Work) => Promise<Move[]>>>;
