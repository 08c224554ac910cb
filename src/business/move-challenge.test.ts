import { describe, expect, test } from 'vitest';
import { type Role, roles } from '../kernel/actor.ts';
import { testWorld } from '../testing/database.ts';
import { copyChallenge } from './copy-challenge.ts';
import { businessEvents } from './events.ts';
import { aChallenge, withoutNeeds } from './fixtures.ts';
import { moveChallenge } from './move-challenge.ts';
import { readChallenge } from './read-challenge.ts';
import { removeDraft } from './remove-draft.ts';
import { challengeMoves, type MoveName, moveNames, type Standing, standings } from './rules.ts';

const world = await testWorld();
const baker = await world.aBusinessContact();
const read = (challengeId: string) => world.run(baker.actor, readChallenge, { challengeId });

const waysTo: Record<Standing, MoveName[]> = {
  draft: [],
  published: ['publish'],
  ended: ['publish'],
  paused: ['publish', 'pause'],
  closed: ['publish', 'close'],
};

/** A challenge that stands so on 6 March. */
const aChallengeThatIs = async (standing: Standing): Promise<string> => {
  world.clock.set('2026-03-02T07:00:00Z');
  const untilOn = standing === 'ended' ? '2026-03-05' : '2026-04-01';
  const challengeId = await aChallenge(world, baker, { untilOn, moves: waysTo[standing] });
  world.clock.set('2026-03-06T07:00:00Z');
  return challengeId;
};

describe.each(standings)('a challenge that is %s', (standing) => {
  test.each(moveNames)('%s, by its business', async (move) => {
    const challengeId = await aChallengeThatIs(standing);
    const moving = world.run(baker.actor, moveChallenge, { challengeId, move });
    if (!challengeMoves[move].from.includes(standing)) return expect(moving).rejects.toMatchObject({ code: 'notNow' });
    await moving;
    expect((await read(challengeId)).state).toBe(challengeMoves[move].to);
  });

  const others = roles.filter((role) => role !== 'businessContact');
  test.each(others)('is not moved by a %s', async (role: Role) => {
    const challengeId = await aChallengeThatIs(standing);
    const { actor } = await world.aPerson(role, {});
    for (const move of moveNames)
      await expect(world.run(actor, moveChallenge, { challengeId, move })).rejects.toMatchObject({ code: 'notFound' });
  });
});

test('publishing names all that is missing', async () => {
  const challengeId = await withoutNeeds(world, baker);
  await expect(world.run(baker.actor, moveChallenge, { challengeId, move: 'publish' })).rejects.toMatchObject({
    code: 'badInput',
    fields: [{ field: 'needs', message: 'business.missing.needs' }],
  });
});

test('the first publishing, and only that, is told to the business advisers', async () => {
  const adviser = await world.aStaffActor('businessAdviser', { language: 'sv' });
  await world.deliver({});
  const challengeId = await aChallenge(world, baker, { moves: ['publish', 'pause', 'goOn'] });
  expect(world.jobs.topics().filter((topic) => topic === 'challengePublished')).toHaveLength(1);
  await world.deliver(businessEvents);
  const mails = await world.database.inCity('turku', (tx) =>
    tx.selectFrom('mail').select(['subject', 'body', 'language']).where('personId', '=', adviser.personId).execute(),
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ language: 'sv' });
  expect(mails[0]?.body).toContain(`/challenges/${challengeId}`);
});

test('a closed challenge goes on as a new draft with its words and needs', async () => {
  const challengeId = await aChallengeThatIs('closed');
  const closed = await read(challengeId);
  const copy = await world.run(baker.actor, copyChallenge, { challengeId });
  const draft = await read(copy.challengeId);
  expect(draft).toMatchObject({
    title: closed.title,
    problem: closed.problem,
    needs: closed.needs,
    standing: 'draft',
    publishedAt: null,
  });
  expect(draft.untilOn).toBe('2026-05-05');
  await expect(world.run(baker.actor, copyChallenge, { challengeId: copy.challengeId })).rejects.toMatchObject({
    code: 'notNow',
  });
});

test('a draft can be taken away, what customers saw cannot', async () => {
  const draft = await aChallengeThatIs('draft');
  const { version } = await read(draft);
  const late = { challengeId: draft, version: version + 1 };
  await expect(world.run(baker.actor, removeDraft, late)).rejects.toMatchObject({ code: 'changedMeanwhile' });
  await world.run(baker.actor, removeDraft, { challengeId: draft, version });
  await expect(read(draft)).rejects.toMatchObject({ code: 'notFound' });
  const published = await aChallengeThatIs('published');
  await expect(world.run(baker.actor, removeDraft, { challengeId: published, version: 1 })).rejects.toMatchObject({
    code: 'notNow',
  });
});

test('of two who publish and take needs away at once, one wins', async () => {
  const challengeId = await aChallengeThatIs('draft');
  const results = await Promise.allSettled(
    [1, 2, 3].map(() => world.run(baker.actor, moveChallenge, { challengeId, move: 'publish' })),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await read(challengeId)).version).toBe(2);
});
