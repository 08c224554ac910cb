import { describe, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { testWorld } from '../../testing/database.ts';
import { signingFixtures } from '../signing/fixtures.ts';
import { sectionsOnCards } from './card-sections.ts';
import { readSection, readSections } from './read-sections.ts';
import { readShown, showSection } from './show-section.ts';
import { writeSection } from './write-section.ts';

const world = await testWorld();
const { run, database, clock } = world;
const { aTrio, aYes, becomes, show, write, usesOf } = signingFixtures(world);

const told = 'Aamut ovat minulle vaikeita.';

const textsFor = async (who: Parameters<typeof write>[1], customerId: string | null) =>
  (await run(who.actor, readSections, { customerId })).sections.map(({ text }) => text);

describe('what a customer writes', () => {
  test('is theirs alone until they show it, and theirs alone again when they take that back', async () => {
    const trio = await aTrio();
    const { liisa, adviser, worker } = trio;
    const { id } = await write(trio, liisa, 'life', told);
    expect(await textsFor(liisa, null)).toEqual([told]);
    const others = () => Promise.all([adviser, worker].map((who) => textsFor(who, liisa.customerId)));
    expect(await others()).toEqual([[], []]);
    await show(trio, id, 'wellbeing');
    expect(await others()).toEqual([[], [told]]);
    await show(trio, id, 'employment', 'wellbeing');
    expect(await others()).toEqual([[told], [told]]);
    await show(trio, id);
    expect(await others()).toEqual([[], []]);
    await expect(run(worker.actor, readSection, { sectionId: id })).rejects.toMatchObject({ code: 'notFound' });
    const kept = await database.inCity('turku', (tx) =>
      tx.selectFrom('planSectionShown').select(['shownTo', 'withdrawnAt']).where('sectionId', '=', id).execute(),
    );
    expect(kept).toHaveLength(3);
    expect(kept.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  });

  test('is shown until the day they chose, and not the day after', async () => {
    const trio = await aTrio();
    const { id } = await write(trio, trio.liisa, 'life', told);
    const input = { sectionId: id, authorities: ['employment' as const], challengeIds: [], untilOn: '2026-03-10' };
    await run(trio.liisa.actor, showSection, input);
    clock.set('2026-03-10T10:00:00Z');
    expect(await textsFor(trio.adviser, trio.liisa.customerId)).toEqual([told]);
    clock.set('2026-03-11T10:00:00Z');
    expect(await textsFor(trio.adviser, trio.liisa.customerId)).toEqual([]);
    clock.set('2026-03-02T07:00:00Z');
    await expect(run(trio.liisa.actor, showSection, { ...input, untilOn: '2026-03-01' })).rejects.toMatchObject({
      code: 'badInput',
    });
  });

  test('nobody else changes; earlier versions are not shown to whom it is shown', async () => {
    const trio = await aTrio();
    const { liisa, adviser } = trio;
    const { id, version } = await write(trio, liisa, null, 'En jaksa mitään.', 'Aamut');
    const change = { customerId: null, sectionId: id, key: null, title: 'Aamut', text: told };
    const saved = await run(liisa.actor, writeSection, { ...change, version });
    await show(trio, id, 'employment');
    const seen = await run(adviser.actor, readSection, { sectionId: id });
    expect(seen.versions.map(({ text }) => text)).toEqual([told]);
    expect(seen.section).toMatchObject({ isMine: false, crossing: 'consent', seenBy: [] });
    expect((await run(liisa.actor, readSection, { sectionId: id })).versions).toHaveLength(2);
    const byAdviser = run(adviser.actor, writeSection, { ...change, text: 'x', version: saved.version });
    await expect(byAdviser).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(liisa.actor, writeSection, { ...change, version })).rejects.toMatchObject({
      code: 'changedMeanwhile',
    });
  });

  test('emptied, it is out of others’ sight', async () => {
    const trio = await aTrio();
    const { id, version } = await write(trio, trio.liisa, 'life', told);
    await show(trio, id, 'employment');
    await run(trio.liisa.actor, writeSection, {
      customerId: null,
      sectionId: id,
      key: null,
      title: '',
      text: '',
      version,
    });
    expect(await textsFor(trio.adviser, trio.liisa.customerId)).toEqual([]);
  });

  test('can be shown to a business only where they said yes', async () => {
    const trio = await aTrio();
    const { liisa } = trio;
    const { id } = await write(trio, liisa, 'strengths', told);
    const yes = await aYes(liisa.customerId);
    const no = await aYes(liisa.customerId, { title: 'Toinen', answer: 'no' });
    const input = { sectionId: id, authorities: [], untilOn: null };
    await expect(run(liisa.actor, showSection, { ...input, challengeIds: [no] })).rejects.toMatchObject({
      code: 'badInput',
    });
    await run(liisa.actor, showSection, { ...input, challengeIds: [yes] });
    const { challenges } = await run(liisa.actor, readShown, { sectionId: id });
    expect(challenges).toMatchObject([{ challengeId: yes, isShown: true }]);
  });

  test('is on the card its business sees, for that challenge only, and gone with the yes or the leave', async () => {
    const trio = await aTrio();
    const { liisa } = trio;
    const { id } = await write(trio, liisa, 'strengths', told);
    const challengeId = await aYes(liisa.customerId);
    const other = await aYes(liisa.customerId, { title: 'Toinen' });
    const contactOf = async (challenge: string) => {
      const { businessId } = await database.inCity('turku', (tx) =>
        tx.selectFrom('challenge').select('businessId').where('id', '=', challenge).executeTakeFirstOrThrow(),
      );
      return world.aBusinessContact({ businessId });
    };
    const contact = await contactOf(challengeId);
    const seen = () => run(contact.actor, sectionsOnCards, { challengeId });
    expect(await seen()).toEqual([]);
    const input = { sectionId: id, authorities: [], untilOn: null };
    await run(liisa.actor, showSection, { ...input, challengeIds: [challengeId] });
    expect(await seen()).toMatchObject([{ key: 'strengths', text: told }]);
    expect(await run((await contactOf(other)).actor, sectionsOnCards, { challengeId: other })).toEqual([]);
    const stranger = await world.aBusinessContact();
    await expect(run(stranger.actor, sectionsOnCards, { challengeId })).rejects.toMatchObject({ code: 'notFound' });
    expect((await usesOf(liisa.customerId)).filter(({ role }) => role === 'businessContact')).toMatchObject([
      { section: 'card', action: 'read', isAllowed: true },
    ]);
    await database.inCity('turku', (tx) =>
      tx.updateTable('answer').set({ answer: 'no' }).where('challengeId', '=', challengeId).execute(),
    );
    expect(await seen()).toEqual([]);
  });
});

describe('what a professional writes', () => {
  test('is the customer’s to read and another authority’s only by consent, which the log says', async () => {
    const trio = await aTrio();
    const { liisa, adviser, worker } = trio;
    const { id } = await write(trio, worker, 'health', 'Lääkäri on mukana.');
    expect(await textsFor(liisa, null)).toEqual(['Lääkäri on mukana.']);
    expect(await textsFor(adviser, liisa.customerId)).toEqual([]);
    await show(trio, id, 'employment');
    await run(adviser.actor, readSection, { sectionId: id });
    const whys = await database.inCity('turku', (tx) =>
      tx
        .selectFrom('useLog')
        .select('why')
        .where('customerId', '=', liisa.customerId)
        .where('role', '=', 'adviser')
        .where('action', '=', 'read')
        .execute(),
    );
    expect(whys.map(({ why }) => why)).toEqual(['shown by consent']);
  });

  test('crosses by law in a multisectoral plan, for what the law names, both ways; and stays when it is one no more', async () => {
    const trio = await aTrio();
    const { liisa, adviser, worker } = trio;
    await write(trio, adviser, 'services', 'Työnhakukurssi.');
    await write(trio, worker, 'services', 'Velkaneuvonta.');
    await write(trio, worker, 'health', 'Salassa.');
    await becomes(trio, 'multisectoral');
    expect(await textsFor(adviser, liisa.customerId)).toEqual(['Työnhakukurssi.', 'Velkaneuvonta.']);
    expect(await textsFor(worker, liisa.customerId)).toEqual(['Työnhakukurssi.', 'Velkaneuvonta.', 'Salassa.']);
    await becomes(trio, 'employment', 1);
    expect(await textsFor(adviser, liisa.customerId)).toEqual(['Työnhakukurssi.']);
  });

  test('is not their business to show on: the customer alone says who sees', async () => {
    const trio = await aTrio();
    const { id } = await write(trio, trio.adviser, 'services', 'Kurssi.');
    const input = { sectionId: id, authorities: ['wellbeing' as const], challengeIds: [], untilOn: null };
    await expect(run(trio.adviser.actor, showSection, input)).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(trio.adviser.actor, readShown, { sectionId: id })).rejects.toMatchObject({ code: 'notYourRole' });
  });

  test('of one thing there is one section a side', async () => {
    const trio = await aTrio();
    await write(trio, trio.adviser, 'services', 'Kurssi.');
    await expect(write(trio, trio.adviser, 'services', 'Toinen.')).rejects.toMatchObject({ code: 'changedMeanwhile' });
    await write(trio, trio.worker, 'services', 'Velkaneuvonta.');
  });
});

test('who does not look after the customer finds nobody there, and is in the log', async () => {
  const trio = await aTrio();
  const { id } = await write(trio, trio.liisa, 'life', told);
  const strangers = [
    await world.anAdviser(),
    await world.aSocialWorker(),
    await world.aCustomer(),
    await world.aSocialWorker({ city: 'espoo' }),
  ];
  for (const who of strangers) {
    await expect(run(who.actor, readSection, { sectionId: id })).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(who.actor, readSections, { customerId: trio.liisa.customerId })).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(run(who.actor, readSection, { sectionId: newId() })).rejects.toMatchObject({ code: 'notFound' });
  }
  expect((await usesOf(trio.liisa.customerId)).filter(({ isAllowed }) => !isAllowed)).toHaveLength(6);
});

test('two choices at once come one after the other', async () => {
  const trio = await aTrio();
  const { id } = await write(trio, trio.liisa, 'life', told);
  await Promise.all([
    show(trio, id, 'employment'),
    show(trio, id, 'employment'),
    show(trio, id, 'employment', 'wellbeing'),
  ]);
  const { authorities, people } = await run(trio.liisa.actor, readShown, { sectionId: id });
  expect(people).toEqual({ employment: 'Outi Ohjaaja', wellbeing: 'Sari Sosiaali' });
  expect(authorities).toContain('employment');
});
