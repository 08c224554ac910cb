import { describe, expect, test } from 'vitest';
import type { Guest } from '../../kernel/actor.ts';
import type { Made, MadeCustomer } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { pathEvents } from '../events.ts';
import { setGoal } from '../set-goal.ts';
import { signingFixtures } from '../signing/fixtures.ts';
import { answerInvitation, changeInvitation } from './answer-invitation.ts';
import { leaveInvitation, takeBackInvitation, withdrawInvitation } from './end-invitation.ts';
import { invite, prepareInvitation, proposeInvitation } from './invite.ts';
import { inviteInput } from './invite-input.ts';
import { readInvitation, readInvitations, readProposed } from './read-invitations.ts';
import { openInvitation, openInvitationByLink, readInvited } from './read-invited.ts';

const world = await testWorld();
const { run, runAsGuest, database, clock, deliver } = world;
const { aTrio, write, anAgreedStep, mailsTo, movesOf } = signingFixtures(world);

const input = (more: Record<string, unknown> = {}) =>
  inviteInput.parse({
    ...{
      way: 'link',
      name: 'Maija',
      relation: 'sisko',
      purpose: 'Autat hakemaan töitä.',
      parts: ['goal'],
      untilOn: null,
    },
    ...more,
  });

const guest = (): Guest => ({
  ...{ personId: null, name: '', language: 'fi', cityId: 'turku', role: 'guest', requestId: 'test' },
});

const open = (secret: string) => runAsGuest(guest(), openInvitationByLink, secret);
const byAccount = (who: Made, more: Record<string, unknown> = {}) =>
  input({ way: 'account', name: who.actor.name, role: who.actor.role, ...more });

const aCoach = (name = 'Kaisa Koordinaattori') => world.aStaffActor('coordinator', { name });

const linkOf = async (liisa: MadeCustomer, more: Record<string, unknown> = {}) => {
  const { id } = await run(liisa.actor, invite, input(more));
  const { secret } = await run(liisa.actor, readInvitation, id);
  return { id, secret: secret ?? '' };
};

const looksAt = (customerId: string) =>
  database.inCity('turku', (tx) =>
    tx
      .selectFrom('useLog')
      .select(['personName', 'role', 'action'])
      .where('customerId', '=', customerId)
      .where('section', '=', 'invitedPlan')
      .where('isAllowed', '=', true)
      .execute(),
  );

describe('a link', () => {
  test('opens the parts chosen, by the name chosen, and nothing else of the plan', async () => {
    const trio = await aTrio();
    const { liisa } = trio;
    await run(liisa.actor, setGoal, { customerId: null, goal: 'Oma leipomo.', version: 0 });
    await anAgreedStep(trio);
    const { id: shown } = await write(trio, liisa, 'strengths', 'Jaksan hyvin aamuisin.');
    await write(trio, liisa, 'health', 'Selkä on kipeä.');
    const { secret } = await linkOf(liisa, { parts: ['goal', `section-${shown}`], nameShown: 'firstName' });
    const opened = await open(secret);
    expect(opened).toMatchObject({ name: 'Liisa', purpose: 'Autat hakemaan töitä.', untilOn: '2026-05-31' });
    expect(opened.plan).toMatchObject({ goal: 'Oma leipomo.', steps: null });
    expect(opened.plan.sections.map(({ text, personName }) => [text, personName])).toEqual([
      ['Jaksan hyvin aamuisin.', ''],
    ]);
    expect(JSON.stringify(opened)).not.toMatch(/Laine|Selkä|leipomoon/);
  });

  test('shows agreed steps of a stage, and never what is only thought of', async () => {
    const trio = await aTrio();
    await anAgreedStep(trio, 'Soita leipomoon');
    await world.run(trio.liisa.actor, (work) => prepareInvitation(work), undefined);
    const all = await linkOf(trio.liisa, { parts: ['steps', 'steps-workshop'] });
    expect((await open(all.secret)).plan.steps?.map(({ title }) => title)).toEqual(['Soita leipomoon']);
    const ofStage = await linkOf(trio.liisa, { parts: ['steps-workshop'] });
    expect((await open(ofStage.secret)).plan.steps).toEqual([]);
  });

  test('is in the use log by the name the customer gave, and on the invitation', async () => {
    const { liisa } = await aTrio();
    const { id, secret } = await linkOf(liisa);
    await open(secret);
    await open(secret);
    expect(await looksAt(liisa.customerId)).toEqual([
      { personName: 'Maija', role: 'guest', action: 'read' },
      { personName: 'Maija', role: 'guest', action: 'read' },
    ]);
    expect(await run(liisa.actor, readInvitation, id)).toMatchObject({ looks: 2, state: 'open', isLink: true });
  });

  test('that is withdrawn, past or random is not there, all the same', async () => {
    const { liisa } = await aTrio();
    const { id, secret } = await linkOf(liisa);
    const past = await linkOf(liisa, { untilOn: '2026-03-02' });
    await open(past.secret);
    await run(liisa.actor, withdrawInvitation, { invitationId: id, version: 1 });
    await expect(open(secret)).rejects.toMatchObject({ code: 'linkOver' });
    expect((await run(liisa.actor, readInvitation, id)).secret).toBeNull();
    await expect(open(`${secret}x`)).rejects.toMatchObject({ code: 'linkOver' });
    clock.set('2026-03-03T09:00:00+02:00');
    await expect(open(past.secret)).rejects.toMatchObject({ code: 'linkOver' });
    clock.set('2026-03-02T09:00:00+02:00');
  });

  test('shows at once what the customer chooses anew', async () => {
    const { liisa } = await aTrio();
    await run(liisa.actor, setGoal, { customerId: null, goal: 'Oma leipomo.', version: 0 });
    const { id, secret } = await linkOf(liisa);
    await run(liisa.actor, changeInvitation, { invitationId: id, version: 1, parts: ['steps'], untilOn: '2026-03-20' });
    expect(await open(secret)).toMatchObject({ untilOn: '2026-03-20', plan: { goal: null, steps: [] } });
    const at = { invitationId: id, version: 2, parts: ['goal', 'steps'], untilOn: null };
    const both = await Promise.allSettled([1, 2, 3].map(() => run(liisa.actor, changeInvitation, at)));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of both)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'changedMeanwhile' });
    const again = { invitationId: id, version: 1, parts: ['goal'], untilOn: null };
    await expect(run(liisa.actor, changeInvitation, again)).rejects.toMatchObject({ code: 'changedMeanwhile' });
  });
});

describe('somebody with an account', () => {
  test('is told, finds it among their moves until they look, sees it in that role only, and can leave', async () => {
    const { liisa } = await aTrio();
    const coach = await aCoach();
    const { id } = await run(liisa.actor, invite, byAccount(coach));
    await deliver(pathEvents);
    expect((await mailsTo(coach.personId)).map(({ subject }) => subject)).toEqual([
      'Sinut on kutsuttu katsomaan suunnitelmaa',
    ]);
    expect((await movesOf(coach)).map(({ kind, path }) => [kind, path])).toEqual([['invitedMe', `/invited/${id}`]]);
    expect(await run(coach.actor, openInvitation, id)).toMatchObject({ name: 'Liisa Laine' });
    expect(await movesOf(coach)).toEqual([]);
    const asFacilitator = { ...coach.actor, role: 'facilitator' as const };
    await expect(run(asFacilitator, openInvitation, id)).rejects.toMatchObject({ code: 'notFound' });
    expect(await run(liisa.actor, readInvitation, id)).toMatchObject({ looks: 1, inviteeRole: 'coordinator' });
    await run(coach.actor, leaveInvitation, { invitationId: id, version: 1 });
    await expect(run(coach.actor, openInvitation, id)).rejects.toMatchObject({ code: 'notFound' });
    expect(await run(coach.actor, (work) => readInvited(work), undefined)).toEqual([]);
    await deliver(pathEvents);
    expect((await mailsTo(liisa.personId)).at(-1)?.subject).toBe('Kutsusta luovuttiin');
  });

  test('sees nothing from the instant it is withdrawn, and is told', async () => {
    const { liisa } = await aTrio();
    const coach = await aCoach('Kaija Koutsi');
    const { id } = await run(liisa.actor, invite, byAccount(coach));
    await run(coach.actor, openInvitation, id);
    await run(liisa.actor, withdrawInvitation, { invitationId: id, version: 1 });
    await expect(run(coach.actor, openInvitation, id)).rejects.toMatchObject({ code: 'notFound' });
    await deliver(pathEvents);
    expect((await mailsTo(coach.personId)).at(-1)?.subject).toBe('Kutsu suunnitelmaan on peruttu');
  });

  test('is found by the whole name or address only, in the role said, in this city', async () => {
    const { liisa } = await aTrio();
    const coach = await aCoach('Tarja Tarkka');
    const refused = { code: 'badInput' };
    await expect(run(liisa.actor, invite, byAccount(coach, { name: 'Tarja' }))).rejects.toMatchObject(refused);
    await expect(run(liisa.actor, invite, byAccount(coach, { role: 'adviser' }))).rejects.toMatchObject(refused);
    await world.aStaffActor('coordinator', { name: 'Eeva Espoo', city: 'espoo' });
    await expect(run(liisa.actor, invite, byAccount(coach, { name: 'Eeva Espoo' }))).rejects.toMatchObject(refused);
    expect(await run(liisa.actor, invite, byAccount(coach, { name: ' tarja  TARKKA ' }))).toMatchObject({ version: 1 });
  });

  test('nobody else finds it: not another professional, not another customer', async () => {
    const { liisa, worker } = await aTrio();
    const coach = await aCoach('Pia Pysyvä');
    const other = await world.aCustomer({ name: 'Toini Toinen' });
    const { id } = await run(liisa.actor, invite, byAccount(coach));
    for (const who of [worker, other])
      await expect(run(who.actor, openInvitation, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(other.actor, readInvitation, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(coach.actor, readInvitation, id)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('a professional', () => {
  test('proposes; nobody sees anything before the customer says yes, to the parts they leave', async () => {
    const trio = await aTrio();
    const { liisa, adviser } = trio;
    const coach = await aCoach('Venla Valmentaja');
    const proposal = { ...byAccount(coach, { parts: ['goal', 'steps'] }), customerId: liisa.customerId };
    const { id } = await run(adviser.actor, proposeInvitation, proposal);
    await expect(run(coach.actor, openInvitation, id)).rejects.toMatchObject({ code: 'notFound' });
    expect((await movesOf(liisa)).map(({ kind }) => kind)).toContain('invitationToAnswer');
    expect((await movesOf(adviser)).find(({ kind }) => kind === 'invitationWaits')).toMatchObject({ isWaiting: true });
    const answer = { invitationId: id, version: 1, answer: 'yes' as const, word: 'Vain tavoite.', parts: ['goal'] };
    await run(liisa.actor, answerInvitation, answer);
    const { plan, proposedName } = await run(coach.actor, openInvitation, id);
    expect({ plan, proposedName }).toMatchObject({ plan: { steps: null }, proposedName: 'Outi Ohjaaja' });
    await deliver(pathEvents);
    expect((await mailsTo(adviser.personId)).at(-1)?.subject).toBe('Asiakas sanoi kyllä kutsulle');
    const { invitations } = await run(adviser.actor, readProposed, { customerId: liisa.customerId });
    expect(invitations).toMatchObject([{ state: 'open', word: 'Vain tavoite.', looks: 0 }]);
  });

  test('reads the no with its word; whom the customer invites by themselves is not theirs to read', async () => {
    const { liisa, adviser } = await aTrio();
    const proposal = { ...input(), customerId: liisa.customerId };
    const { id } = await run(adviser.actor, proposeInvitation, proposal);
    await run(liisa.actor, invite, input({ name: 'Salainen' }));
    const no = { invitationId: id, version: 1, answer: 'no' as const, word: 'En halua.', parts: [] };
    await run(liisa.actor, answerInvitation, no);
    const { invitations } = await run(adviser.actor, readProposed, { customerId: liisa.customerId });
    expect(invitations.map(({ state, word }) => [state, word])).toEqual([['declined', 'En halua.']]);
    await expect(run(liisa.actor, answerInvitation, { ...no, version: 2 })).rejects.toMatchObject({ code: 'notNow' });
    await expect(run(adviser.actor, readInvitation, id)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('takes back what is not answered, proposes no section they do not see, and to none but their own customers', async () => {
    const trio = await aTrio();
    const { liisa, adviser, worker } = trio;
    const { id: own } = await write(trio, liisa, 'life', 'Vain minulle.');
    const proposal = { ...input({ parts: [`section-${own}`] }), customerId: liisa.customerId };
    await expect(run(adviser.actor, proposeInvitation, proposal)).rejects.toMatchObject({ code: 'badInput' });
    const { id } = await run(worker.actor, proposeInvitation, { ...input(), customerId: liisa.customerId });
    await expect(run(adviser.actor, takeBackInvitation, { invitationId: id, version: 1 })).rejects.toMatchObject({
      code: 'notFound',
    });
    await run(worker.actor, takeBackInvitation, { invitationId: id, version: 1 });
    const [gone] = await run(liisa.actor, (work) => readInvitations(work), undefined);
    expect(gone).toMatchObject({ state: 'takenBack', moves: [] });
    const stranger = await world.anAdviser();
    const theirs = { ...input(), customerId: liisa.customerId };
    await expect(run(stranger.actor, proposeInvitation, theirs)).rejects.toMatchObject({ code: 'notFound' });
  });
});

test('a section of somebody else’s plan cannot be shown, a day too far is not taken, and there is an end to how many', async () => {
  const trio = await aTrio();
  const other = await aTrio();
  const { id: theirs } = await write(other, other.liisa, 'life', 'Toisen elämä.');
  const refused = { code: 'badInput' };
  await expect(run(trio.liisa.actor, invite, input({ parts: [`section-${theirs}`] }))).rejects.toMatchObject(refused);
  await expect(run(trio.liisa.actor, invite, input({ untilOn: '2027-03-04' }))).rejects.toMatchObject(refused);
  await expect(run(trio.liisa.actor, invite, input({ untilOn: '2026-03-01' }))).rejects.toMatchObject(refused);
  for (let count = 0; count < 20; count += 1) await run(trio.liisa.actor, invite, input());
  await expect(run(trio.liisa.actor, invite, input())).rejects.toMatchObject({ code: 'tooMany' });
});
