import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { readLookers } from '../../kernel/use-log.ts';
import { testWorld } from '../../testing/database.ts';
import { dropByLabel } from '../fixtures.ts';
import { tellLevel } from '../profile/own-level.ts';
import { readMyKnowHow } from '../queries.ts';
import { answerByLink } from './answer-request.ts';
import { decideVouching } from './decide-vouching.ts';
import { endRequest } from './end-request.ts';
import { vouchingEvents } from './events.ts';
import { baking, riitta, serving, vouchWorld } from './fixtures.ts';
import { cityOfSecret, linkHash, newLinkSecret } from './link.ts';
import { isOwnLink, readRequest } from './read-vouching.ts';
import { vouchRequestInput } from './request-input.ts';
import { seenCounts } from './seen-counts.ts';
import { makeLink } from './send-request.ts';
import { withdrawByLink } from './withdraw-vouching.ts';

const world = await testWorld();
const { request, aKeeper, aGuest, aLink, open, read, seen, other, shown, setCityTerm, uriOf } = vouchWorld(world);
const start = '2026-03-02T07:00:00Z';
beforeEach(() => world.clock.set(start));

describe('a link', () => {
  test('shows what the customer chose, and nothing else of them; the look is in their use log', async () => {
    const aino = await aKeeper({ area: 'Varissuo', email: 'aino@example.invalid' });
    const { secret } = await aLink(aino);
    const view = await open(secret);
    expect(view).toMatchObject({
      ...{ nameShown: 'Aino', whatFor: 'Haen leipomoon', message: 'Muistatko kyläjuhlat?', canAnswer: true },
      vouchings: [{ label: baking }, { label: serving }],
    });
    expect(JSON.stringify(view)).not.toMatch(/Lehtonen|Varissuo|aino@/);
    const [look] = await world.run(aino.actor, (work) => readLookers(work), undefined);
    expect(look).toMatchObject({
      personName: 'Riitta Aalto',
      role: 'guest',
      section: 'vouching',
      action: 'read',
      isMe: false,
    });
  });

  test('that is unknown, of another city, ended, run out or used up is not there, all the same', async () => {
    const aino = await aKeeper();
    const ended = await aLink(aino);
    await world.run(aino.actor, endRequest, { requestId: ended.id, version: 2 });
    const declined = await aLink(aino);
    await world.runAsGuest(aGuest(), answerByLink, {
      ...{ secret: declined.secret, name: '', role: '', email: null },
      answers: [other(baking, 'declined'), other(serving, 'cannotSay')],
    });
    const old = await aLink(aino);
    const again = await world.run(aino.actor, makeLink, {
      ...{ requestId: old.id, version: 2, secretHash: linkHash(newLinkSecret('turku')) },
    });
    const good = await aLink(aino);
    for (const secret of [newLinkSecret('turku'), ended.secret, declined.secret, old.secret, ''])
      await expect(open(secret)).rejects.toMatchObject({ code: 'notFound', fields: [], values: {} });
    await expect(open(good.secret, 'espoo')).rejects.toMatchObject({ code: 'notFound' });
    expect(await open(good.secret)).toMatchObject({ canAnswer: true });
    world.clock.set('2026-04-01T06:59:00Z');
    expect(await open(good.secret)).toMatchObject({ canAnswer: true });
    world.clock.set('2026-04-01T07:00:00Z');
    await expect(open(good.secret)).rejects.toMatchObject({ code: 'notFound' });
    expect(again.version).toBe(3);
  });

  test("holds as long as the customer's city has decided", async () => {
    await setCityTerm('vouchLinkDays', 3);
    const { secret } = await aLink(await aKeeper());
    world.clock.set('2026-03-05T06:59:00Z');
    expect(await open(secret)).toMatchObject({ canAnswer: true });
    world.clock.set('2026-03-05T07:00:00Z');
    await expect(open(secret)).rejects.toMatchObject({ code: 'notFound' });
    await setCityTerm('vouchLinkDays', 30);
  });

  test('is kept as a hash only', async () => {
    const { secret } = await aLink(await aKeeper());
    const rows = await world.database.inCity('turku', (tx) => tx.selectFrom('vouchRequest').selectAll().execute());
    expect(JSON.stringify(rows)).not.toContain(secret.split('.')[1]);
    const hash = createHash('sha256').update(secret).digest();
    expect(rows.some(({ secretHash }) => secretHash?.equals(hash))).toBe(true);
    for (const { secretHash } of rows) expect(secretHash?.length ?? 32).toBe(32);
    expect(cityOfSecret(secret)).toBe('turku');
    for (const none of ['', 'turku', 'turku.short', `Turku.${'a'.repeat(43)}`, `turku.${'a'.repeat(43)}/x`])
      expect(cityOfSecret(none)).toBe(null);
  });
});

describe('an answer by a link', () => {
  test('is for each skill, once; what was seen waits for the customer, who alone decides', async () => {
    const aino = await aKeeper();
    const { id, secret } = await aLink(aino);
    const answers = [seen(baking), other(serving, 'cannotSay')];
    await world.runAsGuest(aGuest(), answerByLink, { secret, ...riitta, answers });
    const answered = await read(aino, id);
    expect(answered).toMatchObject({ state: 'answered', voucherName: 'Riitta A.', letterEmail: null });
    expect(answered.vouchings.map(({ state, how }) => [state, how])).toEqual([
      ['offered', 'Ohjasin häntä'],
      ['cannotSay', ''],
    ]);
    expect(await shown(aino.customerId)).toEqual([]);
    await expect(world.runAsGuest(aGuest(), answerByLink, { secret, ...riitta, answers })).rejects.toMatchObject({
      code: 'notNow',
    });

    const [offered] = answered.vouchings;
    const decide = (decision: 'accept' | 'leave' | 'remove', version: number) =>
      world.run(aino.actor, decideVouching, { vouchingId: offered?.id ?? '', version, decision });
    await decide('accept', 2);
    expect(await shown(aino.customerId)).toMatchObject([
      {
        by: 'Riitta A.',
        role: 'kylätoimikunnan pj',
        relation: 'employer',
        how: 'Ohjasin häntä',
        since: 'kesä 2019',
        isInTuttu: false,
      },
    ]);
    expect([...(await world.run(aino.actor, seenCounts, undefined)).values()]).toEqual([1]);
    // What the customer does with it is not the voucher's to know.
    expect((await open(secret)).vouchings[0]).toMatchObject({ state: 'offered', canWithdraw: true });
    await expect(decide('accept', 2)).rejects.toMatchObject({ code: 'changedMeanwhile' });
    await decide('remove', 3);
    expect(await shown(aino.customerId)).toEqual([]);
    await decide('accept', 4);
    await expect(decide('leave', 5)).rejects.toMatchObject({ code: 'notNow' });
    await dropByLabel(world, aino.actor, baking);
    expect(await shown(aino.customerId)).toEqual([]);
  });

  test('says which answer is missing, field by field, and keeps nothing', async () => {
    const aino = await aKeeper();
    const { id, secret } = await aLink(aino);
    const answer = (input: object) =>
      world.runAsGuest(aGuest(), answerByLink, { secret, ...riitta, answers: [], ...input });
    const ids = (await read(aino, id)).vouchings.map(({ skillId }) => skillId);
    await expect(answer({})).rejects.toMatchObject({
      code: 'badInput',
      fields: [baking, serving].map((skill, at) => ({
        ...{ field: `answer-${ids[at]}`, message: 'vouch.answer.choose', values: { skill } },
      })),
    });
    await expect(
      answer({ name: '', answers: [{ ...seen(baking), how: '' }, other(serving, 'declined')] }),
    ).rejects.toMatchObject({
      fields: [
        { field: `how-${ids[0]}`, message: 'vouch.answer.noHow', values: { skill: baking } },
        { field: 'name', message: 'form.required' },
      ],
    });
    expect(await read(aino, id)).toMatchObject({ state: 'asked', voucherName: '' });
  });

  test('of somebody who has seen nothing keeps nothing of them', async () => {
    const aino = await aKeeper();
    const { id, secret } = await aLink(aino);
    const answers = [other(baking, 'cannotSay'), other(serving, 'declined')];
    await world.runAsGuest(aGuest(), answerByLink, { secret, ...riitta, email: 'r@example.invalid', answers });
    expect(await read(aino, id)).toMatchObject({ voucherName: '', voucherRole: '', letterEmail: null, hasLink: false });
  });

  test('can be taken back by the same link, long after, skill by skill; with the last one all of the voucher goes', async () => {
    const aino = await aKeeper();
    const { id, secret } = await aLink(aino);
    const answers = [seen(baking), seen(serving)];
    await world.runAsGuest(aGuest(), answerByLink, { secret, ...riitta, email: 'R@Example.invalid', answers });
    const [first] = (await read(aino, id)).vouchings;
    await world.run(aino.actor, decideVouching, { vouchingId: first?.id ?? '', version: 2, decision: 'accept' });
    world.clock.set('2027-03-02T07:00:00Z');
    const withdraw = (label: string) => world.runAsGuest(aGuest(), withdrawByLink, { secret, skill: uriOf(label) });
    await withdraw(baking);
    expect(await shown(aino.customerId)).toEqual([]);
    const left = await read(aino, id);
    expect(left).toMatchObject({ voucherName: 'Riitta A.', letterEmail: 'r@example.invalid' });
    expect(left.vouchings[0]).toMatchObject({ state: 'withdrawn', how: '', since: '', withdrawnAt: world.clock() });
    await expect(withdraw(baking)).rejects.toMatchObject({ code: 'notNow' });
    await withdraw(serving);
    expect(await read(aino, id)).toMatchObject({ voucherName: '', voucherRole: '', letterEmail: null, hasLink: false });
    await expect(open(secret)).rejects.toMatchObject({ code: 'notFound' });
    await world.deliver(vouchingEvents);
    const kinds = await world.database.inCity('turku', (tx) =>
      tx.selectFrom('mail').select('subject').where('personId', '=', aino.personId).execute(),
    );
    expect(kinds).toHaveLength(3);
  });
});

describe('what is nobody’s business', () => {
  test('whose link it is, which they do not answer themselves', async () => {
    const aino = await aKeeper();
    const { secret } = await aLink(aino);
    const isOwn = (personId: string) => world.runAsGuest(aGuest(), isOwnLink, { secret, personId });
    expect(await isOwn(aino.personId)).toBe(true);
    expect(await isOwn((await world.aCustomer()).personId)).toBe(false);
    // A link that opens nothing is nobody's, and tells nothing.
    await world.database.inCity('turku', (tx) =>
      tx.updateTable('vouchRequest').set({ endedAt: world.clock() }).where('cityId', '=', 'turku').execute(),
    );
    expect(await isOwn(aino.personId)).toBe(false);
  });

  test('the address told for a lost link is not the customer’s to see, and the way stays what it was', async () => {
    const aino = await aKeeper();
    const { id, secret } = await aLink(aino);
    const answers = [seen(baking), other(serving, 'declined')];
    await world.runAsGuest(aGuest(), answerByLink, { secret, ...riitta, email: 'salainen@example.invalid', answers });
    expect(await read(aino, id)).toMatchObject({ letterEmail: 'salainen@example.invalid' });
    expect(await world.run(aino.actor, readRequest, id)).toMatchObject({ letterEmail: null, way: 'link' });
  });

  test('the guest is told neither what the customer calls them nor the number of the request', async () => {
    const { id, secret } = await aLink(await aKeeper());
    const view = JSON.stringify(await open(secret));
    expect(view).not.toContain('Riitta Aalto');
    expect(view).not.toContain(id);
  });

  test('a skill hidden meanwhile leaves the request; with none left the link opens nothing', async () => {
    const aino = await aKeeper();
    const { id, secret } = await aLink(aino);
    const hide = async (label: string) => {
      const { kept } = await world.run(aino.actor, (work) => readMyKnowHow(work), undefined);
      const found = kept.find((one) => one.label === label);
      const hiding = { knowHowId: found?.id ?? '', version: found?.version ?? 0, isHidden: true };
      await world.run(aino.actor, tellLevel, hiding);
    };
    await hide(serving);
    expect((await open(secret)).vouchings.map(({ label }) => label)).toEqual([baking]);
    await world.runAsGuest(aGuest(), answerByLink, { secret, ...riitta, answers: [seen(baking)] });
    expect((await read(aino, id)).vouchings.map(({ state }) => state)).toEqual(['offered']);
    const next = await aLink(aino, { skills: [uriOf(baking)] });
    await hide(baking);
    await expect(open(next.secret)).rejects.toMatchObject({ code: 'notFound' });
    const late = { secret: next.secret, ...riitta, answers: [seen(baking)] };
    await expect(world.runAsGuest(aGuest(), answerByLink, late)).rejects.toMatchObject({ code: 'notFound' });
  });
});

test('what is called a name leads nobody elsewhere', () => {
  const named = (askedName: string) => vouchRequestInput.safeParse({ ...request, askedName });
  expect(named('Riitta Aalto').success).toBe(true);
  expect(named('you won 500 EUR\n\nhttp://evil.example').error?.issues).toMatchObject([
    { path: ['askedName'], message: 'form.name' },
  ]);
  expect(named('Riitta\nAalto').data?.askedName).toBe('Riitta Aalto');
});
