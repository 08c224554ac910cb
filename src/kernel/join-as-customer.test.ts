import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import type { Cities } from './cities.ts';
import { newId } from './ids.ts';
import { joinAsCustomer, knownElsewhere, openTold, readJoining, sealTold } from './join-as-customer.ts';
import { registerPerson } from './register-person.ts';
import { createSecrets } from './secrets.ts';
import { findSession, startSession } from './session.ts';
import { readLookers } from './use-log.ts';

const world = await testWorld();
const { database } = world;
const { secrets } = world.services;

const city = (id: string) => ({
  ...{ id, name: { fi: id, sv: id, en: id }, actionColor: '#000000', edgeColor: '#000000' },
  ...{
    languages: ['fi' as const],
    timeZone: 'Europe/Helsinki',
    feedback: { email: 'palaute@city.example', phone: null, page: null },
  },
});
const cities: Cities = {
  all: () => [city('turku'), city('espoo')],
  find: (id) => city(id),
  refresh: async () => {},
  stop: () => {},
};
const door = { database, cities, secrets, requestId: 'r1', cookies: '' };

const aNewcomer = () =>
  database.acrossCities((tx) =>
    registerPerson(tx, secrets, {
      issuer: 'https://test.invalid',
      subject: newId(),
      name: 'Uusi',
      email: null,
      language: 'fi',
      identityCode: null,
    }),
  );

const join = async (personId: string, cityId: string, at: string) => {
  const now = new Date(at);
  const session = { id: newId(), personId, language: 'fi', actor: null } as const;
  const { name } = await readJoining({ ...door, now }, session);
  const input = { cityId, name: name ?? 'Uusi Tulokas', email: null, language: 'sv' } as const;
  const capacity = await joinAsCustomer({ ...door, now }, session, input);
  const token = await database.acrossCities((tx) => startSession(tx, { personId, capacity, kind: 'browser', now }));
  return (await findSession(database, { token, now, requestId: 'r2' }))?.actor ?? null;
};

test('a newcomer is a customer at once, also between midnight in Finland and midnight in Greenwich', async () => {
  const actor = await join(await aNewcomer(), 'turku', '2026-11-21T22:30:00Z');
  expect(actor).toMatchObject({ role: 'customer', cityId: 'turku', name: 'Uusi Tulokas', language: 'sv' });
  if (!actor) return;
  const [look] = await world.run(actor, (work) => readLookers(work), undefined);
  expect(look).toMatchObject({ section: 'account', why: 'joined the city', isMe: true });
});

test('who is a customer of one city joins another as the same person', async () => {
  const here = await world.aCustomer({ name: 'Maria Salo' });
  expect(await knownElsewhere(database, here.personId)).toMatchObject({ name: 'Maria Salo' });
  const there = await join(here.personId, 'espoo', '2026-03-02T08:00:00Z');
  expect(there).toMatchObject({ personId: here.personId, cityId: 'espoo' });
  expect(there?.customerId).not.toBe(here.customerId);
});

test('a newcomer tells their name; who is known keeps the name they are known by', async () => {
  const now = world.clock();
  const newcomer = { id: newId(), personId: await aNewcomer(), language: 'fi', actor: null } as const;
  const known = { ...newcomer, personId: (await world.aCustomer({ name: 'Maria Salo' })).personId };
  const espoo = { cityId: 'espoo', email: null, language: 'fi' } as const;
  const join = (session: typeof newcomer, name: string, cityId = 'espoo') =>
    joinAsCustomer({ ...door, now }, session, { ...espoo, cityId, name });
  await expect(join(newcomer, '')).rejects.toMatchObject({ fields: [{ field: 'name', message: 'form.required' }] });
  await expect(join(known, 'Joku Muu')).rejects.toMatchObject({ fields: [{ field: 'name', message: 'form.check' }] });
  await expect(join(known, '', 'atlantis')).rejects.toMatchObject({ fields: [{ field: 'cityId' }] });
  expect(await join(known, '')).toEqual({ cityId: 'espoo', role: 'customer', businessId: null });
  const { name, cities: all } = await readJoining({ ...door, now }, known);
  expect([name, all.map(({ isJoined }) => isJoined)]).toEqual(['Maria Salo', [true, true]]);
});

test('joining twice makes one customer', async () => {
  const personId = await aNewcomer();
  const first = await join(personId, 'turku', '2026-03-02T08:00:00Z');
  const second = await join(personId, 'turku', '2026-03-02T08:00:01Z');
  expect(second?.customerId).toBe(first?.customerId);
});

test('what the identification told is only for whom it was told of, and only as it was told', () => {
  const told = { personId: newId(), name: 'Åsa Öhman', email: 'asa@example.invalid' };
  const cookie = `a=1; tuttu_told=${sealTold(secrets, told)}; b=2`;
  expect(openTold(secrets, cookie, told.personId)).toEqual(told);
  expect(openTold(secrets, cookie, newId())).toBeNull();
  expect(openTold(createSecrets('another secret of thirty-two characters'), cookie, told.personId)).toBeNull();
  expect(openTold(secrets, '', told.personId)).toBeNull();
});

test('a name told by the identification is kept as any text is: trimmed, whole characters, one Unicode form', async () => {
  const personId = await aNewcomer();
  const told = sealTold(secrets, { personId, name: ' Uusi Tyo\u0308ntekija\u0308 ', email: null });
  const session = { id: newId(), personId, language: 'fi', actor: null } as const;
  const joining = { ...door, now: world.clock(), cookies: `tuttu_told=${told}` };
  expect((await readJoining(joining, session)).name).toBe('Uusi Työntekijä');
});
