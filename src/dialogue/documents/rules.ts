import type { Relation } from '../../kernel/access/policy.ts';
import type { Role } from '../../kernel/actor.ts';
import type { TermName } from '../../kernel/terms.ts';
import type { DocumentClass, DocumentRole, DocumentState } from './tables.ts';

export const documentMoves = ['give', 'sayNot', 'withdraw', 'askAgain', 'show', 'delete', 'end'] as const;
export type DocumentMove = (typeof documentMoves)[number];

/** The customer; whoever works in the role that asked; another of those who look after the customer; time itself. */
export const documentSides = ['customer', 'asker', 'other', 'time'] as const;
export type DocumentSide = (typeof documentSides)[number];

type Rule = { move: DocumentMove; from: readonly DocumentState[]; by: DocumentSide; to: DocumentState };

/**
 * What can be done with a document: read it aloud. What is asked for, the customer gives or says they have not got; who asked takes the request back or
 * asks again. What is given, the customer shows to whom they like and deletes, unless the law it was asked by keeps it; at last its time is over.
 */
export const documentRules: readonly Rule[] = [
  { move: 'give', from: ['asked', 'notHad'], by: 'customer', to: 'given' },
  { move: 'sayNot', from: ['asked'], by: 'customer', to: 'notHad' },
  { move: 'withdraw', from: ['asked', 'notHad'], by: 'asker', to: 'withdrawn' },
  { move: 'askAgain', from: ['notHad'], by: 'asker', to: 'asked' },
  { move: 'show', from: ['given'], by: 'customer', to: 'given' },
  { move: 'delete', from: ['given'], by: 'customer', to: 'deleted' },
  { move: 'end', from: ['given'], by: 'time', to: 'deleted' },
];

type Situation = {
  state: DocumentState;
  side: DocumentSide;
  /** The law it was asked by keeps what was given. */
  keeps: boolean;
};

/** The state a document comes to by a move; null when it cannot be made now, or not by this side. */
export const stateAfter = (move: DocumentMove, { state, side, keeps }: Situation): DocumentState | null => {
  if (move === 'delete' && keeps) return null;
  const rule = documentRules.find((one) => one.move === move && one.by === side && one.from.includes(state));
  return rule?.to ?? null;
};

export const movesFor = (situation: Situation): DocumentMove[] =>
  documentMoves.filter((move) => stateAfter(move, situation) !== null);

type Shown = { role: DocumentRole | null; state: DocumentState; shownTo: readonly DocumentRole[] };

export const sideOf = (role: Role, { role: asked }: Pick<Shown, 'role'>): DocumentSide => {
  if (role === 'customer') return 'customer';
  return role === asked ? 'asker' : 'other';
};

const isDocumentRole = (role: Role): role is DocumentRole => role === 'adviser' || role === 'socialWorker';

/**
 * How an actor lies to a document of a customer they are or look after (`relations` of access.customer): 'wrote' is who asks for it; 'shared' is whom the
 * customer shows what they gave.
 */
export const documentRelations = (role: Role, relations: readonly Relation[], document: Shown): Relation[] => {
  if (!isDocumentRole(role) || !relations.includes('caseload')) return [];
  const found: Relation[] = [];
  if (document.role === role) found.push('wrote');
  if (document.state === 'given' && document.shownTo.includes(role)) found.push('shared');
  return found;
};

/** Which of the city's terms says how many days a document of a class stays after it was given. */
export const classTerms = {
  certificate: 'keepCertificateDays',
  statement: 'keepStatementDays',
  decision: 'keepDecisionDays',
  other: 'keepOtherDays',
} as const satisfies Record<DocumentClass, TermName>;
