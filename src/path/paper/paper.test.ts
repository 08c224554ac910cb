import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { productFolder } from '../../kernel/root.ts';
import { createSay } from '../../kernel/say.ts';
import { catalogues } from '../../messages/index.ts';
import type { Made } from '../../testing/builders.ts';
import { testCities } from '../../testing/cities.ts';
import { testWorld } from '../../testing/database.ts';
import { signingFixtures, type Trio } from '../signing/fixtures.ts';
import { type PlanForm, planFile } from './plan-file.ts';
import { planSchema } from './plan-record.ts';
import { readPaper } from './read-paper.ts';
import { writePlan } from './write-plan.ts';

const world = await testWorld();
const { aWholePlan, anIdea, byCustomer, becomes, show, sign, usesOf, write } = signingFixtures(world);
const say = createSay(catalogues);

const reader = (language: 'fi' | 'sv' | 'en') => {
  const city = testCities.find(({ id }) => id === 'turku');
  if (!city) throw new Error('Turku is there');
  return { language, say, city, now: world.clock(), url: 'https://tuttu.example' };
};

const idOf = ({ liisa }: Trio, who: Made) => (who.actor.role === 'customer' ? null : liisa.customerId);
const textFor = async (trio: Trio, who: Made, language: 'fi' | 'sv' | 'en' = 'fi') =>
  JSON.stringify(writePlan(await world.run(who.actor, readPaper, { customerId: idOf(trio, who) }), reader(language)));
const fileFor = async (trio: Trio, who: Made, form: PlanForm) => {
  const run = <I, O>(useCase: Parameters<typeof world.run<I, O>>[1], input: I) => world.run(who.actor, useCase, input);
  return planFile(run, { customerId: idOf(trio, who), form }, reader('fi'));
};
const recordFor = async (trio: Trio, who: Made) =>
  JSON.parse(new TextDecoder().decode((await fileFor(trio, who, 'register')).bytes));

/** A plan with something in it that each of three sees and others do not. */
const aPlanWithSecrets = async () => {
  const trio = await aWholePlan();
  const pair = { liisa: trio.liisa, adviser: trio.adviser };
  await write(trio, trio.liisa, 'life', 'Vain minulle');
  const forAdviser = await write(trio, trio.liisa, 'strengths', 'Omavalmentajalle');
  await show(trio, forAdviser.id, 'employment');
  await write(trio, trio.worker, 'health', 'Sosiaalityön oma');
  await anIdea(pair, { title: 'Salainen idea', onlyMine: true });
  await anIdea(pair, { title: 'Näytetty idea' });
  await byCustomer(pair, { title: 'Ehdotettu askel' });
  return trio;
};

test('everybody gets on paper what they see of the plan, and nothing else', async () => {
  const trio = await aPlanWithSecrets();
  await becomes(trio, 'multisectoral');
  const texts = {
    customer: await textFor(trio, trio.liisa),
    adviser: await textFor(trio, trio.adviser),
    worker: await textFor(trio, trio.worker),
  };
  const seen = (word: string) => Object.entries(texts).flatMap(([who, text]) => (text.includes(word) ? [who] : []));
  expect(seen('Leipuriksi.')).toEqual(['customer', 'adviser', 'worker']);
  expect(seen('Soita leipomoon')).toEqual(['customer', 'adviser', 'worker']);
  expect(seen('Vain minulle')).toEqual(['customer']);
  expect(seen('Salainen idea')).toEqual(['customer']);
  expect(seen('Idea vain sinulle')).toEqual(['customer']);
  expect(seen('Näytetty idea')).toEqual(['customer', 'adviser']);
  expect(seen('Ehdotettu askel')).toEqual(['customer', 'adviser']);
  expect(seen('Omavalmentajalle')).toEqual(['customer', 'adviser']);
  expect(seen('Sosiaalityön oma')).toEqual(['customer', 'worker']);
});

test('the paper is in the reader’s language, with who signed which version, the law and its source', async () => {
  const trio = await aWholePlan();
  await sign(trio, trio.liisa);
  const text = await textFor(trio, trio.liisa, 'sv');
  expect(text).toContain('Sysselsättningsplan');
  expect(text).toContain('Liisa Laine: har skrivit under, Liisa Laine 2.3.2026 kl. 9.00, version 1');
  expect(text).toContain('har inte skrivit under');
  expect(text).toContain('Källa:');
  expect(text).toContain('Kunden gör det, senast 16.3.2026');
});

test('the PDF is tagged, and reads in order', async () => {
  const trio = await aWholePlan();
  const { bytes } = await fileFor(trio, trio.liisa, 'pdf');
  const raw = Buffer.from(bytes).toString('latin1');
  expect(raw).toContain('pdfuaid:part');
  expect(raw).toMatch(/\/Lang \(fi-FI\)/);
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
  for (const tag of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'LBody']) expect(tree).toContain(`"${tag}"`);
  const { text } = await extractText(document, { mergePages: true });
  const places = [
    'Työllisyyssuunnitelma',
    'Liisa Laine',
    'Leipuriksi.',
    'Soita leipomoon',
    'Sovimme: jobSearch',
    'Lähde',
  ].map((words) => text.indexOf(words));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});

const validate = () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv.compile(planSchema('https://tuttu.example'));
};

test('the record for the register is what its schema says, the same for every party, and holds only what all of them sign', async () => {
  const trio = await aPlanWithSecrets();
  await becomes(trio, 'multisectoral');
  const records = [];
  for (const who of [trio.liisa, trio.adviser, trio.worker]) records.push(await recordFor(trio, who));
  const check = validate();
  for (const record of records) {
    check(record);
    expect(check.errors).toBeNull();
  }
  expect(records[1]).toEqual(records[0]);
  expect(records[2]).toEqual(records[0]);
  const said = JSON.stringify(records[0]);
  for (const secret of ['Vain minulle', 'idea', 'Ehdotettu', 'Omavalmentajalle', 'Sosiaalityön oma'])
    expect(said).not.toContain(secret);
  expect(records[0].steps).toMatchObject([{ title: 'Soita leipomoon', state: 'agreed', dueOn: '2026-03-16' }]);
  expect(records[0].kind).toMatchObject({ code: 'multisectoral', law: expect.stringContaining('381/2023') });
});

test('the record names signatures with the version each is of', async () => {
  const trio = await aWholePlan();
  await sign(trio, trio.liisa);
  await sign(trio, trio.adviser);
  const { plan, parties, validity, $schema } = await recordFor(trio, trio.adviser);
  expect($schema).toBe('https://tuttu.example/schemas/plan/1');
  expect(parties).toMatchObject([
    { party: 'customer', state: 'stands', signature: { personName: 'Liisa Laine', planVersion: 1 } },
    { party: 'employment', state: 'stands', signature: { personName: 'Outi Ohjaaja' } },
  ]);
  expect(validity.state).toBe('inForce');
  expect(plan.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('the schema refuses what it does not know', () => {
  const check = validate();
  expect(check({ schemaVersion: 1 })).toBe(false);
});

test('version 1 of the schema is what has been published: a change of it is a new version', () => {
  const published = JSON.parse(readFileSync(join(productFolder, 'docs', 'schemas', 'plan-1.json'), 'utf8'));
  const { $id: _, ...schema } = planSchema('');
  expect(schema).toEqual(published);
});

test('who takes a plan along is in its customer’s use log, and who is no party gets none', async () => {
  const trio = await aWholePlan();
  await fileFor(trio, trio.adviser, 'register');
  await expect(fileFor(trio, trio.worker, 'register')).rejects.toMatchObject({ code: 'notFound' });
  await expect(fileFor(trio, trio.worker, 'pdf')).rejects.toMatchObject({ code: 'notFound' });
  const exports = (await usesOf(trio.liisa.customerId)).filter(({ action }) => action === 'export');
  expect(exports).toEqual([
    { role: 'adviser', section: 'jointPlan', action: 'export', isAllowed: true },
    { role: 'socialWorker', section: 'jointPlan', action: 'export', isAllowed: false },
    { role: 'socialWorker', section: 'jointPlan', action: 'export', isAllowed: false },
  ]);
});
