import { expect, test } from 'vitest';
import { answerByLink } from '../know-how/vouching/answer-request.ts';
import { decideVouching } from '../know-how/vouching/decide-vouching.ts';
import { vouchWorld } from '../know-how/vouching/fixtures.ts';
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
  expect(await seenBy()).toEqual([[events, [{ name: 'Päivi Kallioinen', told: '', by: 'adviser', city: 'Turku' }]]]);
  await world.run(adviser.actor, withdrawAsAdviser, { requestId, skill: uris[0] ?? '' });
  expect(await seenBy()).toEqual([[events, []]]);
});

test('what was said by a link does not look as if the city had said it', async () => {
  const { aKeeper, aLink, aGuest, seen, other } = vouchWorld(world);
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: events }] });
  const aino = await aKeeper({ consents: ['matching'] });
  await keep(world, aino, { [events]: [] });
  const { id, secret } = await aLink(aino);
  const voucher = { name: 'Päivi Kallioinen', role: 'omavalmentaja, Turku', email: null };
  const answers = [seen('leipominen'), other('asiakaspalvelu', 'declined')];
  await world.runAsGuest(aGuest(), answerByLink, { secret, ...voucher, answers });
  const { requests } = await world.run(aino.actor, (work) => readVouching(work), undefined);
  const baked = requests.find((one) => one.id === id)?.vouchings.find(({ state }) => state === 'offered');
  const taking = { vouchingId: baked?.id ?? '', version: baked?.version ?? 0, decision: 'accept' as const };
  await world.run(aino.actor, decideVouching, taking);
  await world.run(aino.actor, answerMatch, {
    ...{ challengeId, answer: 'yes', version: 0 },
    card: { ...cardWith(baked?.skillId ?? 0), showsVouching: true },
  });
  const [card] = await world.run(contact.actor, cardsFor, challengeId);
  expect(card?.skills[0]?.seenBy).toEqual([
    { name: 'Päivi Kallioinen', told: 'omavalmentaja, Turku', by: 'link', city: null },
  ]);
});
