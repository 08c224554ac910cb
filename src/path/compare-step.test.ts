import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { answerStep } from './answer-step.ts';
import { comparisonShape } from './api-shapes.ts';
import { changeStep } from './change-step.ts';
import { compareStep } from './compare-step.ts';
import { finishStep } from './finish-step.ts';
import { pathFixtures, text } from './fixtures.ts';
import { proposeIdea } from './propose-idea.ts';
import { stepTextInput } from './step-input.ts';

const world = await testWorld();
const { run } = world;
const { aPair, anIdea, byAdviser } = pathFixtures(world);

/** Three versions: proposed by the adviser, changed by the customer, changed back in part. */
const threeVersions = async () => {
  const pair = await aPair();
  const { id } = await byAdviser(pair, { title: 'Soita leipomoon maanantaina' });
  const second = { ...text, title: 'Soita leipomoon tiistaina', dueOn: '2026-03-20', stepId: id, version: 1 };
  await run(pair.liisa.actor, changeStep, second);
  await run(pair.adviser.actor, changeStep, { ...second, title: 'Käy leipomossa tiistaina', version: 2 });
  return { ...pair, id };
};

test('shows what stayed, went and came between any two versions', async () => {
  const { liisa, id } = await threeVersions();
  const { fields, from, to } = await run(liisa.actor, compareStep, { stepId: id, from: 1, to: 3 });
  expect([from.version, to.version]).toEqual([1, 3]);
  expect(fields.find(({ field }) => field === 'title')?.words).toEqual([
    { what: 'gone', text: 'Soita' },
    { what: 'new', text: 'Käy' },
    { what: 'same', text: ' ' },
    { what: 'gone', text: 'leipomoon' },
    { what: 'new', text: 'leipomossa' },
    { what: 'same', text: ' ' },
    { what: 'gone', text: 'maanantaina' },
    { what: 'new', text: 'tiistaina' },
  ]);
  expect(fields.find(({ field }) => field === 'dueOn')).toMatchObject({ before: '2026-03-16', after: '2026-03-20' });
  expect(fields.find(({ field }) => field === 'owner')?.words).toEqual([{ what: 'same', text: 'customer' }]);
});

test('begins with the latest and the one before it, and goes either way', async () => {
  const { adviser, id } = await threeVersions();
  const latest = await run(adviser.actor, compareStep, { stepId: id });
  expect([latest.from.version, latest.to.version]).toEqual([2, 3]);
  expect(latest.versions.map(({ version }) => version)).toEqual([3, 2, 1]);
  const back = await run(adviser.actor, compareStep, { stepId: id, from: 3, to: 1 });
  expect(back.fields.find(({ field }) => field === 'title')).toMatchObject({
    before: 'Käy leipomossa tiistaina',
    after: 'Soita leipomoon maanantaina',
  });
});

test('tells where the step stood and what was said of it, also where its text is the same', async () => {
  const pair = await aPair();
  const { id } = await byAdviser(pair);
  await run(pair.liisa.actor, answerStep, { stepId: id, version: 1, answer: 'agree', word: '' });
  await run(pair.liisa.actor, finishStep, { stepId: id, version: 2, evidence: 'Kävin siellä', evidenceLink: '' });
  const compared = await run(pair.adviser.actor, compareStep, { stepId: id });
  expect(comparisonShape.safeParse({ ...compared, from: 2, to: 3 }).success).toBe(true);
  const { fields } = compared;
  expect(fields.filter(({ before, after }) => before !== after)).toMatchObject([
    { field: 'state', before: 'agreed', after: 'done' },
    { field: 'evidence', before: '', after: 'Kävin siellä' },
  ]);
});

test('knows no version the reader does not see, and no step that is another’s', async () => {
  const pair = await aPair();
  const { id } = await anIdea(pair, { title: 'Salainen', onlyMine: true });
  await run(pair.liisa.actor, proposeIdea, { stepId: id, version: 1, ...stepTextInput.parse(text) });
  await expect(run(pair.adviser.actor, compareStep, { stepId: id, from: 1, to: 2 })).rejects.toMatchObject({
    fields: [{ field: 'from' }],
  });
  expect(JSON.stringify(await run(pair.adviser.actor, compareStep, { stepId: id }))).not.toMatch(/Salainen/);
  const other = await world.aCustomer();
  await expect(run(other.actor, compareStep, { stepId: id })).rejects.toMatchObject({ code: 'notFound' });
});
