import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf, type Member, proposeTeams } from './propose-teams.ts';

const member = (id: string, mask: number, fields: number[] = [], points = 0): Member => ({ id, mask, fields, points });
const idsOf = (teams: ReturnType<typeof proposeTeams>) => teams?.teams.map(({ ids }) => [...ids].sort().join(''));

test('proposes the fewest who together meet all that anybody meets, and says what is open', () => {
  const members = [member('a', 0b0011), member('b', 0b0100), member('c', 0b0001), member('d', 0b0010)];
  expect(proposeTeams(members, { needCount: 4 })).toEqual({
    size: 2,
    teams: [{ ids: expect.arrayContaining(['a', 'b']) }],
    open: [3],
  });
});

test('of equally small teams the one from the most fields comes first, then the one that meets the needs best', () => {
  const members = [
    member('a', 0b01, [1]),
    member('same', 0b10, [1], 90),
    member('other', 0b10, [2], 10),
    member('third', 0b10, [3], 20),
  ];
  expect(idsOf(proposeTeams(members, { needCount: 2 }))).toEqual(['athird', 'aother', 'asame']);
});

test('shows me only teams that I am in', () => {
  const members = [member('a', 0b01), member('b', 0b10), member('me', 0b01), member('c', 0b10)];
  for (const team of proposeTeams(members, { needCount: 2, me: 'me' })?.teams ?? []) expect(team.ids).toContain('me');
  expect(proposeTeams(members, { needCount: 2, me: 'me' })?.teams).toHaveLength(2);
  expect(proposeTeams([...members, member('idle', 0)], { needCount: 2, me: 'idle' })?.teams).toEqual([]);
  expect(proposeTeams(members, { needCount: 2, me: 'not here' })?.teams).toEqual([]);
});

test('one who meets as much alone needs no team; nor is there one out of nobody', () => {
  expect(proposeTeams([member('a', 0b11), member('b', 0b01)], { needCount: 2 })).toBeNull();
  expect(proposeTeams([member('a', 0b1)], { needCount: 1 })).toBeNull();
  expect(proposeTeams([], { needCount: 3 })).toBeNull();
  expect(proposeTeams([member('a', 0)], { needCount: 3 })).toBeNull();
});

test('every team covers, nobody in it can be left out, and the order of the members changes nothing', () => {
  const some = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 0, max: 99 }).map(String),
      mask: fc.integer({ min: 0, max: 255 }),
      points: fc.integer({ min: 0, max: 9 }),
      fields: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
    }),
    { selector: ({ id }) => id, maxLength: 20 },
  );
  fc.assert(
    fc.property(some, (members) => {
      const found = proposeTeams(members, { needCount: 8 });
      const maskOf = (ids: readonly string[]) =>
        ids.reduce((mask, id) => mask | (members.find((one) => one.id === id)?.mask ?? 0), 0);
      const all = maskOf(members.map(({ id }) => id));
      for (const { ids } of found?.teams ?? []) {
        expect(ids).toHaveLength(found?.size ?? 0);
        expect(maskOf(ids)).toBe(all);
        for (const left of ids) expect(maskOf(ids.filter((id) => id !== left))).not.toBe(all);
      }
      expect(idsOf(proposeTeams([...members].reverse(), { needCount: 8 }))).toEqual(idsOf(found));
    }),
    { numRuns: 500 },
  );
});

test('skills that lie to each other, or to the same third, are one field', () => {
  const relations = [
    { skillId: 1, otherId: 2 },
    { skillId: 3, otherId: 90 },
    { skillId: 4, otherId: 90 },
    { skillId: 5, otherId: 91 },
    { skillId: 77, otherId: 91 },
  ];
  const fields = fieldsOf([1, 2, 3, 4, 5], relations);
  expect(fields.get(1)).toBe(fields.get(2));
  expect(fields.get(3)).toBe(fields.get(4));
  expect(new Set(fields.values()).size).toBe(3);
});
