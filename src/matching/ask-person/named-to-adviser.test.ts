import { expect, test } from 'vitest';
import { keptSkills } from '../../know-how/index.ts';
import { shareWith } from '../../know-how/profile/audience-share.ts';
import { testWorld } from '../../testing/database.ts';
import { aChallenge, apartSkills, aRelatedPair, keep } from '../fixtures.ts';
import { askInput, askPerson } from './ask-person.ts';
import { readAskedPerson } from './read-asks.ts';

const world = await testWorld();
const { run } = world;

test('a skill the customer does not show their adviser is not named to them by what they asked', async () => {
  const contact = await world.aBusinessContact();
  const adviser = await world.anAdviser();
  const customer = await world.aCustomer({ consents: ['matching', 'adviserKnowHow'], adviser });
  const { mine, needed } = await aRelatedPair(world, await apartSkills(world, 1));
  await keep(world, customer, { [mine]: [] });
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: needed }] });
  const { personAskId } = await run(customer.actor, askPerson, askInput.parse({ words: 'Miksi?', challengeId }));
  const through = async () =>
    (await run(adviser.actor, readAskedPerson, { personAskId, find: '' })).parts.map((part) => part.through);
  const choose = (items: string[], version: number) =>
    run(customer.actor, shareWith, { audience: 'adviser', items, newOnes: [], version });
  const [kept] = await world.database.inCity('turku', (tx) => keptSkills(tx, 'turku', customer.customerId));
  await choose([`knowHow:${kept?.knowHowId}`], 0);
  expect(await through()).toEqual([world.services.vocabulary.skill(mine)?.labels.fi]);
  await choose([], 1);
  expect(await through()).toEqual([null]);
});
