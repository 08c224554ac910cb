import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readConsents, setConsent } from '../../kernel/consent.ts';
import { readLookers } from '../../kernel/use-log.ts';
import type { MadeCustomer } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { changeStory } from '../change-story.ts';
import { decideKnowHow } from '../decide-know-how.ts';
import { knowHowEvents } from '../events.ts';
import { readStory } from '../read-story.ts';
import { tellStory } from '../tell-story.ts';
import { createAskOutsideModel } from './ask-outside-model.ts';
import { aModelServer } from './fixtures.ts';
import { forgetOutsideViews } from './forget-views.ts';
import { createOutsideModel } from './outside-model.ts';
import { outsideShare } from './rules.ts';

const world = await testWorld();
const server = await aModelServer();
afterAll(server.close);

const name = 'Kaupungin kielimalli';
const text = 'Nimeni on Pirkko. Hoidin äitiäni kotona kolme vuotta. Järjestin kyläjuhlat ja leivoin pullaa myyjäisiin.';
const language = 'fi' as const;
const told: unknown[] = [];

const plugIn = (milliseconds = 2000) => {
  world.services.outsideModelName = name;
  world.services.outsideModel = createOutsideModel({ name, address: server.address, key: undefined }, { milliseconds });
};
const unplug = () => {
  world.services.outsideModelName = undefined;
  world.services.outsideModel = undefined;
};
beforeEach(() => {
  plugIn();
  server.asked.length = 0;
  told.length = 0;
  world.jobs.sent.length = 0;
});

const waiting = () => world.jobs.sent.filter(({ queue }) => queue === 'outsideModel');
/** What the worker would do with what waits. */
const work = async () => {
  const ask = createAskOutsideModel({
    database: world.database,
    clock: world.clock,
    timeZone: () => 'Europe/Helsinki',
    outsideModel: world.services.outsideModel,
    onError: (error) => told.push(error),
  });
  const jobs = waiting();
  world.jobs.sent.length = 0;
  for (const { data } of jobs) await ask({ eventId: 'a job', ...data });
};

const scoreAll = (scoreOf: (label: string, at: number) => number) =>
  server.answer(({ candidates }, response) => {
    response.end(
      JSON.stringify({ scores: candidates.map(({ uri, label }, at) => ({ uri, score: scoreOf(label, at) })) }),
    );
  });

const aTeller = async (consents: readonly ('outsideModel' | 'matching')[] = ['outsideModel']) => {
  const teller = await world.aCustomer({ consents, name: 'Pirkko Salainen' });
  const { id } = await world.run(teller.actor, tellStory, { text, language });
  return { ...teller, id, read: () => world.run(teller.actor, readStory, id) };
};
const withdraw = ({ actor }: MadeCustomer) =>
  world.run(actor, setConsent, { what: 'outsideModel', isGiven: false, untilOn: null });

/** What is still stored of what it said about a customer. */
const keptOf = async ({ customerId }: MadeCustomer) => {
  const { rows } = await world.database.inCity('turku', (tx) =>
    sql<{ scores: number; askings: number; logged: number }>`select
      (select count(*)::int from know_how where customer_id = ${customerId} and outside_score is not null) as scores,
      (select count(*)::int from outside_asking where customer_id = ${customerId}) as askings,
      (select count(*)::int from suggestion_log where customer_id = ${customerId} and kind = 'skill' and parts ? 'outsideModel') as logged`.execute(
      tx,
    ),
  );
  return rows[0] ?? { scores: -1, askings: -1, logged: -1 };
};

describe('off', () => {
  test('unless plugged in: nobody is asked to agree, nobody can, and nothing waits', async () => {
    unplug();
    const teller = await aTeller();
    expect(waiting()).toEqual([]);
    expect((await teller.read()).outsideModel).toBeNull();
    const other = await world.aCustomer();
    const kinds = (await world.run(other.actor, readConsents, undefined)).map(({ what }) => what);
    expect(kinds).toEqual(['matching', 'adviserKnowHow', 'biasReport']);
    const agree = world.run(other.actor, setConsent, { what: 'outsideModel', isGiven: true, untilOn: null });
    await expect(agree).rejects.toMatchObject({ code: 'notNow' });
  });

  test('for whoever does not agree', async () => {
    const teller = await aTeller(['matching']);
    expect(waiting()).toEqual([]);
    await work();
    expect(server.asked).toEqual([]);
    expect((await teller.read()).outsideModel).toBeNull();
  });

  test('when it is taken away meanwhile', async () => {
    const teller = await aTeller();
    world.services.outsideModel = undefined;
    await work();
    expect(server.asked).toEqual([]);
    expect((await teller.read()).outsideModel).toBeNull();
  });
});

describe('asked', () => {
  test('by name, once a customer agrees', async () => {
    const { actor } = await world.aCustomer();
    const offered = await world.run(actor, readConsents, undefined);
    expect(offered.at(-1)).toEqual({ what: 'outsideModel', givenAt: null, untilOn: null, party: name });
    await world.run(actor, setConsent, { what: 'outsideModel', isGiven: true, untilOn: null });
    await world.run(actor, tellStory, { text, language });
    expect(waiting().map(({ data }) => Object.keys(data).sort())).toEqual([['cityId', 'queue', 'storyId']]);
  });

  test('only about the sentences something was found in, and without who told them', async () => {
    const teller = await aTeller();
    await work();
    const [{ body } = { body: '' }] = server.asked;
    const { clauses, candidates } = JSON.parse(body);
    expect(clauses.join(' ')).toContain('Hoidin äitiäni kotona');
    expect(candidates.length).toBe((await teller.read()).found.length);
    for (const secret of ['Nimeni', 'Pirkko', 'Salainen', teller.customerId, teller.id, 'turku'])
      expect(body).not.toContain(secret);
  });

  test('it adds its part to the score, and the order follows', async () => {
    const teller = await aTeller();
    const before = await teller.read();
    expect(before).toMatchObject({ outsideModel: { name, state: 'waiting' } });
    expect(before.found.every(({ outsideModel }) => outsideModel === null)).toBe(true);
    const last = before.found.at(-1);
    scoreAll((label) => (label === last?.label ? 1 : 0));
    await work();
    const after = await teller.read();
    expect(after.outsideModel).toEqual({ name, state: 'answered' });
    for (const { id, score, outsideModel } of after.found) {
      const own = before.found.find((one) => one.id === id)?.score ?? 0;
      const part = id === last?.id ? outsideShare : 0;
      expect(outsideModel).toBe(part);
      expect(score).toBeCloseTo((1 - outsideShare) * own + part, 3);
    }
    const scores = after.found.map(({ score }) => score ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(after.found.length).toBe(before.found.length);
  });

  test('and the customer sees in their log that it was, and by which name', async () => {
    const teller = await aTeller();
    await work();
    const looks = await world.run(teller.actor, readLookers, {});
    const its = looks.filter(({ personName }) => personName === name);
    expect(its.map(({ role, why, isMe }) => ({ role, why, isMe }))).toEqual([
      { role: 'outsideModel', why: 'weighed suggestions', isMe: false },
      { role: 'outsideModel', why: 'asked to weigh suggestions', isMe: false },
    ]);
  });

  test('and the suggestion log has its part beside the recogniser’s, in the score that was shown', async () => {
    const teller = await aTeller();
    scoreAll(() => 0.5);
    await work();
    const logged = await world.database.inCity('turku', (tx) =>
      tx
        .selectFrom('suggestionLog')
        .select(['skillId', 'score', 'parts'])
        .where('cityId', '=', 'turku')
        .where('sourceId', '=', teller.id)
        .execute(),
    );
    const { found } = await teller.read();
    expect(logged.length).toBe(found.length);
    for (const { skillId, score, parts } of logged) {
      expect(parts).toMatchObject({ coverage: expect.anything(), outsideModel: 0.15 });
      expect(score).toBeCloseTo(found.find((one) => one.skillId === skillId)?.score ?? 0, 3);
      const sum = Object.values(parts as Record<string, number>).reduce((all, got) => all + got, 0);
      expect(sum).toBeCloseTo(score ?? -1, 3);
    }
  });

  test('no transaction is open while it thinks', async () => {
    await aTeller();
    let idle = -1;
    server.answer(async (_, response) => {
      const { rows } = await world.database.inCity('turku', (tx) =>
        sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
          where datname = current_database() and state like 'idle in transaction%'`.execute(tx),
      );
      idle = rows[0]?.count ?? -1;
      response.end(JSON.stringify({ scores: [] }));
    });
    await work();
    expect(idle).toBe(0);
    expect(told).toEqual([]);
  });
});

describe('a model that fails', () => {
  test.each([
    ['late', () => server.answer(() => {})],
    ['wrongAnswer', () => scoreAll(() => 7)],
  ] as const)('changes nothing for the customer, and is told to the operator: %s', async (fault, fail) => {
    plugIn(60);
    const teller = await aTeller();
    const before = await teller.read();
    fail();
    await work();
    const after = await teller.read();
    expect(after.found).toEqual(before.found);
    expect(after.outsideModel).toEqual({ name, state: 'failed' });
    expect(told).toEqual([expect.objectContaining({ fault })]);
    expect(waiting()).toEqual([]);
  });
});

describe('what changes meanwhile wins', () => {
  test('consent withdrawn before it is asked: nothing is sent, nothing logged', async () => {
    const teller = await aTeller();
    await withdraw(teller);
    await work();
    expect(server.asked).toEqual([]);
    const looks = await world.run(teller.actor, readLookers, {});
    expect(looks.filter(({ role }) => role === 'outsideModel')).toEqual([]);
  });

  test('consent withdrawn while it thinks: its answer is not kept', async () => {
    const teller = await aTeller();
    server.answer(async ({ candidates }, response) => {
      await withdraw(teller);
      response.end(JSON.stringify({ scores: candidates.map(({ uri }) => ({ uri, score: 1 })) }));
    });
    await work();
    const { found, outsideModel } = await teller.read();
    expect(found.every((one) => one.outsideModel === null)).toBe(true);
    expect(outsideModel).toBeNull();
  });

  test('consent withdrawn later: what it said is removed', async () => {
    const teller = await aTeller();
    scoreAll(() => 1);
    await work();
    expect((await teller.read()).found.some(({ outsideModel }) => outsideModel !== null)).toBe(true);
    await withdraw(teller);
    await world.deliver(knowHowEvents);
    const { found, outsideModel } = await teller.read();
    expect(found.every((one) => one.outsideModel === null)).toBe(true);
    expect(outsideModel).toBeNull();
    expect(await keptOf(teller)).toEqual({ scores: 0, askings: 0, logged: 0 });
  });

  test('consent withdrawn: what it said is out of sight at once, and the order is Tuttu’s own again', async () => {
    const teller = await aTeller();
    const before = await teller.read();
    const last = before.found.at(-1);
    scoreAll((label) => (label === last?.label ? 1 : 0));
    await work();
    const weighed = await teller.read();
    expect(weighed.found.map(({ id }) => id)).not.toEqual(before.found.map(({ id }) => id));
    await withdraw(teller);
    const sees = async () => {
      const { found, outsideModel } = await teller.read();
      expect(outsideModel).toBeNull();
      expect(found.map(({ id, score }) => ({ id, score }))).toEqual(
        before.found.map(({ id, score }) => ({ id, score })),
      );
      for (const { id, parts } of found) {
        expect(parts).not.toHaveProperty('outsideModel');
        const own = before.found.find((one) => one.id === id)?.parts ?? {};
        for (const [part, got] of Object.entries(own)) expect(parts[part]).toBeCloseTo(got, 5);
      }
    };
    await sees();
    await world.deliver(knowHowEvents);
    await sees();
  });

  test('consent given until a day: after it what it said is out of sight, and removed', async () => {
    const teller = await aTeller();
    scoreAll(() => 1);
    await work();
    const untilOn = '2026-03-03';
    await world.run(teller.actor, setConsent, { what: 'outsideModel', isGiven: true, untilOn });
    await world.deliver(knowHowEvents);
    const sweep = (today: string) =>
      world.database.inCity('turku', (tx) => forgetOutsideViews(tx, { cityId: 'turku', today }));
    expect(await sweep(untilOn)).toBe(0);
    expect((await keptOf(teller)).scores).toBeGreaterThan(0);
    expect(await sweep('2026-03-04')).toBe(1);
    expect(await keptOf(teller)).toEqual({ scores: 0, askings: 0, logged: 0 });
  });

  test('a text changed while it thinks: the answer about the earlier one is left, and the new one waits', async () => {
    const teller = await aTeller();
    server.answer(async ({ candidates }, response) => {
      const next = { storyId: teller.id, version: 1, text: `${text} Korjasin polkupyöriä.`, language };
      await world.run(teller.actor, changeStory, next);
      response.end(JSON.stringify({ scores: candidates.map(({ uri }) => ({ uri, score: 1 })) }));
    });
    await work();
    const { found, outsideModel } = await teller.read();
    expect(found.every((one) => one.outsideModel === null)).toBe(true);
    expect(outsideModel).toEqual({ name, state: 'waiting' });
    expect(waiting().length).toBe(1);
  });

  test('what the customer decided while it thinks is left alone', async () => {
    const teller = await aTeller();
    const [first] = (await teller.read()).found;
    server.answer(async ({ candidates }, response) => {
      const decision = { knowHowId: first?.id ?? '', version: first?.version ?? 0, decision: 'keep' as const };
      await world.run(teller.actor, decideKnowHow, decision);
      response.end(JSON.stringify({ scores: candidates.map(({ uri }) => ({ uri, score: 0 })) }));
    });
    await work();
    const kept = (await teller.read()).found.find(({ id }) => id === first?.id);
    expect(kept).toMatchObject({ state: 'kept', score: first?.score, outsideModel: null });
  });
});
