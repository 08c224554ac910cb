import { describe, expect, test } from 'vitest';
import { notFound } from '../../kernel/problem.ts';
import type { Made } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { assignCustomer } from '../assign-customer.ts';
import { pathEvents } from '../events.ts';
import { readPlan } from '../read-plan.ts';
import { signingFixtures, type Trio } from '../signing/fixtures.ts';
import { answerHandOver, takeBackHandOver } from './answer-hand-over.ts';
import { beginHandOver, startHandOver } from './begin-hand-over.ts';
import { expireHandOvers } from './expire-hand-overs.ts';
import { readHandOver, readHandOvers } from './read-hand-overs.ts';

const world = await testWorld();
const { run, database, clock, deliver } = world;
const { aTrio, becomes, mailsTo, movesOf } = signingFixtures(world);

const gone = { code: notFound().code };
const why = 'Jään opintovapaalle.';

const aColleague = (name = 'Kai Kollega') => world.anAdviser({ name });

const ask = ({ liisa, adviser }: Trio, to: Made) =>
  run(adviser.actor, beginHandOver, {
    ...{ customerId: liisa.customerId, toId: to.personId, toRole: to.actor.role as 'adviser' | 'socialWorker', why },
  });

const no = { answer: 'decline', reason: 'Minulla on jo liikaa.', alternative: 'Kysy Marilta.' } as const;
const yes = { answer: 'accept', reason: '', alternative: '' } as const;

const caseloadOf = ({ liisa }: Trio) =>
  database.inCity('turku', (tx) =>
    tx
      .selectFrom('caseload')
      .select(['adviserId', 'kind'])
      .where('customerId', '=', liisa.customerId)
      .where('toOn', 'is', null)
      .orderBy('kind')
      .execute(),
  );

/** Who looked after the customer in a role does no more. */
const leaves = ({ liisa }: Trio, kind: 'adviser' | 'socialWorker') =>
  database.inCity('turku', (tx) =>
    tx
      .updateTable('caseload')
      .set({ toOn: '2026-03-02' })
      .where('customerId', '=', liisa.customerId)
      .where('kind', '=', kind)
      .execute(),
  );

const subjectsTo = async (who: Made) => (await mailsTo(who.personId)).map(({ subject }) => subject);

const kindsOf = async (who: Made) =>
  (await movesOf(who)).map(({ kind }) => kind).filter((kind) => /^handOver/.test(kind));

const night = (today: string) =>
  database.inCity('turku', (tx) => {
    const jobs = { send: world.jobs.send };
    return expireHandOvers(tx, { cityId: 'turku', now: clock(), today, jobs });
  });

describe('a customer handed to a colleague', () => {
  test('stays with who asked until the other accepts; all three know of it, and then the caseload moves', async () => {
    const trio = await aTrio();
    const { liisa, adviser } = trio;
    const kai = await aColleague();
    const { id, dueOn } = await ask(trio, kai);
    // Monday the 2nd of March and five working days.
    expect(dueOn).toBe('2026-03-09');
    await deliver(pathEvents);
    expect(await subjectsTo(kai)).toEqual(['Outi Ohjaaja pyytää sinua ottamaan asiakkaan']);
    expect(await subjectsTo(liisa)).toEqual(['Sinulle ehdotetaan uutta auttajaa: Kai Kollega']);
    expect([await kindsOf(kai), await kindsOf(adviser), await kindsOf(liisa)]).toEqual([
      ['handOverToAnswer'],
      ['handOverWaits'],
      ['handOverOfMe'],
    ]);
    // Who was asked reads why, and nothing of the plan.
    expect(await run(kai.actor, readHandOver, id)).toMatchObject({
      customerName: 'Liisa Laine',
      why,
      side: 'receiver',
    });
    await expect(run(kai.actor, readPlan, { customerId: liisa.customerId })).rejects.toMatchObject(gone);
    await run(kai.actor, answerHandOver, { handOverId: id, version: 1, ...yes });
    expect((await caseloadOf(trio))[0]).toEqual({ adviserId: kai.personId, kind: 'adviser' });
    await run(kai.actor, readPlan, { customerId: liisa.customerId });
    await expect(run(adviser.actor, readPlan, { customerId: liisa.customerId })).rejects.toMatchObject(gone);
    await deliver(pathEvents);
    expect(await subjectsTo(adviser)).toContain('Kai Kollega otti asiakkaan');
    expect(await subjectsTo(liisa)).toContain('Sinua auttaa nyt Kai Kollega');
    expect([await kindsOf(kai), await kindsOf(adviser), await kindsOf(liisa)]).toEqual([[], [], []]);
    expect(await run(liisa.actor, readHandOver, id)).toMatchObject({ state: 'accepted', moves: [] });
  });

  test('is declined with why and what instead, which the giver and the customer read; then another is asked', async () => {
    const trio = await aTrio();
    const { liisa, adviser } = trio;
    const kai = await aColleague('Kari Kieltävä');
    const { id } = await ask(trio, kai);
    const short = { handOverId: id, version: 1, ...no, alternative: '' };
    await expect(run(kai.actor, answerHandOver, short)).rejects.toMatchObject({
      code: 'badInput',
      fields: [{ field: 'alternative' }],
    });
    await run(kai.actor, answerHandOver, { handOverId: id, version: 1, ...no });
    for (const who of [adviser, liisa])
      expect(await run(who.actor, readHandOver, id)).toMatchObject({ state: 'declined', reason: no.reason });
    expect(await kindsOf(adviser)).toEqual(['handOverDeclined']);
    await ask(trio, await aColleague('Mari Mahtuva'));
    expect(await kindsOf(adviser)).toEqual(['handOverWaits']);
  });

  test('that nobody answers runs out: all three are told once, and the giver can ask another', async () => {
    const trio = await aTrio();
    const { liisa, adviser } = trio;
    const kai = await aColleague('Kimmo Kiireinen');
    const { id } = await ask(trio, kai);
    expect(await night('2026-03-09')).toBe(0);
    clock.set('2026-03-10T09:00:00+02:00');
    expect(await run(kai.actor, readHandOver, id)).toMatchObject({ state: 'expired', moves: [] });
    expect(await night('2026-03-10')).toBeGreaterThan(0);
    expect(await night('2026-03-10')).toBe(0);
    await deliver(pathEvents);
    for (const [who, subject] of [
      [adviser, 'Kimmo Kiireinen ei vastannut'],
      [kai, 'Pyyntö ottaa asiakas vanheni'],
      [liisa, 'Sinua auttaa edelleen Outi Ohjaaja'],
    ] as const)
      expect((await subjectsTo(who)).filter((one) => one === subject)).toHaveLength(1);
    const late = { handOverId: id, version: 2, ...yes };
    await expect(run(kai.actor, answerHandOver, late)).rejects.toMatchObject({ code: 'notNow' });
    expect(await kindsOf(adviser)).toEqual(['handOverExpired']);
    await ask(trio, await aColleague('Tuija Toinen'));
    clock.set('2026-03-02T09:00:00+02:00');
  });

  test('is asked of one at a time, and is overtaken when the customer goes another way', async () => {
    const trio = await aTrio();
    const kai = await aColleague('Kaarina Kolmas');
    const { id } = await ask(trio, kai);
    await expect(ask(trio, await aColleague('Neljäs'))).rejects.toMatchObject({ code: 'notNow' });
    await expect(run(trio.adviser.actor, answerHandOver, { handOverId: id, version: 1, ...yes })).rejects.toMatchObject(
      { code: 'notNow' },
    );
    await leaves(trio, 'adviser');
    expect(await run(kai.actor, readHandOver, id)).toMatchObject({ state: 'overtaken', moves: [] });
    const late = { handOverId: id, version: 1, ...yes };
    await expect(run(kai.actor, answerHandOver, late)).rejects.toMatchObject({ code: 'notNow' });
  });

  test('is taken back by who asked; nobody outside the three finds it', async () => {
    const trio = await aTrio();
    const kai = await aColleague('Kirsi Kysytty');
    const { id } = await ask(trio, kai);
    const stranger = await aColleague('Ville Vieras');
    const other = await world.aCustomer();
    for (const who of [stranger, other, trio.worker])
      await expect(run(who.actor, readHandOver, id)).rejects.toMatchObject(gone);
    const theirs = { customerId: trio.liisa.customerId, toId: null, toRole: null, why };
    await expect(run(stranger.actor, beginHandOver, theirs)).rejects.toMatchObject(gone);
    await run(trio.adviser.actor, takeBackHandOver, { handOverId: id, version: 1 });
    const [mine] = await run(kai.actor, (work) => readHandOvers(work), undefined);
    expect(mine).toMatchObject({ state: 'takenBack', moves: [] });
  });
});

describe('between two authorities', () => {
  test('a customer can be handed only where the other is party to the plan; both go on then', async () => {
    const trio = await aTrio();
    const { liisa, adviser } = trio;
    const sanna = await world.aSocialWorker({ name: 'Sanna Sosiaali' });
    await expect(ask(trio, sanna)).rejects.toMatchObject({ code: 'badInput' });
    await becomes(trio, 'multisectoral');
    await leaves(trio, 'socialWorker');
    const { receivers } = await run(adviser.actor, startHandOver, { customerId: liisa.customerId });
    expect(receivers.map(({ id }) => id)).toContain(sanna.personId);
    const { id } = await ask(trio, sanna);
    const asAdviser = { ...sanna.actor, role: 'adviser' as const };
    await expect(run(asAdviser, readHandOver, id)).rejects.toMatchObject(gone);
    await run(sanna.actor, answerHandOver, { handOverId: id, version: 1, ...yes });
    expect(await caseloadOf(trio)).toEqual([
      { adviserId: adviser.personId, kind: 'adviser' },
      { adviserId: sanna.personId, kind: 'socialWorker' },
    ]);
  });

  test('who looks after the customer for the other authority is nobody’s to replace, also while an answer is waited for', async () => {
    const trio = await aTrio();
    const { liisa, adviser, worker } = trio;
    const kai = await aColleague('Kai Korvaaja');
    await becomes(trio, 'multisectoral');
    const begun = { customerId: liisa.customerId, toId: kai.personId, toRole: 'adviser' as const, why };
    const { receivers } = await run(worker.actor, startHandOver, begun);
    expect(receivers.filter(({ role }) => role === 'adviser')).toEqual([]);
    await expect(run(worker.actor, beginHandOver, begun)).rejects.toMatchObject({ code: 'badInput' });
    await leaves(trio, 'adviser');
    const { id } = await run(worker.actor, beginHandOver, begun);
    await database.inCity('turku', (tx) => {
      const { customerId } = liisa;
      return assignCustomer(tx, {
        cityId: 'turku',
        customerId,
        adviserId: adviser.personId,
        kind: 'adviser',
        fromOn: '2026-03-02',
      });
    });
    expect(await run(kai.actor, readHandOver, id)).toMatchObject({ state: 'overtaken', moves: [] });
    const late = { handOverId: id, version: 1, ...yes };
    await expect(run(kai.actor, answerHandOver, late)).rejects.toMatchObject({ code: 'notNow' });
    expect((await caseloadOf(trio)).map(({ adviserId }) => adviserId)).toEqual([adviser.personId, worker.personId]);
  });

  test('a social worker hands a customer to a colleague of theirs', async () => {
    const trio = await aTrio();
    const sirpa = await world.aSocialWorker({ name: 'Sirpa Sosiaali' });
    const begun = { customerId: trio.liisa.customerId, toId: sirpa.personId, toRole: null, why };
    const { id } = await run(trio.worker.actor, beginHandOver, begun);
    await run(sirpa.actor, answerHandOver, { handOverId: id, version: 1, ...yes });
    expect((await caseloadOf(trio)).map(({ adviserId }) => adviserId)).toEqual([trio.adviser.personId, sirpa.personId]);
  });
});
