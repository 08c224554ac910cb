import { expect, test } from 'vitest';
import { setConsent } from '../kernel/consent.ts';
import { addLanguageSkill, tellLimits, tellWishes } from '../know-how/index.ts';
import { testWorld } from '../testing/database.ts';
import { answerMatch } from './answer-match.ts';
import { aChallenge, apartSkills, aRelatedPair, keep } from './fixtures.ts';
import { matchingMoves } from './moves.ts';
import { showMatch } from './show-match.ts';
import { showMatches } from './show-matches.ts';

const world = await testWorld();
const [events = 0, baking = 0, driving = 0, sewing = 0] = await apartSkills(world, 4);
const related = await aRelatedPair(world, [events, baking, driving, sewing]);
const contact = await world.aBusinessContact({ businessName: 'Leipomo Lehto' });
const aMatched = () => world.aCustomer({ consents: ['matching'] });
const idsOf = async (customer: Awaited<ReturnType<typeof aMatched>>) =>
  (await world.run(customer.actor, showMatches, {})).matches.map(({ challengeId }) => challengeId);

test('says why: needs met by my skills and words, partly met, missing; the parts add up', async () => {
  const liisa = await aMatched();
  await keep(world, liisa, { [events]: ['järjestin kyläjuhlat'], [related.mine]: [] });
  const needs = [{ skillId: events, weight: 3 }, { skillId: related.needed, weight: 2 }, { skillId: sewing }];
  const challengeId = await aChallenge(world, contact, { needs });
  const match = await world.run(liisa.actor, showMatch, { challengeId });
  expect(match).toMatchObject({ businessName: 'Leipomo Lehto', points: 60, isGood: true, version: 0, answer: null });
  expect(match.parts.map(({ skillId, state, got, through }) => [skillId, state, got, through?.words])).toEqual([
    [events, 'met', 50, ['järjestin kyläjuhlat']],
    [related.needed, 'partly', 10, []],
    [sewing, 'missing', 0, undefined],
  ]);
  expect(match.parts.every(({ label }) => label.length > 0)).toBe(true);
  expect(await idsOf(liisa)).toEqual([challengeId]);
});

test('matches nobody without the consent, and stops at once when it is withdrawn', async () => {
  const liisa = await world.aCustomer();
  await keep(world, liisa, { [baking]: ['leivoin'] });
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: baking }] });
  expect(await world.run(liisa.actor, showMatches, {})).toEqual({
    isConsented: false,
    objectsSince: null,
    hasKnowHow: false,
    matches: [],
    wished: [],
    news: { matches: [], computedAt: null, upTo: null },
  });
  await expect(world.run(liisa.actor, showMatch, { challengeId })).rejects.toMatchObject({ code: 'notNow' });
  await world.run(liisa.actor, setConsent, { what: 'matching', isGiven: true, untilOn: null });
  expect(await idsOf(liisa)).toEqual([challengeId]);
  await world.run(liisa.actor, setConsent, { what: 'matching', isGiven: false, untilOn: null });
  expect(await idsOf(liisa)).toEqual([]);
});

test('tells apart no know-how from nothing found', async () => {
  const liisa = await aMatched();
  expect(await world.run(liisa.actor, showMatches, {})).toMatchObject({ hasKnowHow: false, matches: [] });
  await keep(world, liisa, { [sewing]: [] });
  const found = await world.run(liisa.actor, showMatches, {});
  expect(found).toMatchObject({ isConsented: true, hasKnowHow: true });
});

test('shows only what is open in my city and fits my hours and languages', async () => {
  const maria = await world.aCustomer({
    city: 'espoo',
    consents: ['matching'],
    workHours: 'evenings',
    spokenLanguages: ['fi'],
  });
  await keep(world, maria, { [driving]: ['ajoin'] });
  const espoo = await world.aBusinessContact({ city: 'espoo' });
  const needs = [{ skillId: driving }];
  await aChallenge(world, contact, { needs });
  await aChallenge(world, espoo, { needs, state: 'draft' });
  await aChallenge(world, espoo, { needs, state: 'paused' });
  await aChallenge(world, espoo, { needs, untilOn: '2026-03-01' });
  await aChallenge(world, espoo, { needs, hours: 'days' });
  await aChallenge(world, espoo, { needs, languages: ['sv'] });
  const evening = await aChallenge(world, espoo, {
    needs,
    hours: 'evenings',
    languages: ['fi'],
    untilOn: '2026-03-02',
  });
  expect(await idsOf(maria)).toEqual([evening]);
});

test('who has not told their hours or languages is shown what asks for them, and asked', async () => {
  const liisa = await aMatched();
  await keep(world, liisa, { [driving]: ['ajoin'] });
  const needs = [{ skillId: driving }];
  const challengeId = await aChallenge(world, contact, { needs, hours: 'evenings', languages: ['sv'] });
  expect(await idsOf(liisa)).toContain(challengeId);
  const { isGood, limits } = await world.run(liisa.actor, showMatch, { challengeId });
  expect(isGood).toBe(true);
  expect(limits).toMatchObject([
    { kind: 'hours', fits: true, isTold: false },
    { kind: 'languages', fits: true, isTold: false },
    { kind: 'until' },
  ]);
  await world.run(liisa.actor, tellLimits, { hours: 'days', languages: ['sv'], area: '', version: 1 });
  expect(await idsOf(liisa)).not.toContain(challengeId);
});

test('languages told in the profile count as those told with the limits; hidden ones do not', async () => {
  const liisa = await aMatched();
  await keep(world, liisa, { [driving]: ['ajoin'] });
  const needs = [{ skillId: driving }];
  const challengeId = await aChallenge(world, contact, { needs, languages: ['fi'] });
  const languagesOf = async () => (await world.run(liisa.actor, showMatch, { challengeId })).limits[1];
  await world.run(liisa.actor, addLanguageSkill, { code: 'sv', level: 'B1' });
  expect(await languagesOf()).toMatchObject({ isTold: true, fits: false, missing: ['fi'] });
  expect(await idsOf(liisa)).not.toContain(challengeId);
  await world.run(liisa.actor, addLanguageSkill, { code: 'fi', level: 'native' });
  expect(await languagesOf()).toMatchObject({ isTold: true, fits: true, missing: [] });
  expect(await idsOf(liisa)).toContain(challengeId);
  await world.database.inCity('turku', (tx) =>
    tx
      .updateTable('languageSkill')
      .set({ hiddenAt: world.clock() })
      .where('customerId', '=', liisa.customerId)
      .execute(),
  );
  expect(await languagesOf()).toMatchObject({ isTold: false });
});

test('a challenge of another city is not there, as a made-up one is not', async () => {
  const liisa = await aMatched();
  const espoo = await world.aBusinessContact({ city: 'espoo' });
  const elsewhere = await aChallenge(world, espoo, { needs: [{ skillId: driving }] });
  const draft = await aChallenge(world, contact, { needs: [{ skillId: driving }], state: 'draft' });
  for (const challengeId of [elsewhere, draft, '0190163d-8694-739b-aea5-966c26f8ad90', 'nonsense'])
    await expect(world.run(liisa.actor, showMatch, { challengeId })).rejects.toMatchObject({ code: 'notFound' });
});

test('a must I lack is a reason, not a lower score, and keeps it off my moves', async () => {
  const liisa = await aMatched();
  await keep(world, liisa, { [events]: ['juhlat'] });
  const espoo = await world.aBusinessContact({ city: 'turku', businessName: 'Konepaja' });
  const needs = [
    { skillId: events, weight: 3 },
    { skillId: sewing, isMust: true },
  ];
  const challengeId = await aChallenge(world, espoo, { needs });
  const match = await world.run(liisa.actor, showMatch, { challengeId });
  expect(match).toMatchObject({ points: 75, isGood: false });
  expect(match.mustMissing).toHaveLength(1);
});

test('leaves out what I have said no to; the home page tells of good ones not answered', async () => {
  const liisa = await world.aCustomer({ city: 'espoo', consents: ['matching'] });
  const espoo = await world.aBusinessContact({ city: 'espoo' });
  await keep(world, liisa, { [baking]: ['leivoin'] });
  const first = await aChallenge(world, espoo, { needs: [{ skillId: baking }], untilOn: '2026-04-01' });
  const second = await aChallenge(world, espoo, { needs: [{ skillId: baking }], untilOn: '2026-05-01' });
  const moves = () =>
    world.run(liisa.actor, (work) => matchingMoves.customer?.(work) ?? Promise.resolve([]), undefined);
  expect((await moves())[0]?.since).toEqual(world.clock());
  const agreed = new Date(world.clock().getTime() + 3_600_000);
  world.clock.set(agreed);
  await world.run(liisa.actor, setConsent, { what: 'matching', isGiven: true, untilOn: null });
  expect((await moves())[0]?.since).toEqual(agreed);
  expect(await moves()).toMatchObject([
    { kind: 'newMatches', values: { count: 2 }, path: '/matches', untilOn: '2026-04-01' },
  ]);
  await world.run(liisa.actor, answerMatch, { challengeId: first, answer: 'no' });
  expect(await idsOf(liisa)).toEqual([second]);
  await world.run(liisa.actor, answerMatch, { challengeId: second, answer: 'notNow' });
  expect(await idsOf(liisa)).toEqual([second]);
  expect(await moves()).toEqual([]);
});

test("nobody is matched with their own business's challenge, or can answer it", async () => {
  const contact = await world.aBusinessContact({ city: 'espoo' });
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: sewing }] });
  const self = await world.aCustomer({ city: 'espoo', consents: ['matching'], personId: contact.personId });
  await keep(world, self, { [sewing]: [] });
  expect((await world.run(self.actor, showMatches, {})).matches).toEqual([]);
  await expect(world.run(self.actor, showMatch, { challengeId })).rejects.toMatchObject({ code: 'notFound' });
  const other = await world.aCustomer({ city: 'espoo', consents: ['matching'] });
  await keep(world, other, { [sewing]: [] });
  expect((await world.run(other.actor, showMatches, {})).matches).toHaveLength(1);
});

test('a level wanted is told beside mine: below it takes points, not told takes none and asks', async () => {
  const liisa = await aMatched();
  await keep(world, liisa, { [events]: ['juhlat'], [baking]: [], [driving]: [] }, { [events]: 3, [baking]: 4 });
  const needs = [
    { skillId: events, level: 4 as const, isMust: true },
    { skillId: baking, level: 3 as const },
    { skillId: driving, level: 3 as const },
    { skillId: sewing, level: 3 as const },
  ];
  const challengeId = await aChallenge(world, contact, { needs });
  const match = await world.run(liisa.actor, showMatch, { challengeId });
  expect(match).toMatchObject({ points: 70, isGood: true, mustMissing: [] });
  const told = new Map(match.parts.map((part) => [part.skillId, part]));
  expect(told.get(events)).toMatchObject({ state: 'partly', got: 20, levelState: 'below', through: { level: 3 } });
  expect(told.get(baking)).toMatchObject({ state: 'met', got: 25, levelState: 'enough' });
  expect(told.get(driving)).toMatchObject({ state: 'met', got: 25, levelState: 'notTold', through: { level: null } });
  expect(told.get(sewing)).toMatchObject({ state: 'missing', levelState: null, through: null });
});

test('what is hidden matches nothing at once, and does again when it is shown', async () => {
  const liisa = await aMatched();
  await keep(world, liisa, { [sewing]: ['ompelin'] });
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: sewing }] });
  const hide = (hiddenAt: Date | null) =>
    world.database.inCity('turku', (tx) =>
      tx.updateTable('knowHow').set({ hiddenAt }).where('customerId', '=', liisa.customerId).execute(),
    );
  expect(await idsOf(liisa)).toContain(challengeId);
  await hide(world.clock());
  expect(await world.run(liisa.actor, showMatches, {})).toMatchObject({ hasKnowHow: false, matches: [] });
  await hide(null);
  expect(await idsOf(liisa)).toContain(challengeId);
});

test('a wish is said beside a match and brings up what nothing I can reaches; it moves no point', async () => {
  const liisa = await aMatched();
  await keep(world, liisa, { [events]: ['juhlat'] });
  const both = await aChallenge(world, contact, { needs: [{ skillId: events }, { skillId: driving }] });
  const onlyWished = await aChallenge(world, contact, { needs: [{ skillId: driving }] });
  const before = await world.run(liisa.actor, showMatch, { challengeId: both });
  const uri = world.services.vocabulary.skill(driving)?.uri ?? '';
  const wishes = { what: [{ text: 'Haluaisin ajaa', uri }], where: '', notWanted: '', version: 0 };
  await world.run(liisa.actor, tellWishes, wishes);
  const { matches, wished } = await world.run(liisa.actor, showMatches, {});
  const match = matches.find(({ challengeId }) => challengeId === both);
  expect(match).toMatchObject({ points: before.points, isGood: before.isGood });
  expect(match?.wished).toHaveLength(1);
  expect(wished.map(({ challengeId }) => challengeId)).toContain(onlyWished);
  expect(wished.find(({ challengeId }) => challengeId === onlyWished)).toMatchObject({ points: 0, isGood: false });
  await world.run(liisa.actor, answerMatch, { challengeId: onlyWished, answer: 'notNow' });
  const later = await world.run(liisa.actor, showMatches, {});
  expect(later.wished.map(({ challengeId }) => challengeId)).not.toContain(onlyWished);
});

test('what I do not want is put aside with my words as the reason; it takes no point', async () => {
  const liisa = await aMatched();
  const skillId = world.services.vocabulary.search('hitsaus', 'fi', 1)[0]?.skillId ?? 0;
  await keep(world, liisa, { [skillId]: ['hitsasin'] });
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId }] });
  expect(await world.run(liisa.actor, showMatch, { challengeId })).toMatchObject({ points: 100, isGood: true });
  const wishes = { what: [], where: '', notWanted: 'Hitsausta en jaksa enää', version: 0 };
  await world.run(liisa.actor, tellWishes, wishes);
  const match = await world.run(liisa.actor, showMatch, { challengeId });
  expect(match).toMatchObject({ points: 100, isGood: false });
  expect(match.notWanted).toMatchObject([{ words: expect.stringMatching(/hitsaus/i) }]);
  const moves = await world.run(
    liisa.actor,
    (work) => matchingMoves.customer?.(work) ?? Promise.resolve([]),
    undefined,
  );
  expect(moves).toEqual([]);
});

test('for what is missing the nearest of what I can is told', async () => {
  const liisa = await aMatched();
  const pair = await world.database.acrossCities((tx) =>
    tx
      .selectFrom('skillRelation as a')
      .innerJoin('skillRelation as b', 'b.skillId', 'a.otherId')
      .select(['a.skillId as mine', 'b.otherId as missing'])
      .whereRef('b.otherId', '<>', 'a.skillId')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('skillRelation as c')
              .select('c.skillId')
              .whereRef('c.skillId', '=', 'a.skillId')
              .whereRef('c.otherId', '=', 'b.otherId'),
          ),
        ),
      )
      .orderBy('a.skillId')
      .orderBy('b.otherId')
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  await keep(world, liisa, { [pair.mine]: ['tein'], [events]: [] });
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: pair.missing }, { skillId: events }] });
  const { nearest } = await world.run(liisa.actor, showMatch, { challengeId });
  const label = world.services.vocabulary.skill(pair.mine)?.labels[liisa.actor.language];
  expect(nearest).toEqual([{ skillId: pair.missing, label }]);
});
