import { describe, expect, test } from 'vitest';
import { readThread } from '../../dialogue/read-thread.ts';
import { access } from '../../kernel/access/access.ts';
import { cardsFor } from '../../matching/index.ts';
import { readCaseload, readCaseloadInput } from '../../path/caseload/read-caseload.ts';
import { answerHandOver } from '../../path/hand-over/answer-hand-over.ts';
import { beginHandOver } from '../../path/hand-over/begin-hand-over.ts';
import { readHandOver, readHandOvers } from '../../path/hand-over/read-hand-overs.ts';
import { invite } from '../../path/invitations/invite.ts';
import { inviteInput } from '../../path/invitations/invite-input.ts';
import { readInvited } from '../../path/invitations/read-invited.ts';
import { listUnassigned } from '../../path/list-unassigned.ts';
import { makeCircle } from '../../testing/circle.ts';
import { testWorld } from '../../testing/database.ts';
import { rightsEvents } from '../events.ts';
import { endProtection, findReaders, protectCustomer, readOwnProtection, readProtection } from './protect-customer.ts';

const world = await testWorld();
const by = (kind: 'nonDisclosure' | 'secretIdentity', readerIds: string[] = []) => ({
  ...{ kind, ground: 'DVV:n päätös 3/2026', untilOn: null, readerIds },
});
const look = { section: 'plan', action: 'read', why: 'plan page' } as const;
const caseload = readCaseloadInput.parse({});

/** A customer with two advisers, of whom the first sets the protection. */
const aPair = async (area: string) => {
  const setter = await world.anAdviser();
  const other = await world.anAdviser();
  const liisa = await world.aCustomer({ area, adviser: setter });
  await world.putInCaseload(other, liisa);
  return { setter, other, liisa };
};

describe('a protected customer', () => {
  test('whose address must not be learnt: shown to themselves, whoever set it and the few named, at once', async () => {
    const { setter, other, liisa } = await aPair('Salakatu');
    const { customerId } = liisa;
    const areaFor = async (who: typeof other) =>
      (await world.run(who.actor, (work) => access.customer(work, customerId, look), undefined)).area;
    expect(await areaFor(other)).toBe('Salakatu');
    await world.run(setter.actor, protectCustomer, { customerId, ...by('nonDisclosure') });
    expect(await areaFor(other)).toBe('');
    expect(await areaFor(setter)).toBe('Salakatu');
    expect((await world.run(liisa.actor, (work) => access.self(work, { ...look, why: 'x' }), undefined)).area).toBe(
      'Salakatu',
    );
    expect(JSON.stringify(await world.run(other.actor, readCaseload, caseload))).not.toContain('Salakatu');
    expect(JSON.stringify(await world.run(setter.actor, readCaseload, caseload))).toContain('Salakatu');
    await world.run(setter.actor, protectCustomer, { customerId, ...by('nonDisclosure', [other.personId]) });
    expect(await areaFor(other)).toBe('Salakatu');
    await world.run(setter.actor, protectCustomer, { customerId, ...by('nonDisclosure') });
    await world.run(setter.actor, endProtection, { customerId });
    expect(await areaFor(other)).toBe('Salakatu');
  });

  test('is changed or unprotected by the few named and an administrator alone, who does not come to see by it', async () => {
    const { setter, other, liisa } = await aPair('Salaporras');
    const { customerId } = liisa;
    await world.run(setter.actor, protectCustomer, { customerId, ...by('nonDisclosure') });
    const gone = { code: 'notFound' };
    await expect(world.run(other.actor, protectCustomer, { customerId, ...by('nonDisclosure') })).rejects.toMatchObject(
      gone,
    );
    await expect(world.run(other.actor, endProtection, { customerId })).rejects.toMatchObject(gone);
    expect(await world.run(other.actor, readProtection, { customerId })).toMatchObject({ canChange: false });
    const admin = await world.aStaffActor('administrator');
    await world.run(admin.actor, protectCustomer, { customerId, ...by('nonDisclosure') });
    expect((await world.run(setter.actor, readProtection, { customerId })).protection?.readers).toEqual([
      { personId: setter.personId, name: setter.actor.name },
    ]);
    await world.deliver(rightsEvents);
    const told = await world.database.inCity('turku', (tx) =>
      tx.selectFrom('notice').select('kind').where('personId', '=', liisa.personId).execute(),
    );
    expect(told.map(({ kind }) => kind)).toContain('protectionChanged');
  });

  test('whose identity is secret keeps an adviser, and is found in no hand-over by who may not know of them', async () => {
    const { setter, other, liisa } = await aPair('Salarinne');
    const { customerId } = liisa;
    const admin = await world.aStaffActor('administrator');
    const alone = { customerId, ...by('secretIdentity') };
    await expect(world.run(admin.actor, protectCustomer, alone)).rejects.toMatchObject({
      fields: [{ field: 'readerIds' }],
    });
    const kai = await world.anAdviser();
    const asked = { customerId, toRole: null, toId: kai.personId, why: 'Loma' };
    const { id } = await world.run(setter.actor, beginHandOver, asked);
    await world.run(setter.actor, protectCustomer, { ...alone, readerIds: [other.personId] });
    await expect(world.run(kai.actor, readHandOver, id)).rejects.toMatchObject({ code: 'notFound' });
    expect(await world.run(kai.actor, (work) => readHandOvers(work), undefined)).toEqual([]);
    const yes = { handOverId: id, version: 1, answer: 'accept', reason: '', alternative: '' } as const;
    await expect(world.run(kai.actor, answerHandOver, yes)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('whose identity is secret is not found by who was invited before, unless they are among the few', async () => {
    const { setter, liisa } = await aPair('Salapolku');
    const coach = await world.aStaffActor('coordinator', { name: 'Kaija Kutsuttu' });
    const asked = {
      way: 'account',
      name: 'Kaija Kutsuttu',
      role: 'coordinator',
      purpose: 'Apua',
      parts: ['goal'],
    } as const;
    await world.run(liisa.actor, invite, {
      ...inviteInput.parse({ ...asked, untilOn: '2026-04-01' }),
      customerId: null,
    });
    const seen = async () => (await world.run(coach.actor, (work) => readInvited(work), undefined)).length;
    expect(await seen()).toBe(1);
    const { customerId } = liisa;
    await world.run(setter.actor, protectCustomer, { customerId, ...by('secretIdentity') });
    expect(await seen()).toBe(0);
    await world.run(setter.actor, protectCustomer, { customerId, ...by('secretIdentity', [coach.personId]) });
    expect(await seen()).toBe(1);
  });

  test('whose identity is secret is not there for anybody else, in no list', async () => {
    const { setter, other, liisa } = await aPair('Salakuja');
    const { customerId } = liisa;
    await world.run(setter.actor, protectCustomer, { customerId, ...by('secretIdentity') });
    await expect(
      world.run(other.actor, (work) => access.customer(work, customerId, look), undefined),
    ).rejects.toMatchObject({
      code: 'notFound',
    });
    expect(JSON.stringify(await world.run(other.actor, readCaseload, caseload))).not.toContain(liisa.actor.name);
    const held = await world.database.inCity('turku', (tx) =>
      tx
        .selectFrom('caseload')
        .select('adviserId')
        .where('cityId', '=', 'turku')
        .where('customerId', '=', customerId)
        .where('toOn', 'is', null)
        .execute(),
    );
    expect(held).toEqual([{ adviserId: setter.personId }]);
    // Who looks after the city's data ends it also where the one who set it has left; nothing of the person is told.
    const admin = await world.aStaffActor('administrator');
    expect(JSON.stringify(await world.run(admin.actor, readProtection, { customerId }))).not.toContain(
      liisa.actor.name,
    );
    await world.run(admin.actor, endProtection, { customerId });
    expect((await world.run(setter.actor, (work) => access.customer(work, customerId, look), undefined)).name).toBe(
      liisa.actor.name,
    );
  });

  test('without an adviser has no area in the list of those who wait for one, and of a secret identity no row', async () => {
    const admin = await world.aStaffActor('administrator');
    const manager = await world.aStaffActor('manager');
    const hidden = await world.aCustomer({ name: 'Piilo Osoite', area: 'Salamäki' });
    const secret = await world.aCustomer({ name: 'Salainen Nimi', area: 'Salaranta' });
    await world.run(admin.actor, protectCustomer, { customerId: hidden.customerId, ...by('nonDisclosure') });
    await world.run(admin.actor, protectCustomer, { customerId: secret.customerId, ...by('secretIdentity') });
    const list = JSON.stringify(await world.run(manager.actor, listUnassigned, { page: 1 }));
    expect(list).toContain('Piilo Osoite');
    for (const mark of ['Salamäki', 'Salainen Nimi', 'Salaranta']) expect(list).not.toContain(mark);
  });

  test('carries no name on a card or in a conversation', async () => {
    const circle = await makeCircle(world, { name: 'mine', city: 'turku' });
    const { customer, contact, adviser, ids } = circle;
    const seen = async () =>
      JSON.stringify([
        await world.run(contact.actor, (work) => cardsFor(work, ids.challengeId), undefined),
        await world.run(contact.actor, readThread, { threadId: ids.threadId, before: null }),
      ]);
    expect(await seen()).toContain(circle.mark('customerName'));
    await world.run(adviser.actor, protectCustomer, { customerId: customer.customerId, ...by('nonDisclosure') });
    expect(await seen()).not.toContain(circle.mark('customerName'));
    expect(await seen()).toContain('N.N.');
  });

  test('is set by their adviser or an administrator with a ground; others do not find them', async () => {
    const { setter, liisa } = await aPair('Salatie');
    const stranger = await world.anAdviser();
    const { customerId } = liisa;
    await expect(
      world.run(stranger.actor, protectCustomer, { customerId, ...by('nonDisclosure') }),
    ).rejects.toMatchObject({ code: 'notFound' });
    await world.run(setter.actor, protectCustomer, { customerId, ...by('nonDisclosure') });
    expect(await world.run(liisa.actor, readOwnProtection, undefined)).toMatchObject({
      ...{ kind: 'nonDisclosure', ground: 'DVV:n päätös 3/2026', setName: setter.actor.name },
    });
    const admin = await world.aStaffActor('administrator');
    expect((await world.run(admin.actor, readProtection, { customerId })).protection?.readers).toHaveLength(1);
  });

  test('a day that has passed protects no more; those named work for the city', async () => {
    const { setter, other, liisa } = await aPair('Salapolku');
    const { customerId } = liisa;
    const stranger = await world.aCustomer();
    await expect(
      world.run(setter.actor, protectCustomer, { customerId, ...by('nonDisclosure', [stranger.personId]) }),
    ).rejects.toMatchObject({ code: 'badInput' });
    await world.run(setter.actor, protectCustomer, { customerId, ...by('nonDisclosure'), untilOn: '2026-03-02' });
    const area = async () =>
      (await world.run(other.actor, (work) => access.customer(work, customerId, look), undefined)).area;
    expect(await area()).toBe('');
    world.clock.set('2026-03-03T07:00:00Z');
    expect(await area()).toBe('Salapolku');
    const found = await world.run(setter.actor, (work) => findReaders(work, other.actor.name), undefined);
    expect(found).toContainEqual({ personId: other.personId, name: other.actor.name });
  });
});
