import { expect, test } from 'vitest';
import { proposalInput, proposeAppointment } from '../dialogue/appointments/propose.ts';
import { readAppointment } from '../dialogue/appointments/read-appointments.ts';
import { askForDocument } from '../dialogue/documents/ask-for-document.ts';
import { sayNotHad } from '../dialogue/documents/say-not-had.ts';
import { readLookers } from '../kernel/use-log.ts';
import { answerAsk, answerAskBody } from '../matching/ask-person/answer-ask.ts';
import { askInput, askPerson } from '../matching/ask-person/ask-person.ts';
import { handOverAsk, handOverBody } from '../matching/ask-person/hand-over.ts';
import { readAskedPerson } from '../matching/ask-person/read-asks.ts';
import { endStandIns, handOver } from '../path/caseload/hand-over.ts';
import { handOverInput } from '../path/caseload/hand-over-input.ts';
import { pathFixtures } from '../path/fixtures.ts';
import { answerCorrection } from '../rights/correct/answer-correction.ts';
import { askCorrection } from '../rights/correct/ask-correction.ts';
import type { Made, MadeCustomer } from '../testing/builders.ts';
import { testWorld } from '../testing/database.ts';
import { myMoves } from './moves.ts';

const world = await testWorld();
const { run } = world;
const { byCustomer } = pathFixtures(world);
const untilOn = '2026-03-10';

/** What waits for the actor of these kinds of things, and for whom they stand in with each. */
const waiting = async ({ actor }: Made) =>
  (await run(actor, myMoves, undefined))
    .filter(({ kind }) => kind !== 'withoutAdviser')
    .map(({ kind, standIn }) => `${kind} ${standIn ? `for ${standIn.name} until ${standIn.untilOn}` : 'own'}`)
    .sort();

const propose = (adviser: Made, { customerId }: MadeCustomer, startsAt: string) =>
  run(adviser.actor, proposeAppointment, {
    ...proposalInput.parse({ startsAt, way: 'phone', place: '040 123 4567' }),
    customerId,
  });

const aDesk = async () => {
  const aino = await world.aCustomer({ name: 'Aino Aalto' });
  const bo = await world.aCustomer({ name: 'Bo Berg' });
  const adviser = await world.anAdviser({ name: 'Päivi Poissa', caseload: [aino] });
  const other = await world.anAdviser({ name: 'Sini Sijainen', caseload: [bo] });
  const days = { way: 'standIn', toId: other.personId, fromOn: '2026-03-02', untilOn };
  const standIn = () => run(adviser.actor, handOver, handOverInput.parse({ ...days, customerIds: [aino.customerId] }));
  return { aino, bo, adviser, other, standIn };
};

const asks = async ({ actor }: MadeCustomer) =>
  (await run(actor, askPerson, askInput.parse({ words: 'Katsotko tämän?' }))).personAskId;

test('who stands in has what waits for a colleague who is away, says for whom and until when, and loses it when they are back', async () => {
  const { aino, bo, adviser, other, standIn } = await aDesk();
  await propose(adviser, aino, '2026-03-04T10:00:00Z');
  const document = {
    ...{
      customerId: aino.customerId,
      title: 'Todistus',
      why: '',
      class: 'certificate' as const,
      untilOn: '2026-03-16',
    },
    ground: 'plan',
  } as const;
  await run(adviser.actor, askForDocument, document);
  const { id, version } = await run(adviser.actor, askForDocument, document);
  await run(aino.actor, sayNotHad, { documentId: id, version, word: 'Se hävisi.' });
  const personAskId = await asks(aino);
  const { correctionId } = await run(aino.actor, askCorrection, { about: 'plan', words: 'Väärin.' });
  await byCustomer({ adviser, liisa: aino });
  await byCustomer({ adviser: other, liisa: bo });
  const own = ['customerProposed own'];
  expect(await waiting(other)).toEqual(own);
  const before = await waiting(adviser);
  await standIn();
  const away = before.map((one) => one.replace('own', `for Päivi Poissa until ${untilOn}`));
  expect(away).toHaveLength(6);
  expect(await waiting(other)).toEqual([...away, ...own].sort());
  expect(await waiting(adviser)).toEqual(before);

  const looks = await run(aino.actor, readLookers, {});
  const whys = new Set(looks.filter(({ personName }) => personName === 'Sini Sijainen').map(({ why }) => why));
  expect([...whys]).toEqual(['what waits, standing in']);

  await run(other.actor, answerAsk, { ...answerAskBody.parse({ answer: 'Katsoin.' }), personAskId, version: 1 });
  await run(other.actor, answerCorrection, { correctionId, version: 1, isDone: true, answer: 'Korjattu.' });
  expect(await waiting(adviser)).toHaveLength(4);
  await run(adviser.actor, endStandIns, undefined);
  expect(await waiting(other)).toEqual(own);
  await expect(run(other.actor, readAskedPerson, { personAskId, find: '' })).rejects.toMatchObject({
    code: 'notFound',
  });
});

test('what was handed over to somebody by name stays with them', async () => {
  const { aino, adviser, other, standIn } = await aDesk();
  const third = await world.anAdviser({ name: 'Kolmas' });
  const personAskId = await asks(aino);
  await run(adviser.actor, handOverAsk, {
    ...handOverBody.parse({ adviserId: third.personId, why: 'Hän tuntee alan.' }),
    ...{ personAskId, version: 1 },
  });
  await standIn();
  expect(await waiting(other)).toEqual([]);
  expect(await waiting(third)).toEqual(['askedPerson own']);
});

test('a time of who stands in holds on the days they do, and none is proposed after them', async () => {
  const { aino, adviser, other, standIn } = await aDesk();
  await standIn();
  await expect(propose(other, aino, '2026-03-11T10:00:00Z')).rejects.toMatchObject({
    code: 'badInput',
    fields: [{ field: 'startsAt', message: 'appointments.time.standIn' }],
  });
  const proposed = await propose(other, aino, '2026-03-10T10:00:00Z');
  if (proposed.outcome !== 'got') throw new Error(proposed.outcome);
  expect((await run(aino.actor, myMoves, undefined)).map(({ kind }) => kind)).toContain('appointmentProposed');
  expect(await run(adviser.actor, readAppointment, proposed.id)).toMatchObject({ isLeft: false });
  // The other has it for themselves; it is no time of who is away.
  expect(await waiting(other)).toEqual([`appointmentWaits for Päivi Poissa until ${untilOn}`]);
  expect(await waiting(adviser)).toEqual([]);
  await run(adviser.actor, endStandIns, undefined);
  expect(await run(adviser.actor, readAppointment, proposed.id)).toMatchObject({ isLeft: true });
});
