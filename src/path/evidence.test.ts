import { describe, expect, test } from 'vitest';
import { decideEvidence } from '../know-how/vouching/decide-evidence.ts';
import { baking, serving, vouchWorld } from '../know-how/vouching/fixtures.ts';
import { readEvidence, readVouching } from '../know-how/vouching/read-vouching.ts';
import { evidenceOf } from '../know-how/vouching/vouchings-of.ts';
import { testWorld } from '../testing/database.ts';
import { answerStep } from './answer-step.ts';
import { pathEvents } from './events.ts';
import { finishStep } from './finish-step.ts';
import { pathFixtures } from './fixtures.ts';

const world = await testWorld();
const { byAdviser, aYes } = pathFixtures(world);
const { aKeeper, uriOf } = vouchWorld(world);

const skillOf = (label: string) => world.services.vocabulary.search(label, 'fi', 1)[0]?.skillId ?? 0;

/** A step for a challenge that needs baking, done by the customer and marked done by one of the two. */
const aFinished = async (by: 'adviser' | 'customer', more: Parameters<typeof byAdviser>[1] = {}) => {
  const liisa = await aKeeper({ name: 'Liisa Laine' });
  const adviser = await world.anAdviser({ name: 'Outi Ohjaaja', caseload: [liisa] });
  const challengeId = await aYes(liisa.customerId);
  await world.database.inCity('turku', (tx) =>
    tx
      .insertInto('challengeNeed')
      .values({
        ...{ cityId: 'turku', challengeId, skillId: skillOf(baking), weight: 2, isMust: false },
        because: '[]',
      })
      .execute(),
  );
  const { id } = await byAdviser({ liisa, adviser }, { challengeId, ...more });
  await world.run(liisa.actor, answerStep, { stepId: id, version: 1, answer: 'agree', word: '' });
  await world.run((by === 'adviser' ? adviser : liisa).actor, finishStep, { stepId: id, version: 2 });
  await world.deliver(pathEvents);
  const read = async () => (await world.run(liisa.actor, (work) => readVouching(work), undefined)).evidence;
  return { liisa, stepId: id, read };
};

const shown = (customerId: string) => world.database.inCity('turku', (tx) => evidenceOf(tx, 'turku', customerId));

describe('a step done for a challenge', () => {
  test('is offered as evidence of what the challenge needs and the customer keeps; they decide', async () => {
    const { liisa, stepId, read } = await aFinished('adviser');
    const [offered] = await read();
    expect(offered).toMatchObject({
      ...{ kind: 'step', title: 'Soita leipomoon', state: 'offered', happenedOn: '2026-03-02' },
      ...{ confirmedBy: 'Outi Ohjaaja', confirmedAs: 'adviser', skills: [{ label: baking, isChosen: false }] },
    });
    expect(await shown(liisa.customerId)).toEqual([]);
    const evidenceId = offered?.id ?? '';
    const { others } = await world.run(liisa.actor, readEvidence, evidenceId);
    expect(others.map(({ label }) => label)).toEqual([serving]);
    const decide = (decision: 'accept' | 'leave' | 'remove', version: number, skills: string[] = []) =>
      world.run(liisa.actor, decideEvidence, { evidenceId, version, decision, skills });
    await expect(decide('accept', 1)).rejects.toMatchObject({ fields: [{ field: 'skills' }] });
    await expect(decide('accept', 1, ['http://x.invalid'])).rejects.toMatchObject({ fields: [{ field: 'skills' }] });
    await decide('accept', 1, [uriOf(baking), uriOf(serving)]);
    expect((await shown(liisa.customerId)).map(({ skillId }) => skillId).sort()).toEqual(
      [skillOf(baking), skillOf(serving)].sort(),
    );
    await expect(decide('remove', 1)).rejects.toMatchObject({ code: 'changedMeanwhile' });
    await decide('accept', 2, [uriOf(serving)]);
    expect((await shown(liisa.customerId)).map(({ skillId }) => skillId)).toEqual([skillOf(serving)]);
    await decide('remove', 3);
    expect(await shown(liisa.customerId)).toEqual([]);
    await expect(decide('leave', 4)).rejects.toMatchObject({ code: 'notNow' });
    // The event delivered once more offers nothing anew.
    world.jobs.sent.push({
      queue: 'event',
      data: { cityId: 'turku', topic: 'stepFinished', data: { stepId, customerId: liisa.customerId } },
    });
    await world.deliver(pathEvents);
    expect(await read()).toHaveLength(1);
  });

  test('that only the customer marked done is confirmed by nobody', async () => {
    const { read } = await aFinished('customer');
    expect(await read()).toMatchObject([{ confirmedBy: '', confirmedAs: '' }]);
  });

  test("offers nothing when it was the adviser's to do, or grew from no challenge", async () => {
    expect(await (await aFinished('adviser', { owner: 'adviser' })).read()).toEqual([]);
    expect(await (await aFinished('adviser', { challengeId: null })).read()).toEqual([]);
  });

  test("is nobody else's to decide of", async () => {
    const { read } = await aFinished('adviser');
    const [offered] = await read();
    const other = await world.aCustomer();
    for (const evidenceId of [offered?.id ?? '', 'x'])
      await expect(
        world.run(other.actor, decideEvidence, { evidenceId, version: 1, decision: 'leave', skills: [] }),
      ).rejects.toMatchObject({ code: 'notFound' });
  });
});
