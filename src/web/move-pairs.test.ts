import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, professionalKinds, type Role, roles } from '../kernel/actor.ts';
import { addDays } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import type { Move } from '../kernel/move.ts';
import { owners, stepStates } from '../path/tables.ts';
import { type NewRow, put } from '../testing/circle/making.ts';
import { type Circle, makeCircle } from '../testing/circle.ts';
import { testWorld } from '../testing/database.ts';
import { myMoves } from './moves.ts';

// Whatever waits for somebody is a move of one side, and of the other it is said to wait. Asked of every source there is, by the lists of
// everybody of a circle; a source that is added later is asked by itself, for its table needs rows in the circle.

const world = await testWorld();
const today = '2026-03-02';
const day = 24 * 3_600_000;
let circle: Circle;
let people: { role: Role; actor: Actor }[] = [];

beforeAll(async () => {
  circle = await makeCircle(world, { name: 'parit', city: 'turku' });
  const staff = roles.filter((role) => !['customer', 'adviser', 'socialWorker', 'businessContact'].includes(role));
  const { customer, adviser, socialWorker, contact } = circle;
  const { rows } = await world.database.inCity('turku', (tx) =>
    sql<{ personId: string; name: string; customerId: string; role: Role }>`
      select p.person_id, p.name, c.id as customer_id, r.role from city_person p
      join role_assignment r on r.city_id = p.city_id and r.person_id = p.person_id
      left join customer c on c.city_id = p.city_id and c.person_id = p.person_id and c.deleted_at is null
      where p.city_id = 'turku'`.execute(tx),
  );
  const known = [customer, adviser, socialWorker, contact].map(({ actor }) => ({ role: actor.role as Role, actor }));
  const others = rows
    .filter(({ personId }) => !known.some(({ actor }) => actor.personId === personId))
    .map(({ personId, name, role, customerId }) => ({
      role,
      actor: { ...adviser.actor, personId, name, role, customerId: role === 'customer' ? customerId : null },
    }))
    .filter(({ role, actor }) => role !== 'customer' || actor.customerId !== null);
  const made = await Promise.all(staff.map((role) => world.aStaffActor(role as 'manager')));
  people = [...known, ...others, ...made.map(({ actor }) => ({ role: actor.role as Role, actor }))];
});

type Seen = Move & { of: string; role: Role };

const listsOf = async (some: readonly { role: Role; actor: Actor }[]): Promise<Seen[]> => {
  const seen: Seen[] = [];
  for (const { role, actor } of some)
    for (const move of await world.run(actor, myMoves, undefined)) seen.push({ ...move, of: actor.personId, role });
  return seen;
};

const someoneElse = ['person', 'business', 'customer', 'city', 'authority'];

/** What is wrong with the lists of all who have to do with each other. */
const faultsOf = (seen: readonly Seen[]): string[] => {
  const faults: string[] = [];
  for (const { kind, role, who, thing, isNews, isWaiting } of seen) {
    const name = `${role} ${kind}`;
    if (isWaiting && !thing) faults.push(`${name} waits for somebody, and no thing ties it to their move`);
    if (!isNews && someoneElse.includes(who.kind) && !thing)
      faults.push(`${name} comes from somebody, and no thing ties it to their waiting`);
    if (isNews && thing) faults.push(`${name} is something to know of, and waits as well`);
  }
  for (const [thing, entries] of Map.groupBy(
    seen.filter((one) => one.thing !== undefined),
    (one) => one.thing,
  )) {
    const names = (some: readonly Seen[]) => [...new Set(some.map(({ role, kind }) => `${role} ${kind}`))].join(', ');
    const moving = entries.filter(({ isWaiting }) => !isWaiting);
    const waiting = entries.filter(({ isWaiting }) => isWaiting);
    if (moving.length === 0) faults.push(`${names(waiting)}: waits, and is nobody's move (${thing})`);
    if (waiting.length === 0) faults.push(`${names(moving)}: nobody is told that it waits (${thing})`);
    if (moving.some(({ of, role }) => waiting.some((other) => other.of === of && other.role === role)))
      faults.push(`${names(moving)}: a move of one who also waits for it (${thing})`);
  }
  return [...new Set(faults)];
};

test('of everything there is between the people of a circle', async () => {
  const seen = await listsOf(people);
  expect(faultsOf(seen)).toEqual([]);
  // The circle is not an empty one.
  expect(new Set(seen.flatMap(({ thing }) => thing?.split(':')[0] ?? [])).size).toBeGreaterThan(7);
});

test('the same when time has passed over it', async () => {
  for (const at of ['2026-03-10T09:00:00Z', '2026-03-12T12:00:00Z', '2026-04-20T09:00:00Z']) {
    world.clock.set(at);
    expect(faultsOf(await listsOf(people)), at).toEqual([]);
  }
  world.clock.set('2026-03-02T07:00:00Z');
});

type Variant = Record<string, unknown> & { id: string };

/** Lists of the customer and of both who look after them while rows of a table are there, and not after. */
const whileThere = async (table: string, rows: readonly Variant[]): Promise<Seen[]> => {
  const { cityId, customer, adviser, socialWorker } = circle;
  await world.database.inCity(cityId, (tx) =>
    put(
      tx,
      rows.map((row) => ({ table, values: { cityId, ...row } })),
    ),
  );
  try {
    return await listsOf([customer, adviser, socialWorker].map(({ actor }) => ({ role: actor.role as Role, actor })));
  } finally {
    await world.database.inCity(cityId, (tx) =>
      sql`delete from ${sql.table(table)} where city_id = ${cityId} and id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(
        tx,
      ),
    );
  }
};

/** Of the pair: whose move a thing is, and that the other waits. */
const turnIn = (seen: readonly Seen[], thing: string): string => {
  const said = seen
    .filter((one) => one.thing === thing)
    .map(({ role, isWaiting }) => `${role}${isWaiting ? ' waits' : ''}`);
  return said.sort().join(', ');
};

const turns = {
  customer: { adviser: 'adviser waits, customer', socialWorker: 'customer, socialWorker waits' },
  adviser: 'adviser, customer waits',
  socialWorker: 'customer waits, socialWorker',
  nobody: '',
} as const;

describe('a step', () => {
  const days = { passed: addDays(today, -1), near: addDays(today, 3), far: addDays(today, 60) };
  type Case = { withRole: 'adviser' | 'socialWorker'; proposedBy: string; owner: string; when: keyof typeof days };

  /** Whose turn it is, in words of the plan's rules: who a proposal was made to; who does what is agreed, when its day comes. */
  const turnOf = (state: string, { withRole, proposedBy, owner, when }: Case): string => {
    const ofCustomer = turns.customer[withRole];
    if (state === 'proposed') return proposedBy === 'customer' ? turns[withRole] : ofCustomer;
    if ((state !== 'agreed' && state !== 'doing') || when === 'far') return turns.nobody;
    if (owner === 'customer') return ofCustomer;
    return owner === withRole ? turns[withRole] : turns.nobody;
  };

  const cases: readonly Case[] = professionalKinds.flatMap((withRole) =>
    ['customer', withRole].flatMap((proposedBy) =>
      owners.flatMap((owner) =>
        (['passed', 'near', 'far'] as const).map((when) => ({ withRole, proposedBy, owner, when })),
      ),
    ),
  );

  test.each(stepStates)('%s: in every case one side has it and the other waits, or nobody does', async (state) => {
    const at = world.clock();
    const rows = cases.map(({ withRole, proposedBy, owner, when }) => ({
      ...{
        id: newId(),
        customerId: circle.customer.customerId,
        title: 'Askel',
        state,
        proposedBy,
        owner,
        word: 'Sana',
      },
      ...{ withRole, ownerName: owner === 'named' ? 'Sisko' : '', dueOn: days[when], createdAt: at, changedAt: at },
    }));
    const seen = await whileThere('step', rows);
    const wrong = cases
      .map((one, n) => ({
        of: `${state}, ${JSON.stringify(one)}`,
        is: turnIn(seen, `step:${rows[n]?.id}`),
        should: turnOf(state, one),
      }))
      .filter(({ is, should }) => is !== should);
    expect(wrong).toEqual([]);
    expect(faultsOf(seen).filter((fault) => fault.includes('step:'))).toEqual([]);
  });
});

describe('an appointment', () => {
  const states = ['proposed', 'booked', 'cancelled', 'held', 'missed'] as const;

  test.each([
    ['ahead', 20],
    ['over', -20],
  ] as const)(
    '%s: a proposed time is the customer’s move, as is one its professional is away from',
    async (when, days) => {
      const at = world.clock();
      const cases = states.flatMap((state, n) => [false, true].map((isAway) => ({ id: newId(), state, isAway, n })));
      const begins = ({ n, isAway }: { n: number; isAway: boolean }) =>
        new Date(at.getTime() + (days + n + (isAway ? 10 : 0)) * day);
      const { customerId } = circle.customer;
      const rows = cases.map((one) => ({
        ...{ id: one.id, customerId, professionalId: circle.adviser.personId, role: 'adviser', kind: 'followUp' },
        ...{
          state: one.state,
          way: 'phone',
          place: '',
          startsAt: begins(one),
          endsAt: new Date(begins(one).getTime() + day / 48),
        },
        ...{ cancelledBy: one.state === 'cancelled' ? 'customer' : null, createdAt: at, changedAt: at },
      }));
      const absences = cases
        .filter(({ isAway }) => isAway)
        .map((one) => ({ id: newId(), fromAt: begins(one), untilAt: new Date(begins(one).getTime() + day / 48) }));
      const away = { cityId: 'turku', professionalId: circle.adviser.personId, createdAt: at };
      await world.database.inCity('turku', (tx) =>
        put(
          tx,
          absences.map((absence) => ({ table: 'absence', values: { ...away, ...absence } })),
        ),
      );
      const seen = await whileThere('appointment', rows);
      await world.database.inCity('turku', (tx) =>
        sql`delete from absence where id = any(${absences.map(({ id }) => id)}::uuid[])`.execute(tx),
      );
      for (const { id, state, isAway } of cases) {
        const isOpen = when === 'ahead' && (state === 'proposed' || (state === 'booked' && isAway));
        expect(turnIn(seen, `appointment:${id}`), `${state} ${isAway}`).toBe(
          isOpen ? turns.customer.adviser : turns.nobody,
        );
      }
    },
  );
});

describe('what a customer asked for', () => {
  test.each([
    ['person_ask', 'ask'],
    ['correction', 'correction'],
  ])('%s: waits for the adviser until it is answered or taken back, late or not', async (table, thing) => {
    const at = world.clock();
    const answered = {
      ...{ answer: 'Katsoin.', answeredAt: at, answeredBy: circle.adviser.personId, answeredName: 'Outi' },
      ...{ answeredRole: 'adviser', ...(table === 'correction' && { isDone: true }) },
    };
    const cases = [
      { more: {}, turn: turns.adviser },
      { more: answered, turn: turns.nobody },
      { more: { withdrawnAt: at }, turn: turns.nobody },
    ].flatMap((one) => [-3, 0, 3].map((days) => ({ ...one, days, id: newId() })));
    const rows = cases.map(({ id, days, more }) => ({
      ...{ id, customerId: circle.customer.customerId, words: 'Katso tämä.', askedAt: at, dueOn: addDays(today, days) },
      ...{ about: table === 'correction' ? 'plan' : 'general', ...more },
    }));
    const seen = await whileThere(table, rows);
    for (const { id, turn, days } of cases) expect(turnIn(seen, `${thing}:${id}`), `${table} ${days}`).toBe(turn);
  });
});

describe('what is written', () => {
  test('to a professional: waits for them until somebody answers, and a receipt until it is read; not once it is closed', async () => {
    const { cityId, customer, adviser } = circle;
    const at = (minutes: number) => new Date(world.clock().getTime() + minutes * 60_000);
    const cases = (['customer', 'professional'] as const).flatMap((last) =>
      [false, true].flatMap((isRead) =>
        [false, true].flatMap((wantsReceipt) =>
          [false, true].map((isClosed) => ({ id: newId(), last, isRead, wantsReceipt, isClosed })),
        ),
      ),
    );
    const rows: NewRow[] = [];
    const row = (table: string, values: NewRow['values']) => rows.push({ table, values: { cityId, ...values } });
    for (const { id, last, isRead, wantsReceipt, isClosed } of cases) {
      const thread = { id, customerId: customer.customerId, role: 'adviser', subject: 'Kurssi' };
      row('thread', { ...thread, createdAt: at(0), latestAt: at(1) });
      const first = last === 'customer' ? 'professional' : 'customer';
      for (const [minute, side] of [first, last].entries()) {
        const authorId = side === 'customer' ? customer.personId : adviser.personId;
        row('message', {
          ...{ id: newId(), threadId: id, side, authorId, text: 'Hei', at: at(minute) },
          ...{ readAt: isRead ? at(2) : null, wantsReceipt: wantsReceipt && side === 'professional' },
        });
      }
      if (isClosed)
        row('thread_closing', {
          ...{ id: newId(), threadId: id, closedAt: at(3), closedBy: adviser.personId, closedSide: 'professional' },
        });
    }
    await world.database.inCity(cityId, (tx) => put(tx, rows));
    const seen = await whileThere('thread', []);
    for (const { id, last, isRead, wantsReceipt, isClosed } of cases) {
      const name = `${last} wrote last, ${isRead ? 'read' : 'unread'}, ${wantsReceipt}, ${isClosed ? 'closed' : 'open'}`;
      const isAsked = last === 'customer' && !isClosed;
      expect(turnIn(seen, `messages:${id}:customer`), name).toBe(isAsked ? turns.adviser : turns.nobody);
      const isAwaited = !isRead && wantsReceipt && !isClosed;
      expect(turnIn(seen, `messages:${id}:other`), name).toBe(isAwaited ? turns.customer.adviser : turns.nobody);
    }
  });
});

describe('a plan of two authorities', () => {
  const parties = ['customer', 'employment', 'wellbeing'] as const;

  test('whoever has signed it waits for whoever has not, whichever they are', async () => {
    const { customer, adviser, socialWorker } = circle;
    const trio = [customer, adviser, socialWorker].map(({ actor }) => ({ role: actor.role as Role, actor }));
    await world.database.inCity('turku', (tx) => sql`delete from plan_signature where city_id = 'turku'`.execute(tx));
    for (let mask = 0; mask < 2 ** parties.length; mask += 1) {
      const signed = parties.filter((_, at) => mask & (1 << at));
      const signatures = signed.map((party, at) => ({
        table: 'plan_signature',
        values: {
          ...{ cityId: 'turku', id: newId(), customerId: customer.customerId, party, version: 1, parts: '[]' },
          ...{ sha256: Buffer.alloc(32, party), signedAt: new Date(world.clock().getTime() + at) },
          ...{ personId: adviser.personId, personName: 'Outi', role: 'adviser' },
        },
      }));
      await world.database.inCity('turku', (tx) => put(tx, signatures));
      const seen = (await listsOf(trio)).filter(({ thing }) => thing?.startsWith('signing:'));
      expect(faultsOf(seen), signed.join(' ')).toEqual([]);
      await world.database.inCity('turku', (tx) => sql`delete from plan_signature where city_id = 'turku'`.execute(tx));
    }
  });
});
