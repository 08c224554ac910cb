import { expect, test } from 'vitest';
import { keptSkills, readCustomerKnowHow } from '../know-how/index.ts';
import { showItem } from '../know-how/profile/item-audiences.ts';
import { testWorld } from '../testing/database.ts';
import { answerMatch } from './answer-match.ts';
import { cardsFor } from './cards-for.ts';
import { countPeople } from './count-people.ts';
import { aChallenge, apartSkills, cardWith, keep } from './fixtures.ts';
import { noNoise } from './noise.ts';
import { findBest } from './segment/find-best.ts';
import { keyOfHeld } from './segment/keys.ts';
import { showMatches } from './show-matches.ts';

// Know-how the customer hides counts nowhere: each way in which somebody else could be shown it, or be matched by it, is asked here.
const world = await testWorld();
const [hidden = 0, shown = 0] = await apartSkills(world, 2);
const today = '2026-03-02';
await world.services.matchingIndex.whenBuilt({ cityId: 'turku', today, now: world.clock() });
const contact = await world.aBusinessContact();
const challengeId = await aChallenge(world, contact, { needs: [{ skillId: hidden }, { skillId: shown }] });
const customer = await world.aCustomer({ consents: ['matching', 'adviserKnowHow'] });
const adviser = await world.anAdviser({ caseload: [customer] });
const others = [];
for (let made = 0; made < 4; made += 1) others.push(await world.aCustomer({ consents: ['matching'] }));
for (const one of [customer, ...others]) await keep(world, one, { [hidden]: [], [shown]: [] });

const setHidden = (hiddenAt: Date | null) =>
  world.database.inCity('turku', (tx) =>
    tx
      .updateTable('knowHow')
      .set({ hiddenAt })
      .where('cityId', '=', 'turku')
      .where('customerId', '=', customer.customerId)
      .where('skillId', '=', hidden)
      .execute(),
  );

const answer = { challengeId, answer: 'yes' as const, card: cardWith(hidden, shown) };
await world.run(customer.actor, answerMatch, answer);

const looks = {
  'what matching knows of me': async () =>
    (await world.database.inCity('turku', (tx) => keptSkills(tx, 'turku', customer.customerId))).map(
      ({ skillId }) => skillId,
    ),
  'the parts of my match': async () => {
    const { matches } = await world.run(customer.actor, (work) => showMatches(work), undefined);
    return matches.flatMap(({ parts }) => parts.flatMap(({ state, skillId }) => (state === 'met' ? [skillId] : [])));
  },
  'the card a business was shown': async () =>
    (await world.run(contact.actor, cardsFor, challengeId)).flatMap(({ skills }) =>
      skills.map(({ skillId }) => skillId),
    ),
  'the index in the process': async () => {
    const index = await world.database.inCity('turku', (tx) =>
      world.services.matchingIndex.of({ tx, cityId: 'turku', today, now: world.clock() }),
    );
    const people = index?.people;
    if (!people) throw new Error('not built');
    const holds = (skillId: number) => {
      const groups = [{ wanted: [{ key: keyOfHeld(skillId, null), points: 10 }], heldFrom: 6, isMust: false }];
      return findBest(people, { groups, accepts: () => true, limit: 100 }).some(({ id }) => id === customer.customerId);
    };
    return [hidden, shown].filter(holds);
  },
  'what my adviser sees': async () =>
    (await world.run(adviser.actor, readCustomerKnowHow, customer.customerId)).knowHow.map(({ skillId }) => skillId),
};

test.each(Object.entries(looks))('hidden know-how is not in %s', async (_, look) => {
  const both = [hidden, shown].sort();
  await setHidden(null);
  expect((await look()).sort()).toEqual(both);
  await setHidden(world.clock());
  expect(await look()).toEqual([shown]);
});

const count = (skillId: number) =>
  world.database.inCity('turku', async (tx) => {
    const index = await world.services.matchingIndex.of({ tx, cityId: 'turku', today, now: world.clock() });
    const needs = [{ skillId, weight: 1, isMust: false, level: null }];
    const asked = {
      cityId: 'turku',
      businessId: contact.businessId,
      hours: 'any' as const,
      languages: [],
      today,
      needs,
    };
    return Promise.all([
      countPeople(tx, asked, { people: index?.people ?? null, noise: noNoise }),
      countPeople(tx, asked, { people: null, noise: noNoise }),
    ]);
  });

test('nor is its holder counted, with the index or without', async () => {
  await setHidden(null);
  expect((await count(hidden)).map(({ all }) => all)).toEqual(['5-9', '5-9']);
  await setHidden(world.clock());
  expect((await count(hidden)).map(({ all }) => all)).toEqual([null, null]);
});

test('know-how hidden from businesses alone counts for none of them, and stays for its customer', async () => {
  const { id } = await world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('knowHow')
      .select('id')
      .where('customerId', '=', customer.customerId)
      .where('skillId', '=', shown)
      .executeTakeFirstOrThrow(),
  );
  const show = (isShown: boolean) =>
    world.run(customer.actor, showItem, { kind: 'knowHow', id, audience: 'business', linkId: null, isShown });
  expect((await count(shown)).map(({ all }) => all)).toEqual(['5-9', '5-9']);
  await show(false);
  expect((await count(shown)).map(({ all }) => all)).toEqual([null, null]);
  expect(await looks['the parts of my match']()).toContain(shown);
  await show(true);
  expect((await count(shown)).map(({ all }) => all)).toEqual(['5-9', '5-9']);
});
