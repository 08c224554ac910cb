import { beforeEach, describe, expect, test } from 'vitest';
import { setConsent } from '../../kernel/consent.ts';
import { readMail } from '../../kernel/mailbox.ts';
import { testWorld } from '../../testing/database.ts';
import { dropByLabel } from '../fixtures.ts';
import { answerAsAdviser, answerByLink } from './answer-request.ts';
import { decideVouching } from './decide-vouching.ts';
import { endRequest } from './end-request.ts';
import { vouchingEvents } from './events.ts';
import { baking, riitta, serving, vouchWorld } from './fixtures.ts';
import { forgetVouchAddresses } from './forget-addresses.ts';
import { linkHash, newLinkSecret } from './link.ts';
import { sendLostLinks } from './lost-link.ts';
import { vouchingMoves } from './moves.ts';
import { offerVouching } from './offer-vouching.ts';
import { readAsked, readAskedOfMe, readRequest, readVouching } from './read-vouching.ts';
import { makeLink, sendRequest } from './send-request.ts';
import { withdrawAsAdviser } from './withdraw-vouching.ts';
import { changeRequest, writeRequest } from './write-request.ts';

const world = await testWorld();
const { request, aKeeper, aGuest, aLink, open, read, seen, other, shown, setCityTerm, uriOf } = vouchWorld(world);
const start = '2026-03-02T07:00:00Z';
beforeEach(() => world.clock.set(start));

describe('asking', () => {
  test('is a draft until it is sent: nobody sees it, it can be changed and thrown away', async () => {
    const adviser = await world.anAdviser({ name: 'Päivi Kallioinen' });
    const aino = await aKeeper({ adviser });
    const { id } = await world.run(aino.actor, writeRequest, { ...request, way: 'adviser' });
    await expect(world.run(adviser.actor, readAsked, id)).rejects.toMatchObject({ code: 'notFound' });
    await world.run(aino.actor, changeRequest, { ...request, skills: [uriOf(serving)], requestId: id, version: 1 });
    expect(await world.run(aino.actor, readRequest, id)).toMatchObject({
      ...{ state: 'draft', way: 'link', askedName: 'Riitta Aalto', moves: ['change', 'send', 'end'] },
      vouchings: [{ label: serving }],
    });
    await expect(world.run(aino.actor, changeRequest, { ...request, requestId: id, version: 1 })).rejects.toMatchObject(
      { code: 'changedMeanwhile' },
    );
    await world.run(aino.actor, endRequest, { requestId: id, version: 2 });
    await expect(world.run(aino.actor, readRequest, id)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('takes only kept skills, an address for a letter, and an adviser one has', async () => {
    const aino = await aKeeper();
    const write = (more: object) => world.run(aino.actor, writeRequest, { ...request, ...more });
    await expect(write({ skills: ['http://x.invalid'] })).rejects.toMatchObject({ fields: [{ field: 'skills' }] });
    await expect(write({ way: 'mail' })).rejects.toMatchObject({ fields: [{ field: 'email' }] });
    await expect(write({ askedName: '' })).rejects.toMatchObject({ fields: [{ field: 'askedName' }] });
    await expect(write({ way: 'adviser' })).rejects.toMatchObject({ fields: [{ field: 'way' }] });
    await dropByLabel(world, aino.actor, baking);
    await expect(write({})).rejects.toMatchObject({ fields: [{ field: 'skills' }] });
  });

  test('what was dropped since is not asked about', async () => {
    const aino = await aKeeper();
    const { id } = await world.run(aino.actor, writeRequest, request);
    await dropByLabel(world, aino.actor, baking);
    const secretHash = linkHash(newLinkSecret('turku'));
    await world.run(aino.actor, makeLink, { requestId: id, version: 1, secretHash });
    expect((await read(aino, id)).vouchings).toHaveLength(1);
    await dropByLabel(world, aino.actor, serving);
    await expect(world.run(aino.actor, makeLink, { requestId: id, version: 2, secretHash })).rejects.toMatchObject({
      code: 'notNow',
    });
  });

  test('by letter: the letter has the only link, in the chosen language, and the database no readable one', async () => {
    const aino = await aKeeper();
    const email = 'Riitta@Example.invalid';
    const { id } = await world.run(aino.actor, writeRequest, { ...request, way: 'mail', email, language: 'sv' });
    await world.run(aino.actor, sendRequest, { requestId: id, version: 1 });
    await world.deliver(vouchingEvents);
    const letter = await lastLetter('riitta@example.invalid');
    expect(letter.subject).toMatch(/Aino/);
    expect(letter.stored).not.toContain(letter.secret);
    const link = `http://tuttu.test/vouch/${letter.secret}?lang=sv`;
    expect(letter.body).toContain(link);
    expect(await open(letter.secret)).toMatchObject({ nameShown: 'Aino' });
    await world.run(aino.actor, sendRequest, { requestId: id, version: 2 });
    await expect(open(letter.secret)).rejects.toMatchObject({ code: 'notFound' });
    await world.deliver(vouchingEvents);
    const second = await lastLetter('riitta@example.invalid');
    expect(second.secret).not.toBe(letter.secret);
    await world.run(aino.actor, sendRequest, { requestId: id, version: 3 });
    // Three letters for one thing, and no more.
    await expect(world.run(aino.actor, sendRequest, { requestId: id, version: 4 })).rejects.toMatchObject({
      code: 'tooMany',
    });
    await world.run(aino.actor, endRequest, { requestId: id, version: 4 });
    await world.deliver(vouchingEvents);
    expect((await lastLetter('riitta@example.invalid')).secret).toBe(second.secret);
    expect(await read(aino, id)).toMatchObject({ letterEmail: null, state: 'ended' });
  });

  test('goes as many times a day as the city lets', async () => {
    await setCityTerm('vouchAsksADay', 2);
    const aino = await aKeeper();
    await aLink(aino);
    await aLink(aino);
    await expect(aLink(aino)).rejects.toMatchObject({ code: 'tooMany' });
    world.clock.set('2026-03-03T07:00:01Z');
    await aLink(aino);
    await setCityTerm('vouchAsksADay', 10);
  });

  test("is nobody else's to read or change", async () => {
    const aino = await aKeeper();
    const { id } = await aLink(aino);
    const others = [await world.aCustomer(), await world.anAdviser(), await world.aCustomer({ city: 'espoo' })];
    for (const { actor } of others) {
      await expect(world.run(actor, readRequest, id)).rejects.toMatchObject({ code: 'notFound' });
      await expect(world.run(actor, endRequest, { requestId: id, version: 2 })).rejects.toMatchObject({
        code: 'notFound',
      });
      await expect(world.run(actor, readAsked, id)).rejects.toMatchObject({ code: 'notFound' });
      const [one] = (await read(aino, id)).vouchings;
      const decision = { vouchingId: one?.id ?? '', version: 1, decision: 'accept' as const };
      await expect(world.run(actor, decideVouching, decision)).rejects.toMatchObject({ code: 'notFound' });
    }
  });
});

const lastLetter = (toAddress: string) =>
  world.database.inCity('turku', async (tx) => {
    const found = await tx
      .selectFrom('mail')
      .select(['id', 'body as stored'])
      .where('toAddress', '=', toAddress)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const mail = await readMail(tx, world.services.secrets, { cityId: 'turku', id: found.id });
    const secret = /\/vouch\/([^?]+)\?/.exec(mail?.body ?? '')?.[1] ?? '';
    return { subject: mail?.subject ?? '', body: mail?.body ?? '', stored: found.stored, secret };
  });

describe('a lost link', () => {
  test('comes anew to the address known, at most twice a day; an unknown address is answered the same', async () => {
    const aino = await aKeeper();
    const { secret } = await aLink(aino);
    const answers = [seen(baking), seen(serving)];
    const email = 'riitta.lost@example.invalid';
    await world.runAsGuest(aGuest(), answerByLink, { secret, ...riitta, email, answers });
    await world.deliver(vouchingEvents);
    const lose = (address: string) => world.runAsGuest(aGuest(), sendLostLinks, { email: address });
    expect(await lose('nobody@example.invalid')).toBe(await lose('Riitta.Lost@example.invalid'));
    expect(world.jobs.topics()).toEqual(['vouchLinkLost']);
    await world.deliver(vouchingEvents);
    const letter = await lastLetter(email);
    expect(await open(letter.secret)).toMatchObject({ voucherName: 'Riitta A.' });
    await expect(open(secret)).rejects.toMatchObject({ code: 'notFound' });
    await lose(email);
    expect(world.jobs.topics()).toEqual([]);
    world.clock.set('2026-03-02T19:00:01Z');
    await lose(email);
    expect(world.jobs.topics()).toEqual(['vouchLinkLost']);
  });

  test('addresses are forgotten some time after a request has run out', async () => {
    const aino = await aKeeper();
    const email = 'forgotten@example.invalid';
    const { id } = await world.run(aino.actor, writeRequest, { ...request, way: 'mail', email });
    await world.run(aino.actor, sendRequest, { requestId: id, version: 1 });
    const forget = (now: string) =>
      world.database.inCity('turku', (tx) =>
        forgetVouchAddresses(tx, { cityId: 'turku', now: new Date(now), today: now.slice(0, 10) }),
      );
    await forget('2026-05-01T06:59:00Z');
    expect((await read(aino, id)).letterEmail).toBe(email);
    await forget('2026-05-01T07:01:00Z');
    expect((await read(aino, id)).letterEmail).toBe(null);
  });
});

describe('inside Tuttu', () => {
  const moves = (who: { actor: Parameters<typeof world.run>[0] }) =>
    world.run(who.actor, async (work) => (await vouchingMoves[work.actor.role]?.(work)) ?? [], undefined);

  test('the adviser asked has a move, answers under their own name, and can take it back when the customer is no longer theirs', async () => {
    const adviser = await world.anAdviser({ name: 'Päivi Kallioinen' });
    const aino = await aKeeper({ adviser });
    const { id } = await world.run(aino.actor, writeRequest, { ...request, way: 'adviser' });
    await world.run(aino.actor, sendRequest, { requestId: id, version: 1 });
    expect(await moves(adviser)).toMatchObject([
      { kind: 'vouchAskedOfMe', values: { name: 'Aino' }, path: `/vouching/${id}`, untilOn: '2026-04-01' },
    ]);
    await world.deliver(vouchingEvents);
    const answers = [seen(baking), other(serving, 'cannotSay')];
    await world.run(adviser.actor, answerAsAdviser, { requestId: id, version: 2, answers });
    expect(await moves(adviser)).toEqual([]);
    expect(await moves(aino)).toMatchObject([
      { kind: 'vouchCame', values: { name: 'Päivi Kallioinen', count: 1 }, path: `/know-how/vouching/${id}` },
    ]);
    await expect(
      world.run(adviser.actor, answerAsAdviser, { requestId: id, version: 2, answers }),
    ).rejects.toMatchObject({ code: 'changedMeanwhile' });
    const vouchingId = (await read(aino, id)).vouchings[0]?.id ?? '';
    await world.run(aino.actor, decideVouching, { vouchingId, version: 2, decision: 'accept' });
    expect(await shown(aino.customerId)).toMatchObject([{ by: 'Päivi Kallioinen', isInTuttu: true }]);
    await world.database.inCity('turku', (tx) =>
      tx.updateTable('caseload').set({ toOn: '2026-03-02' }).where('customerId', '=', aino.customerId).execute(),
    );
    expect(await world.run(adviser.actor, (work) => readAskedOfMe(work), undefined)).toHaveLength(1);
    await world.run(adviser.actor, withdrawAsAdviser, { requestId: id, skill: uriOf(baking) });
    expect(await shown(aino.customerId)).toEqual([]);
    await expect(world.run(adviser.actor, readAsked, id)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('the adviser answers no more when the customer hides it from them, or shows them their know-how no more', async () => {
    const adviser = await world.anAdviser({ name: 'Päivi Kallioinen' });
    const aino = await aKeeper({ adviser, consents: ['adviserKnowHow'] });
    const { id } = await world.run(aino.actor, writeRequest, { ...request, way: 'adviser' });
    await world.run(aino.actor, sendRequest, { requestId: id, version: 1 });
    world.clock.set('2026-03-02T07:01:00Z');
    expect((await world.run(adviser.actor, readAsked, id)).vouchings).toHaveLength(2);
    await world.run(aino.actor, setConsent, { what: 'adviserKnowHow', isGiven: false, untilOn: null });
    await expect(world.run(adviser.actor, readAsked, id)).rejects.toMatchObject({ code: 'notFound' });
    expect(await world.run(adviser.actor, (work) => readAskedOfMe(work), undefined)).toEqual([]);
    expect(await moves(adviser)).toEqual([]);
    const answering = { requestId: id, version: 2, answers: [seen(baking), other(serving, 'declined')] };
    await expect(world.run(adviser.actor, answerAsAdviser, answering)).rejects.toMatchObject({ code: 'notFound' });
    await world.run(aino.actor, setConsent, { what: 'adviserKnowHow', isGiven: true, untilOn: null });
    expect((await world.run(adviser.actor, readAsked, id)).vouchings).toHaveLength(2);
  });

  test('an adviser offers by themselves only what their customer shows them, and it waits for the customer', async () => {
    const adviser = await world.anAdviser({ name: 'Päivi Kallioinen' });
    const aino = await aKeeper({ adviser });
    const offer = {
      customerId: aino.customerId,
      skills: [uriOf(baking)],
      how: 'Näin verstaassa',
      since: '',
      until: '',
    };
    await expect(world.run(adviser.actor, offerVouching, offer)).rejects.toMatchObject({ code: 'notNow' });
    await world.run(aino.actor, setConsent, { what: 'adviserKnowHow', isGiven: true, untilOn: null });
    const stranger = await world.anAdviser();
    await expect(world.run(stranger.actor, offerVouching, offer)).rejects.toMatchObject({ code: 'notFound' });
    await expect(
      world.run(adviser.actor, offerVouching, { ...offer, skills: ['http://x.invalid'] }),
    ).rejects.toMatchObject({ fields: [{ field: 'skills' }] });
    const { id } = await world.run(adviser.actor, offerVouching, offer);
    expect(await shown(aino.customerId)).toEqual([]);
    expect(await moves(aino)).toMatchObject([{ kind: 'vouchCame' }]);
    const { requests } = await world.run(aino.actor, (work) => readVouching(work), undefined);
    expect(requests).toMatchObject([
      { id, isOffered: true, vouchings: [{ state: 'offered', decisions: ['accept', 'leave'] }] },
    ]);
  });
});
