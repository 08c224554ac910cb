import { beforeAll, expect, test } from 'vitest';
import { runAsOperator } from '../../kernel/run-as-operator.ts';
import type { MadeCustomer } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { aChallenge, apartSkills, aRelatedPair, keep } from '../fixtures.ts';
import { showMatches } from '../show-matches.ts';
import type { Dimension } from './groups.ts';
import { fareCounter, readOpenChallenges } from './open-challenges.ts';
import { type BiasRates, readBiasRates } from './read-bias-rates.ts';
import { tallyPeople } from './tally-people.ts';

const world = await testWorld();
const [baking = 0, driving = 0, sewing = 0] = await apartSkills(world, 3);
const related = await aRelatedPair(world, [baking, driving, sewing]);

const report = (cityId = 'turku'): Promise<BiasRates> =>
  runAsOperator(
    { database: world.database, cityId, timeZone: 'Europe/Helsinki', now: world.clock(), command: 'tuttu report bias' },
    readBiasRates,
    undefined,
  );
const rowOf = ({ tables }: BiasRates, dimension: Dimension, group: string) =>
  tables.find((table) => table.dimension === dimension)?.rows.find((row) => row.group === group);

const set = ({ actor, customerId }: MadeCustomer, birthYear: number | null, gender: 'female' | 'male' | null) =>
  world.database.inCity(actor.cityId, (tx) =>
    tx
      .updateTable('customer')
      .set({ birthYear, gender })
      .where('cityId', '=', actor.cityId)
      .where('id', '=', customerId)
      .execute(),
  );

/** Twelve women of 30 of whom every third bakes, twelve men of 60 who all do; one who did not agree to be read. */
const aTown = async () => {
  const contact = await world.aBusinessContact({});
  await aChallenge(world, contact, { needs: [{ skillId: baking, weight: 2 }, { skillId: sewing }] });
  for (let at = 0; at < 12; at += 1) {
    const consents = ['matching', 'biasReport'] as const;
    const woman = await world.aCustomer({ consents, language: 'sv', area: 'Nummi' });
    await set(woman, 1996, 'female');
    await keep(world, woman, { [at % 3 === 0 ? baking : sewing]: [] });
    const man = await world.aCustomer({ consents, area: at < 6 ? 'Nummi' : 'Halinen' });
    await set(man, 1966, 'male');
    await keep(world, man, { [baking]: [], [driving]: [] });
  }
  const unread = await world.aCustomer({ consents: ['matching'] });
  await set(unread, 1996, 'female');
};

beforeAll(aTown, 60_000);

test('on a real deployment only who agreed is read, and the rates are as they were made', async () => {
  const rates = await report();
  expect(rates).toMatchObject({ of: 'agreed', day: '2026-03-02', openChallenges: 1 });
  expect(rates.everybody).toMatchObject({ people: 24, matching: 24, shown: { share: 1 }, goodEach: 16 / 24 });
  const women = rowOf(rates, 'gender', 'female');
  expect(women).toMatchObject({ people: 12, recommended: { share: 4 / 12 }, sign: 'lower' });
  expect(women?.recommended.ratio).toBeCloseTo(0.5, 9);
  expect(rowOf(rates, 'gender', 'male')).toMatchObject({ people: 12, recommended: { share: 1 } });
  expect(rowOf(rates, 'age', '25')).toMatchObject({ people: 12, recommended: { share: 4 / 12 } });
  expect(rowOf(rates, 'age', '55')).toMatchObject({ people: 12 });
  expect(rowOf(rates, 'language', 'sv')).toMatchObject({ people: 12 });
});

test('a small area is hidden, and another with it so that the sum gives it not away', async () => {
  const { tables } = await report();
  const areas = tables.find(({ dimension }) => dimension === 'area');
  expect(areas).toMatchObject({ rows: [], hidden: { groups: 2, people: 24 } });
});

test('who takes the consent back is not read at the next report', async () => {
  const [first] = await world.database.inCity('turku', (tx) =>
    tx.selectFrom('consent').selectAll().where('cityId', '=', 'turku').where('what', '=', 'biasReport').execute(),
  );
  const withdrawn = (withdrawnAt: Date | null) =>
    world.database.inCity('turku', (tx) =>
      tx
        .updateTable('consent')
        .set({ withdrawnAt })
        .where('cityId', '=', 'turku')
        .where('id', '=', first?.id ?? '')
        .execute(),
    );
  await withdrawn(world.clock());
  expect((await report()).everybody?.people).toBe(23);
  await withdrawn(null);
});

test('says nothing of a city where fewer than ten agreed', async () => {
  expect(await report('espoo')).toEqual({
    of: 'agreed',
    day: '2026-03-02',
    openChallenges: 0,
    sums: null,
    everybody: null,
    tables: [],
  });
});

test('every reading stands in the use log of the city, by its command', async () => {
  await report();
  const rows = await world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('useLog')
      .select(['personId', 'personName', 'role', 'section', 'action', 'isAllowed', 'customerId'])
      .where('section', '=', 'biasReport')
      .execute(),
  );
  expect(rows.at(-1)).toEqual({
    ...{ personId: null, personName: 'tuttu report bias', role: 'operator', section: 'biasReport' },
    ...{ action: 'read', isAllowed: true, customerId: null },
  });
});

test('counts the same good matches as customers are shown, whatever the needs, levels, musts and limits', async () => {
  const contact = await world.aBusinessContact({ city: 'espoo' });
  const needs = [
    { skillId: baking, weight: 3, level: 3 as const },
    { skillId: related.needed, weight: 1 },
  ];
  await aChallenge(world, contact, { needs, hours: 'evenings' });
  await aChallenge(world, contact, {
    needs: [{ skillId: driving, isMust: true }, { skillId: baking }],
    languages: ['sv'],
  });
  await aChallenge(world, contact, { needs: [{ skillId: related.needed, weight: 2 }, { skillId: sewing }] });
  await aChallenge(world, contact, { needs: [{ skillId: sewing }], state: 'paused' });
  const skills = [baking, driving, sewing, related.mine, related.needed];
  const hours = [null, 'any', 'days', 'evenings'] as const;
  const languages = [[], ['fi'], ['fi', 'sv']];
  let good = 0;
  let shown = 0;
  let challengesShown = 0;
  let recommended = 0;
  for (let at = 0; at < 31; at += 1) {
    const limits = { workHours: hours[at % 4], spokenLanguages: languages[at % 3] };
    // The last one acts for the business that asks: nobody is matched with their own.
    const self = at === 30 ? { personId: contact.personId } : {};
    const person = await world.aCustomer({ city: 'espoo', consents: ['matching'], ...limits, ...self });
    const mine = skills.filter((_, bit) => ((at + 1) & (1 << bit)) !== 0);
    const levels = at % 2 === 0 ? { [baking]: 1 as const } : {};
    await keep(world, person, Object.fromEntries(mine.map((skill) => [skill, []])), levels);
    const { matches } = await world.run(person.actor, showMatches, {});
    shown += matches.length > 0 ? 1 : 0;
    challengesShown += matches.length;
    const best = matches.filter(({ isGood }) => isGood).length;
    good += best;
    recommended += best > 0 ? 1 : 0;
  }
  const unmatched = await world.aCustomer({ city: 'espoo' });
  await keep(world, unmatched, { [baking]: [], [sewing]: [] });
  const tally = (batch?: number) =>
    world.database.inCity('espoo', (tx) =>
      tallyPeople(tx, { cityId: 'espoo', today: '2026-03-02', isMadeUp: true, ...(batch && { batch }) }),
    );
  const all = await tally();
  expect(await tally(7)).toEqual(all);
  expect(good).toBeGreaterThan(15);
  expect(all.get('all')?.get('')).toEqual({
    ...{ people: 32, matching: 31, shown, challengesShown, recommended, goodMatches: good },
  });
});

test('the best of several ways to a need counts, in whichever order they come', async () => {
  const open = await world.database.inCity('espoo', (tx) => readOpenChallenges(tx, 'espoo', '2026-03-02'));
  const fareOf = fareCounter(open);
  const told = { hours: null, languages: [], levels: [], ownBusinesses: [] };
  const both = { ...told, skills: [related.mine, related.needed] };
  expect(fareOf(both).good).toBeGreaterThan(0);
  expect(fareOf({ ...both, skills: both.skills.toReversed() })).toEqual(fareOf(both));
  expect(fareOf({ ...told, skills: [related.mine] }).good).toBe(0);
});

test('in the demo everybody is read, for all are made up', async () => {
  expect((await report()).of).toBe('agreed');
  await world.database.acrossCities((tx) => tx.insertInto('deployment').values({ isDemo: true }).execute());
  expect(await report()).toMatchObject({ of: 'madeUp', everybody: { people: 25 } });
});
