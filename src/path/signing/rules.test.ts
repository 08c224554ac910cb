import { describe, expect, test } from 'vitest';
import { type Party, parties } from '../kinds/tables.ts';
import { canSign, changesSince, type Part, type PartyState, type Signature, standingsOf, validityOf } from './rules.ts';

const part = (id: string, sha256: string, agreedBy: readonly Party[] = []): Part => ({
  ...{ part: id === 'goal' ? 'goal' : 'step', id, version: 1, sha256, agreedBy },
});

const signature = (party: Party, parts: readonly Part[], signedOn = '2026-03-02'): Signature => ({
  ...{ party, version: 1, sha256: 'x', parts, personName: party, role: party, onPaperBy: null },
  ...{ signedAt: new Date(`${signedOn}T10:00:00Z`), signedOn },
});

const [goal, call, visit] = [part('goal', 'g1'), part('call', 'c1'), part('visit', 'v1')];
const signed = signature('customer', [goal, call]);

test.each([
  ['nothing', [goal, call], []],
  ['the same in another order', [call, goal], []],
  ['a changed text', [goal, part('call', 'c2')], [['call', 'changed']]],
  ['a new part', [goal, call, visit], [['visit', 'new']]],
  ['a part that is gone', [call], [['goal', 'gone']]],
  ['a change the party agreed to itself', [goal, part('call', 'c2', ['customer'])], []],
  ['a new part that only the others agreed to', [goal, call, part('visit', 'v1', ['employment'])], [['visit', 'new']]],
  ['a new part the party agreed to', [goal, call, part('visit', 'v1', ['employment', 'customer'])], []],
] as const)('since a signature changed: %s', (_name, now, expected) => {
  expect(changesSince(signed, now).map(({ id, what }) => [id, what])).toEqual(expected);
});

test('a signature names the version of a part that it was of, so that the two can be compared', () => {
  expect(changesSince(signed, [goal, { ...part('call', 'c2'), version: 4 }])).toEqual([
    { part: 'step', id: 'call', what: 'changed', signedVersion: 1 },
  ]);
});

const today = '2026-03-02';
const states: PartyState[] = ['none', 'stands', 'changed', 'over'];
const terms = { parties, validMonths: 12 };

/** Latest signatures that leave each party of a plan in a state. */
const having = (wanted: Partial<Record<Party, PartyState>>): Signature[] =>
  parties.flatMap((party) => {
    const state = wanted[party];
    if (!state || state === 'none') return [];
    return [signature(party, state === 'changed' ? [goal] : [goal, call], state === 'over' ? '2025-03-01' : today)];
  });

const all: Record<Party, PartyState>[] = states.flatMap((customer) =>
  states.flatMap((employment) =>
    states.flatMap((wellbeing) => states.map((kela) => ({ customer, employment, wellbeing, kela }))),
  ),
);

/** What it is called when its parties stand so: as it is told to a customer. */
const planStateOf = (standing: Record<Party, PartyState>) => {
  const found = Object.values(standing);
  if (found.every((state) => state === 'stands')) return 'inForce';
  return found.includes('none') || found.includes('changed') ? 'waits' : 'over';
};

test(`all ${all.length} ways four parties can stand: in force when all of them have signed all of it, and not before or after`, () => {
  for (const wanted of all) {
    const standings = standingsOf(terms, { signatures: having(wanted), parts: [goal, call], today });
    expect(Object.fromEntries(standings.map(({ party, state }) => [party, state]))).toEqual(wanted);
    expect({ wanted, state: validityOf(standings, terms).state }).toEqual({ wanted, state: planStateOf(wanted) });
  }
});

test('all states of all parties: whose signature does not stand can sign, when everything is said that has to be', () => {
  for (const wanted of all)
    for (const missing of [[], ['goal']])
      for (const party of [...parties, null]) {
        const standings = standingsOf(terms, { signatures: having(wanted), parts: [goal, call], today });
        const expected = party !== null && wanted[party] !== 'stands' && missing.length === 0;
        expect({ party, can: canSign(party, { standings, missing }) }).toEqual({ party, can: expected });
      }
});

test('whoever is no party of this kind of plan signs nothing', () => {
  const two = { parties: ['customer', 'employment'], validMonths: null } as const;
  const standings = standingsOf(two, { signatures: [], parts: [goal], today });
  expect(canSign('wellbeing', { standings, missing: [] })).toBe(false);
});

describe('it holds', () => {
  const two = (validMonths: number | null) => ({ parties: ['customer', 'employment'] as const, validMonths });
  const both = [signature('customer', [goal], '2026-03-02'), signature('employment', [goal], '2026-03-05')];
  const on = (day: string, validMonths: number | null, signatures = both) =>
    validityOf(standingsOf(two(validMonths), { signatures, parts: [goal], today: day }), { validMonths });

  test('from the day the last party signed, for the months of its kind from the first', () => {
    expect(on('2030-06-01', null)).toEqual({ state: 'inForce', fromOn: '2026-03-05', untilOn: null });
    expect(on('2027-03-02', 12)).toEqual({ state: 'inForce', fromOn: '2026-03-05', untilOn: '2027-03-02' });
    expect(on('2027-03-03', 12)).toEqual({ state: 'over', fromOn: '2026-03-05', untilOn: '2027-03-02' });
  });

  test('again only when all whose time ran out have signed again', () => {
    const [, employment] = both;
    const renewed = [signature('customer', [goal], '2027-03-10'), employment].flatMap((one) => one ?? []);
    expect(on('2027-03-10', 12, renewed).state).toBe('over');
    expect(on('2027-03-05', 12, renewed).state).toBe('inForce');
  });
});
