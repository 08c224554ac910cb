import { expect, test } from 'vitest';
import { decideVouching } from '../know-how/vouching/decide-vouching.ts';
import { offerVouching } from '../know-how/vouching/offer-vouching.ts';
import { readVouching } from '../know-how/vouching/read-vouching.ts';
import { withdrawAsAdviser } from '../know-how/vouching/withdraw-vouching.ts';
import { testWorld } from '../testing/database.ts';
import { answerMatch } from './answer-match.ts';
import { cardsFor } from './cards-for.ts';
import { aChallenge, apartSkills, cardWith, keep } from './fixtures.ts';
import { prepareYes } from './prepare-yes.ts';

const world = await testWorld();
const [events = 0, baking = 0] = await apartSkills(world, 2);
const contact = await world.aBusinessContact();

test('the card tells who vouches for a skill on it, only when its customer chooses, and no longer than it stands', async () => {
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: events }] });
  const adviser = await world.anAdviser({ name: 'Päivi Kallioinen' });
  const liisa = await world.aCustomer({ consents: ['matching', 'adviserKnowHow'], adviser });
  await keep(world, liisa, { [events]: [], [baking]: [] });
  const uris = [events, baking].map((id) => world.services.vocabulary.skill(id)?.uri ?? '');
  const { id: requestId } = await world.run(adviser.actor, offerVouching, {
    ...{ customerId: liisa.customerId, skills: uris, how: 'Näin', since: '', until: '' },
  });
  const { requests } = await world.run(liisa.actor, (work) => readVouching(work), undefined);
  for (const { id: vouchingId, version } of requests[0]?.vouchings ?? [])
    await world.run(liisa.actor, decideVouching, { vouchingId, version, decision: 'accept' });
  expect(await world.run(liisa.actor, prepareYes, { challengeId })).toMatchObject({ vouched: 2, showsVouching: false });

  const answer = (version: number, showsVouching?: boolean) =>
    world.run(liisa.actor, answerMatch, {
      ...{ challengeId, answer: 'yes', version },
      card: { ...cardWith(events), showsVouching },
    });
  const seenBy = async () => {
    const [card] = await world.run(contact.actor, cardsFor, challengeId);
    return card?.skills.map(({ skillId, seenBy: who }) => [skillId, who]);
  };
  await answer(0);
  expect(await seenBy()).toEqual([[events, []]]);
  await answer(1, true);
  expect(await seenBy()).toEqual([[events, ['Päivi Kallioinen']]]);
  await world.run(adviser.actor, withdrawAsAdviser, { requestId, skill: uris[0] ?? '' });
  expect(await seenBy()).toEqual([[events, []]]);
});
