import { expect, test } from 'vitest';
import { roles } from '../../kernel/actor.ts';
import { documentMoves, documentRelations, documentSides, movesFor, stateAfter } from './rules.ts';
import { type DocumentRole, documentRoles, documentStates } from './tables.ts';

/** Every state and side in which something can be done, and what it leads to. What is not here cannot be done. */
const allowed: Record<string, string> = {
  'asked customer give': 'given',
  'notHad customer give': 'given',
  'asked customer sayNot': 'notHad',
  'asked asker withdraw': 'withdrawn',
  'notHad asker withdraw': 'withdrawn',
  'notHad asker askAgain': 'asked',
  'given customer show': 'given',
  'given customer delete': 'deleted',
  'given time end': 'deleted',
};

const every = documentStates.flatMap((state) =>
  documentSides.flatMap((side) =>
    [true, false].flatMap((keeps) => documentMoves.map((move) => ({ state, side, keeps, move }))),
  ),
);

test.each(every)('$state, $side, kept by law $keeps: $move', ({ state, side, keeps, move }) => {
  const to = keeps && move === 'delete' ? null : (allowed[`${state} ${side} ${move}`] ?? null);
  expect(stateAfter(move, { state, side, keeps })).toBe(to);
  expect(movesFor({ state, side, keeps }).includes(move)).toBe(to !== null);
});

const subsets: DocumentRole[][] = [[], ['adviser'], ['socialWorker'], ['adviser', 'socialWorker']];
const pairs = roles.flatMap((role) =>
  [null, ...documentRoles].flatMap((asked) =>
    documentStates.flatMap((state) => subsets.map((shownTo) => ({ role, asked, state, shownTo }))),
  ),
);

test(`all ${pairs.length} ways a role can lie to a document: who asked, and whom a given one is shown; nobody without the customer in their caseload`, () => {
  for (const { role, asked, state, shownTo } of pairs) {
    const document = { role: asked, state, shownTo };
    expect(documentRelations(role, ['city'], document)).toEqual([]);
    const looksAfter = role === 'adviser' || role === 'socialWorker';
    const expected = [
      ...(looksAfter && asked === role ? ['wrote'] : []),
      ...(looksAfter && state === 'given' && shownTo.some((one) => one === role) ? ['shared'] : []),
    ];
    const found = documentRelations(role, ['city', 'caseload'], document);
    expect({ acting: role, ...document, found }).toEqual({ acting: role, ...document, found: expected });
  }
});
