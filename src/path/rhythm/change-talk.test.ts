import { expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { pathFixtures } from '../fixtures.ts';
import { changeKind } from '../kinds/change-kind.ts';
import { mendTalk, readTalk, takeBackTalk } from './change-talk.ts';
import { readRhythm, readRhythmInJointPlan } from './read-rhythm.ts';
import { recordTalk } from './record-talk.ts';
import { setJobSearch } from './set-job-search.ts';

const world = await testWorld();
const { run } = world;
const { aPair } = pathFixtures(world);

type Pair = Awaited<ReturnType<typeof aPair>>;

const heldInPerson = { kind: 'firstInterview', how: 'inPerson', howWhy: '' } as const;

/** A job search from 2 February 2026 with its first interview held on 11 February. Today is 2 March. */
const aTalk = async () => {
  const own = await aPair();
  const { adviser, liisa } = own;
  const { customerId } = liisa;
  await run(adviser.actor, setJobSearch, { customerId, begunOn: '2026-02-02', version: 0 });
  const { id: talkId } = await run(adviser.actor, recordTalk, { ...heldInPerson, customerId, heldOn: '2026-02-11' });
  return { ...own, talkId };
};
const mend = ({ adviser, talkId }: Pair & { talkId: string }, more: Partial<Parameters<typeof mendTalk>[1]> = {}) =>
  run(adviser.actor, mendTalk, {
    ...{ talkId, version: 1, ...heldInPerson, heldOn: '2026-02-10', why: 'Päivä oli väärä.' },
    ...more,
  });
const rhythmOf = ({ liisa }: Pair) => run(liisa.actor, readRhythm, { customerId: null });

test('a mended talk counts as it is now, and what it was stays to be read with why', async () => {
  const own = await aTalk();
  await mend(own);
  const { talks, due } = await rhythmOf(own);
  expect(talks).toMatchObject([
    {
      heldOn: '2026-02-10',
      version: 2,
      changes: [{ heldOn: '2026-02-11', why: 'Päivä oli väärä.', personName: 'Outi Ohjaaja' }],
    },
  ]);
  expect(due[1]).toMatchObject({ kind: 'followUp', anchorOn: '2026-02-10' });
  await expect(mend(own)).rejects.toMatchObject({ code: 'changedMeanwhile' });
});

test('one taken back counts no more: its talk is due again, and can be written down anew', async () => {
  const own = await aTalk();
  const { adviser, liisa, talkId } = own;
  await run(adviser.actor, takeBackTalk, { talkId, version: 1, why: 'Asiakas ei päässyt paikalle.' });
  const { talks, takenBack, due } = await rhythmOf(own);
  expect(talks).toEqual([]);
  expect(takenBack).toMatchObject([{ id: talkId, changes: [{ why: 'Asiakas ei päässyt paikalle.' }] }]);
  expect(due[0]).toMatchObject({ kind: 'firstInterview', state: 'late', heldOn: null });
  await expect(mend({ ...own, talkId }, { version: 2 })).rejects.toMatchObject({ code: 'notNow' });
  const { customerId } = liisa;
  await run(adviser.actor, recordTalk, { ...heldInPerson, customerId, heldOn: '2026-02-11' });
  expect((await rhythmOf(own)).due[0]).toMatchObject({ state: 'done' });
});

test.each([
  [{ heldOn: '2026-03-03' }, 'path.rhythm.notYet'],
  [{ heldOn: '2026-02-01' }, 'path.rhythm.beforeBegun'],
  [{ how: 'phone' as const }, 'path.rhythm.whyNotInPerson'],
])('a talk is mended to what could be written down: %j', async (more, message) => {
  await expect(mend(await aTalk(), more)).rejects.toMatchObject({ fields: [{ message }] });
});

test('a talk is not mended to a second first interview, nor to one of its kind that day', async () => {
  const own = await aTalk();
  const { adviser, liisa } = own;
  const { customerId } = liisa;
  const followUp = { ...heldInPerson, customerId, kind: 'followUp' } as const;
  const { id: talkId } = await run(adviser.actor, recordTalk, { ...followUp, heldOn: '2026-02-20' });
  await run(adviser.actor, recordTalk, { ...followUp, heldOn: '2026-02-24' });
  const other = { ...own, talkId };
  await expect(mend(other)).rejects.toMatchObject({ fields: [{ message: 'path.rhythm.alreadyFirst' }] });
  const sameDay = mend(other, { kind: 'followUp', heldOn: '2026-02-24' });
  await expect(sameDay).rejects.toMatchObject({ fields: [{ message: 'path.rhythm.already' }] });
});

test('of two first interviews written at once one stands', async () => {
  const { adviser, liisa } = await aPair();
  const { customerId } = liisa;
  await run(adviser.actor, setJobSearch, { customerId, begunOn: '2026-02-02', version: 0 });
  const days = ['2026-02-10', '2026-02-11', '2026-02-12', '2026-02-13'];
  const written = await Promise.allSettled(
    days.map((heldOn) => run(adviser.actor, recordTalk, { ...heldInPerson, customerId, heldOn })),
  );
  expect(written.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('nobody else reads, mends or takes back a talk', async () => {
  const own = await aTalk();
  const { liisa, talkId } = own;
  const other = await world.anAdviser();
  const worker = await world.aSocialWorker({ caseload: [liisa] });
  for (const who of [other, worker])
    await expect(run(who.actor, readTalk, { talkId })).rejects.toMatchObject({ code: 'notFound' });
  for (const who of [other, worker, liisa]) {
    const taken = run(who.actor, takeBackTalk, { talkId, version: 1, why: 'Ei' });
    await expect(taken).rejects.toMatchObject({ code: 'notFound' });
  }
});

test('a social worker sees what comes next where their authority is party to the plan, and not what was held', async () => {
  const own = await aTalk();
  const { adviser, liisa } = own;
  const { customerId } = liisa;
  const worker = await world.aSocialWorker({ caseload: [liisa] });
  const asked = () => run(worker.actor, readRhythmInJointPlan, { customerId });
  await expect(asked()).rejects.toMatchObject({ code: 'notFound' });
  await run(adviser.actor, changeKind, { customerId, kind: 'multisectoral', why: 'Sovittu', version: 0 });
  const { next } = await asked();
  expect(next).toMatchObject([{ kind: 'followUp', state: 'due', dueOn: '2026-05-11', heldOn: null }]);
});
