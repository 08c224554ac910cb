import { addMonths } from '../../kernel/clock.ts';
import type { Party } from '../kinds/tables.ts';
import type { PartKind, SignedPart } from './tables.ts';

/** A part of the plan as it stands, with the parties that agreed to just this by what they did: who wrote it, and who agreed to a step. */
export type Part = SignedPart & { agreedBy: readonly Party[] };

export type Signature = {
  party: Party;
  version: number;
  sha256: string;
  parts: readonly SignedPart[];
  personName: string;
  role: string;
  /** Who signed on paper; null where the party did it here. */
  onPaperBy: string | null;
  signedAt: Date;
  /** The day in the city, YYYY-MM-DD. */
  signedOn: string;
};

/** What a party has not agreed to: 'new' came after they signed, 'changed' is otherwise now, 'gone' is not in the plan any more. */
export type ChangeWhat = 'new' | 'changed' | 'gone';
export type ChangedPart = { part: PartKind; id: string; what: ChangeWhat; signedVersion: number | null };

const same = (a: SignedPart) => (b: SignedPart) => a.part === b.part && a.id === b.id;

/** What changed since a signature without its party: those parts are not signed any more. */
export const changesSince = (signature: Signature, parts: readonly Part[]): ChangedPart[] => [
  ...parts.flatMap((part): ChangedPart[] => {
    const signed = signature.parts.find(same(part));
    if (signed?.sha256 === part.sha256 || part.agreedBy.includes(signature.party)) return [];
    const { part: kind, id } = part;
    return [{ part: kind, id, what: signed ? 'changed' : 'new', signedVersion: signed?.version ?? null }];
  }),
  ...signature.parts
    .filter((signed) => !parts.some(same(signed)))
    .map(({ part, id, version }): ChangedPart => ({ part, id, what: 'gone', signedVersion: version })),
];

/** 'stands': all of the plan as it is. 'over': all of it, longer ago than its kind holds. 'changed': not all of it any more. */
export type PartyState = 'none' | 'stands' | 'changed' | 'over';
export type PartyStanding = { party: Party; state: PartyState; signature: Signature | null; changes: ChangedPart[] };

type Terms = { parties: readonly Party[]; validMonths: number | null };

/** The last day a signature holds, YYYY-MM-DD; null where it holds until the plan changes. */
const lastDay = ({ signedOn }: Signature, { validMonths }: Pick<Terms, 'validMonths'>): string | null =>
  validMonths === null ? null : addMonths(signedOn, validMonths);

/** How each party of a plan stands to it as it is today. `signatures`: the latest of each party. */
export const standingsOf = (
  terms: Terms,
  { signatures, parts, today }: { signatures: readonly Signature[]; parts: readonly Part[]; today: string },
): PartyStanding[] =>
  terms.parties.map((party): PartyStanding => {
    const signature = signatures.find((one) => one.party === party) ?? null;
    if (signature === null) return { party, state: 'none', signature, changes: [] };
    const changes = changesSince(signature, parts);
    if (changes.length > 0) return { party, state: 'changed', signature, changes };
    const until = lastDay(signature, terms);
    return { party, state: until !== null && until < today ? 'over' : 'stands', signature, changes };
  });

/** In force when every party's signature stands; over when nothing changed and the time of one has run out; else it waits for signatures. */
export type PlanState = 'waits' | 'inForce' | 'over';

export type Validity = {
  state: PlanState;
  /** The day the last party signed, YYYY-MM-DD; null while it waits. */
  fromOn: string | null;
  /** The last day it holds: as long as the first of its signatures; null where it holds until changed. */
  untilOn: string | null;
};

export const validityOf = (standings: readonly PartyStanding[], terms: Pick<Terms, 'validMonths'>): Validity => {
  const signatures = standings.flatMap(({ signature }) => signature ?? []);
  if (standings.some(({ state }) => state === 'none' || state === 'changed'))
    return { state: 'waits', fromOn: null, untilOn: null };
  const fromOn = signatures.map(({ signedOn }) => signedOn).reduce((one, other) => (one > other ? one : other));
  const lastDays = signatures.flatMap((signature) => lastDay(signature, terms) ?? []);
  const untilOn = lastDays.length === 0 ? null : lastDays.reduce((one, other) => (one < other ? one : other));
  return { state: standings.some(({ state }) => state === 'over') ? 'over' : 'inForce', fromOn, untilOn };
};

/** Whether a party can sign now: all is said that has to be, and their signature does not stand. */
export const canSign = (
  party: Party | null,
  { standings, missing }: { standings: readonly PartyStanding[]; missing: readonly unknown[] },
): boolean => {
  const standing = standings.find((one) => one.party === party);
  return standing !== undefined && missing.length === 0 && standing.state !== 'stands';
};
