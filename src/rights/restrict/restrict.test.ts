import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { readFigures } from '../../insight/read-figures.ts';
import { access } from '../../kernel/access/access.ts';
import { dayIn } from '../../kernel/clock.ts';
import { consents, hasConsent } from '../../kernel/consent.ts';
import { answerStep, proposeStep, setGoal } from '../../path/index.ts';
import { testWorld } from '../../testing/database.ts';
import { readRestrictions, setRestriction } from './set-restriction.ts';

const world = await testWorld();
const step = { title: 'Soita leipomoon', why: '', owner: 'customer', dueOn: '2026-06-01', challengeId: null } as const;
const restrict = (isMade: boolean) => ({ isMade, word: isMade ? 'En ole samaa mieltä.' : '' });

describe('while I have restricted it', () => {
  test('nobody else writes about me: 423, and nothing is written; I still do', async () => {
    const adviser = await world.anAdviser();
    const liisa = await world.aCustomer({ adviser });
    await world.run(liisa.actor, setRestriction, restrict(true));
    const customerId = liisa.customerId;
    await expect(world.run(adviser.actor, proposeStep, { customerId, ...step })).rejects.toMatchObject({
      ...{ code: 'restricted', status: 423 },
    });
    await expect(world.run(adviser.actor, setGoal, { customerId, version: 0, goal: 'Töihin' })).rejects.toMatchObject({
      status: 423,
    });
    const { rows } = await world.database.inCity('turku', (tx) =>
      sql<{
        n: number;
      }>`select count(*) as n from step where city_id = 'turku' and customer_id = ${customerId}`.execute(tx),
    );
    expect(rows[0]?.n).toBe(0);
    const mine = await world.run(liisa.actor, proposeStep, { customerId: null, ...step });
    expect(mine).toBeDefined();
    await expect(
      world.run(adviser.actor, answerStep, { stepId: mine.id, version: 1, answer: 'agree', word: '' }),
    ).rejects.toMatchObject({ status: 423 });
  });

  test('my adviser still finds me, and is told of it', async () => {
    const adviser = await world.anAdviser();
    const liisa = await world.aCustomer({ adviser });
    const look = () =>
      world.run(
        adviser.actor,
        (work) => access.customer(work, liisa.customerId, { section: 'plan', action: 'read', why: 'plan page' }),
        undefined,
      );
    expect((await look()).isRestricted).toBe(false);
    await world.run(liisa.actor, setRestriction, restrict(true));
    expect((await look()).isRestricted).toBe(true);
  });

  test('no consent to be matched counts, and no figure counts me; when I end it, all is as it was', async () => {
    const manager = await world.aStaffActor('manager', { city: 'espoo' });
    const people = [];
    for (let count = 0; count < 6; count += 1)
      people.push(await world.aCustomer({ city: 'espoo', consents: ['matching', 'adviserKnowHow'] }));
    const [liisa, maija] = people;
    if (!liisa || !maija) throw new Error('made above');
    const today = dayIn('Europe/Helsinki', world.clock());
    const isMatched = async () => {
      const inSql = await world.database.inCity('espoo', (tx) =>
        sql<{ is: boolean }>`select ${consents('espoo', sql.ref('c.id'), 'matching', today)} as is from customer c
          where c.city_id = 'espoo' and c.id = ${liisa.customerId}`.execute(tx),
      );
      const asked = await world.run(liisa.actor, (work) => hasConsent(work, liisa.customerId, 'matching'), undefined);
      expect(asked).toBe(inSql.rows[0]?.is);
      return asked;
    };
    const counted = async () =>
      (await world.run(manager.actor, readFigures, undefined)).people.find(({ what }) => what === 'customers')?.range;
    expect(await isMatched()).toBe(true);
    expect(await counted()).not.toBeNull();
    await world.run(liisa.actor, setRestriction, restrict(true));
    await world.run(maija.actor, setRestriction, restrict(true));
    expect(await isMatched()).toBe(false);
    expect(await counted()).toBeNull();
    await world.run(liisa.actor, setRestriction, restrict(false));
    await world.run(maija.actor, setRestriction, restrict(false));
    expect(await isMatched()).toBe(true);
    expect(await counted()).not.toBeNull();
  });

  test('the matching index is told to look again', async () => {
    const liisa = await world.aCustomer();
    const noted = async () => {
      const { rows } = await world.database.inCity('turku', (tx) =>
        sql<{
          n: number;
        }>`select count(*) as n from matching_change where city_id = 'turku' and id = ${liisa.customerId}`.execute(tx),
      );
      return rows[0]?.n ?? 0;
    };
    const before = await noted();
    await world.run(liisa.actor, setRestriction, restrict(true));
    expect(await noted()).toBe(before + 1);
  });

  test('saying it twice is one restriction, and what is over is kept with its times', async () => {
    const liisa = await world.aCustomer();
    await world.run(liisa.actor, setRestriction, restrict(true));
    await world.run(liisa.actor, setRestriction, restrict(true));
    await world.run(liisa.actor, setRestriction, restrict(false));
    const { now, past } = await world.run(liisa.actor, readRestrictions, undefined);
    expect(now).toBeNull();
    expect(past).toEqual([expect.objectContaining({ word: 'En ole samaa mieltä.', endedAt: world.clock() })]);
  });
});
