import { beforeEach, describe, expect, test } from 'vitest';
import { catalogues } from '../../messages/index.ts';
import type { Made } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { readAccount, saveAccount } from '../account.ts';
import { createSay } from '../say.ts';
import { chooseReach, readOwnReach } from './own-reach.ts';
import { confirmPhone, removePhone, setPhone, setPhoneInput } from './phone.ts';
import { readCustomerNotices, readOwnNotices } from './read-notices.ts';
import { sayCarried, sendDueNotices } from './send-due.ts';

const world = await testWorld();
const { run, database, clock, jobs } = world;
const say = createSay(catalogues);

beforeEach(() => clock.set('2026-03-02T10:00:00Z'));

const tell = async (who: Made, kind = 'messageFromBusiness') => {
  await run(who.actor, async (work) => work.emit('told', {}), undefined);
  await world.deliver({
    told: ({ notify }) =>
      notify({ personId: who.personId, kind, values: { business: 'B', challenge: 'C' }, path: '/x' }),
  });
};
const sendDue = () =>
  database.inCity('turku', (tx) =>
    sendDueNotices({ tx, cityId: 'turku', now: clock(), jobs, say, url: 'http://tuttu.test' }),
  );
const carried = async (who: Made) =>
  database.inCity('turku', async (tx) => ({
    mails: await tx
      .selectFrom('mail')
      .select(['id', 'subject', 'body'])
      .where('personId', '=', who.personId)
      .orderBy('id')
      .execute(),
    texts: await tx
      .selectFrom('sms')
      .select(['id', 'text', 'toNumber'])
      .where('personId', '=', who.personId)
      .where('isCode', '=', false)
      .orderBy('id')
      .execute(),
  }));
const standing = async (who: Made) => {
  const { notices } = await run(who.actor, readOwnNotices, {});
  return notices.map(({ channel, state }) => `${channel} ${state}`);
};
const givePhone = async (who: Made) => {
  const { version } = await run(who.actor, readOwnReach, undefined);
  const given = setPhoneInput.parse({ number: '040 123 4567', version });
  let code = '';
  await run(who.actor, setPhone, { ...given, say: (mark) => `Koodi ${mark}` });
  const sms = await database.inCity('turku', (tx) =>
    tx
      .selectFrom('sms')
      .select('secretSealed')
      .where('personId', '=', who.personId)
      .where('isCode', '=', true)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  );
  code = world.services.secrets.decryptBytes(sms.secretSealed ?? Buffer.alloc(0)).toString();
  return code;
};
const choose = async (
  who: Made,
  choice: { byMail: boolean; bySms: boolean; pace: 'atOnce' | 'daily' },
  quiet = [21, 7],
) => {
  const { version } = await run(who.actor, readOwnReach, undefined);
  const [quietFrom = 0, quietUntil = 0] = quiet;
  await run(who.actor, chooseReach, {
    choices: [{ about: 'messages', ...choice }],
    quietFrom,
    quietUntil,
    quietMail: false,
    version,
  });
};

describe('a telephone number', () => {
  test('is used once the code sent to it has come back, and no more when it is removed', async () => {
    const who = await world.aCustomer();
    const code = await givePhone(who);
    expect(code).toMatch(/^\d{6}$/);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await run(who.actor, confirmPhone, { code: wrong })).toEqual({ outcome: 'wrong', left: 4 });
    expect(await run(who.actor, readOwnReach, undefined)).toMatchObject({ isConfirmed: false, isCodeOpen: true });
    expect(await run(who.actor, confirmPhone, { code })).toEqual({ outcome: 'confirmed' });
    expect(await run(who.actor, confirmPhone, { code })).toEqual({ outcome: 'over' });
    const { version, number } = await run(who.actor, readOwnReach, undefined);
    expect(number).toBe('+358401234567');
    await choose(who, { byMail: false, bySms: true, pace: 'atOnce' });
    await tell(who);
    expect(await carried(who)).toMatchObject({ mails: [], texts: [{ toNumber: '+358401234567' }] });
    await run(who.actor, removePhone, { version: version + 1 });
    await tell(who);
    expect((await carried(who)).texts).toHaveLength(1);
  });

  test('the code is over after five wrong answers, and after half an hour; five codes go a day', async () => {
    const who = await world.aCustomer();
    const code = await givePhone(who);
    const wrong = code === '000000' ? '000001' : '000000';
    for (const left of [4, 3, 2, 1])
      expect(await run(who.actor, confirmPhone, { code: wrong })).toEqual({ outcome: 'wrong', left });
    expect(await run(who.actor, confirmPhone, { code: wrong })).toEqual({ outcome: 'over' });
    expect(await run(who.actor, confirmPhone, { code })).toEqual({ outcome: 'over' });
    const again = await givePhone(who);
    clock.set('2026-03-02T10:30:00Z');
    expect(await run(who.actor, confirmPhone, { code: again })).toEqual({ outcome: 'over' });
    for (let count = 3; count <= 5; count += 1) await givePhone(who);
    await expect(givePhone(who)).rejects.toMatchObject({
      code: 'badInput',
      fields: [{ message: 'reach.phone.enough' }],
    });
    clock.set('2026-03-03T10:31:00Z');
    expect(await givePhone(who)).toMatch(/^\d{6}$/);
  });

  test('another’s code does not confirm it', async () => {
    const [one, other] = [await world.aCustomer(), await world.aCustomer()];
    const code = await givePhone(one);
    await givePhone(other);
    const answer = await run(other.actor, confirmPhone, { code });
    expect(answer.outcome === 'confirmed' && code !== (await givePhone(other))).toBe(false);
  });
});

test('text messages wait for the end of quiet hours, mails do not', async () => {
  const who = await world.aCustomer();
  await run(who.actor, confirmPhone, { code: await givePhone(who) });
  await choose(who, { byMail: true, bySms: true, pace: 'atOnce' });
  clock.set('2026-03-02T20:00:00Z');
  await tell(who);
  expect(await carried(who)).toMatchObject({ mails: [{}], texts: [] });
  expect(await sendDue()).toBe(0);
  clock.set('2026-03-03T05:00:00Z');
  expect([await sendDue(), await sendDue()]).toEqual([1, 0]);
  expect((await carried(who)).texts).toMatchObject([
    { text: 'Tuttu: sinulle on viesti. Lue ja vastaa: http://tuttu.test/' },
  ]);
});

test('once a day goes as one, to where its reader is reached then', async () => {
  const who = await world.aCustomer();
  await choose(who, { byMail: true, bySms: false, pace: 'daily' });
  await tell(who);
  await tell(who);
  expect(await standing(who)).toEqual(['mail inDigest', 'mail inDigest']);
  clock.set('2026-03-03T06:00:00Z');
  expect(await sendDue()).toBe(2);
  const { mails } = await carried(who);
  expect(mails).toMatchObject([{ subject: '2 asiaa sinulle' }]);
  expect(mails[0]?.body.match(/http:\/\/tuttu\.test\/x/g)).toHaveLength(2);
  const [mail] = mails;
  await database.inCity('turku', (tx) =>
    sayCarried({ tx, cityId: 'turku', now: clock() }, { carrierId: mail?.id ?? '', isSent: true }),
  );
  expect(await standing(who)).toEqual(['mail sent', 'mail sent']);
});

test('too many of a kind go together; another kind, and what is owed, by itself', async () => {
  const who = await world.aCustomer();
  for (let count = 1; count <= 8; count += 1) await tell(who);
  await tell(who, 'messageFromCustomer');
  for (let count = 1; count <= 7; count += 1) await tell(who, 'correctionAnswered');
  expect((await carried(who)).mails).toHaveLength(6 + 1 + 7);
  clock.set('2026-03-03T06:00:00Z');
  expect(await sendDue()).toBe(2);
});

test('who wants no e-mail is written to about what is owed all the same, by letter', async () => {
  const who = await world.aCustomer();
  const { version, email } = await run(who.actor, readAccount, undefined);
  await run(who.actor, saveAccount, { email, wantsNotices: false, version });
  await tell(who);
  await tell(who, 'correctionAnswered');
  expect(await carried(who)).toEqual({ mails: [], texts: [] });
  expect(await standing(who)).toEqual(['letter toPost']);
});

test('an address that has gone before the day’s digest has failed', async () => {
  const who = await world.aCustomer();
  await choose(who, { byMail: true, bySms: false, pace: 'daily' });
  await tell(who);
  const { version } = await run(who.actor, readAccount, undefined);
  await run(who.actor, saveAccount, { email: null, wantsNotices: true, version });
  clock.set('2026-03-03T06:00:00Z');
  await sendDue();
  expect(await standing(who)).toEqual(['mail failed']);
});

test('who looks after a customer sees that nothing arrives, and not what it said; nobody else sees it', async () => {
  const who = await world.aCustomer();
  const adviser = await world.anAdviser({ caseload: [who] });
  const stranger = await world.anAdviser();
  const read = () => run(adviser.actor, readCustomerNotices, { customerId: who.customerId });
  expect(await read()).toMatchObject({ trouble: null, notices: [] });
  for (let count = 1; count <= 3; count += 1) {
    await tell(who);
    const { mails } = await carried(who);
    await database.inCity('turku', (tx) =>
      sayCarried({ tx, cityId: 'turku', now: clock() }, { carrierId: mails.at(-1)?.id ?? '', isSent: false }),
    );
    expect((await read()).trouble).toBe(count === 3 ? 'failing' : null);
  }
  const found = await read();
  expect(found.notices).toHaveLength(3);
  expect(Object.keys(found.notices[0] ?? {})).not.toContain('subject');
  await expect(run(stranger.actor, readCustomerNotices, { customerId: who.customerId })).rejects.toMatchObject({
    code: 'notFound',
  });
  const { version } = await run(who.actor, readAccount, undefined);
  await run(who.actor, saveAccount, { email: null, wantsNotices: true, version });
  expect((await read()).trouble).toBe('noWay');
  expect(await run(who.actor, readOwnReach, undefined)).toMatchObject({ trouble: 'noWay' });
});

test('who has given no number has none to remove; of many who begin at once one wins', async () => {
  const who = await world.aCustomer();
  const { version } = await run(who.actor, readOwnReach, undefined);
  await expect(run(who.actor, removePhone, { version })).rejects.toMatchObject({ code: 'notNow' });
  const input = { choices: [], quietFrom: 20, quietUntil: 8, quietMail: false, version };
  const tried = await Promise.allSettled(Array.from({ length: 20 }, () => run(who.actor, chooseReach, input)));
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('who changes their choices from an older version gets the newer ones back', async () => {
  const who = await world.aCustomer();
  const input = { choices: [], quietFrom: 20, quietUntil: 8, quietMail: true };
  await run(who.actor, chooseReach, { ...input, version: 1 });
  await expect(run(who.actor, chooseReach, { ...input, version: 1 })).rejects.toMatchObject({
    code: 'changedMeanwhile',
    current: { quiet: { from: 20, until: 8, alsoMail: true, isOwn: true } },
  });
});
