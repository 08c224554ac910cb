import { expect, test } from 'vitest';
import { readDoneForMe } from '../kernel/acting/acted-for.ts';
import { setConsent } from '../kernel/consent.ts';
import { testWorld } from '../testing/database.ts';
import { readMyKnowHow } from './queries.ts';
import { readStory } from './read-story.ts';
import { keepForCustomer, readToldStory, readWhoTells, tellStoryForCustomer } from './story-for-customer.ts';

const world = await testWorld();
const { run, clock } = world;
const text = 'Hoidin äitiäni kotona kolme vuotta. Järjestin kyläjuhlat ja leivoin pullaa myyjäisiin.';
const desk = { way: 'desk', reason: 'Hän kertoi, minä kirjoitin' } as const;

const aPair = async (consents: 'adviserKnowHow'[] = ['adviserKnowHow']) => {
  const liisa = await world.aCustomer({ consents });
  const adviser = await world.anAdviser({ name: 'Outi Ohjaaja', caseload: [liisa] });
  return { liisa, adviser };
};
const tells = ({ liisa, adviser }: Awaited<ReturnType<typeof aPair>>) =>
  run(adviser.actor, tellStoryForCustomer, { customerId: liisa.customerId, text, language: 'fi', ...desk });

test('a story told at the desk is the customer’s; what they say is right is kept, and the rest waits for them', async () => {
  const pair = await aPair();
  const { liisa, adviser } = pair;
  const { id: toldStoryId } = await tells(pair);
  const told = await run(adviser.actor, readToldStory, { toldStoryId });
  expect(told).toMatchObject({ text, kept: [], version: 1 });
  expect(told.waits.length).toBeGreaterThan(2);
  const [first] = told.waits;
  const keep = [first?.id ?? ''];
  await run(adviser.actor, keepForCustomer, { toldStoryId, version: 1, keep, ...desk });
  expect((await run(liisa.actor, readMyKnowHow, undefined)).kept.map(({ label }) => label)).toEqual([first?.label]);
  const { found } = await run(liisa.actor, readStory, toldStoryId);
  expect(found.filter(({ state }) => state === 'suggested')).toHaveLength(told.waits.length - 1);
  expect(await run(liisa.actor, readDoneForMe, undefined)).toMatchObject([
    { what: 'suggestions', officialName: 'Outi Ohjaaja' },
    { what: 'story', path: `/know-how/stories/${toldStoryId}` },
  ]);
  const again = run(adviser.actor, keepForCustomer, { toldStoryId, version: 1, keep, ...desk });
  await expect(again).rejects.toMatchObject({ code: 'changedMeanwhile' });
});

test('who does not show their adviser their know-how tells it themselves', async () => {
  const pair = await aPair([]);
  const { customerId } = pair.liisa;
  expect(await run(pair.adviser.actor, readWhoTells, { customerId })).toMatchObject({ isShared: false });
  await expect(tells(pair)).rejects.toMatchObject({ code: 'notNow' });
});

test('it is open to who wrote it down the same day, while the customer shows their know-how, and to nobody else', async () => {
  const pair = await aPair();
  const { liisa, adviser } = pair;
  const colleague = await world.anAdviser({ caseload: [liisa] });
  const { id: toldStoryId } = await tells(pair);
  const opens = (who: typeof adviser) => run(who.actor, readToldStory, { toldStoryId });
  const notFound = { code: 'notFound' };
  await expect(opens(colleague)).rejects.toMatchObject(notFound);
  const own = await run(liisa.actor, readStory, toldStoryId);
  expect(own.text).toBe(text);
  await run(liisa.actor, setConsent, { what: 'adviserKnowHow', isGiven: false, untilOn: null });
  await expect(opens(adviser)).rejects.toMatchObject(notFound);
  await run(liisa.actor, setConsent, { what: 'adviserKnowHow', isGiven: true, untilOn: null });
  await opens(adviser);
  clock.set('2026-03-03T07:00:00Z');
  await expect(opens(adviser)).rejects.toMatchObject(notFound);
});
