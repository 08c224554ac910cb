import { z } from 'zod';
import { type ApiRoute, apiRoute } from '../../kernel/http/api.ts';
import type { Work } from '../../kernel/work.ts';
import { acceptAppointment, acceptanceInput } from './accept.ts';
import { absenceInput, addAbsence } from './add-absence.ts';
import { addOpening, openingInput } from './add-opening.ts';
import { answerNote, noteAnswerInput } from './answer-note.ts';
import {
  absenceShape,
  appointmentShape,
  appointmentWithNotesShape,
  changedShape,
  feedShape,
  freeTimeShape,
  kindsShape,
  openingShape,
  takenShape,
} from './api-shapes.ts';
import { book, bookInput } from './book.ts';
import { cancelAppointment, cancellationInput } from './cancel.ts';
import { endFeed, type Feed, readFeed, renewFeed } from './feed.ts';
import {
  bookForCustomer,
  bookForCustomerBody,
  changeForCustomer,
  changeForCustomerBody,
  readFreeForCustomer,
} from './for-customer.ts';
import { moveAppointment, newTimeInput } from './move-appointment.ts';
import { proposalInput, proposeAppointment } from './propose.ts';
import { publishNote } from './publish-note.ts';
import { readAppointmentWithNotes, readMyAppointments, readMyWeek, weekInput } from './read-appointments.ts';
import { freeInput, readFree, readFreeToMove, readFreeToPropose } from './read-free.ts';
import { readHours } from './read-hours.ts';
import { removeAbsence, removeOpening } from './remove-hours.ts';
import { outcomeInput, sayOutcome } from './say-outcome.ts';
import { noteInput, writeNote } from './write-note.ts';

const customer = ['customer'] as const;
const professionals = ['adviser', 'socialWorker'] as const;
const both = [...customer, ...professionals] as const;
const params = z.object({ appointmentId: z.uuid() });
const customerParams = z.object({ customerId: z.uuid() });

/** The whole address, as a calendar wants it. */
const withAddress = (url: string, feed: Feed | null) =>
  feed && { address: `${url}/calendar/${feed.secret}`, madeAt: feed.madeAt };

const forCustomers: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/appointments',
    roles: customer,
    summary: 'My appointments: to come, the earliest first; over, the latest first; and who looks after me',
    answer: z.object({
      coming: z.array(appointmentShape),
      past: z.array(appointmentShape),
      professionals: z.array(z.object({ personId: z.string(), name: z.string(), role: z.enum(professionals) })),
    }),
    call: ({ run }) => run((work: Work) => readMyAppointments(work), undefined),
  }),
  apiRoute({
    method: 'GET',
    url: '/free-times',
    roles: customer,
    summary: 'When somebody who looks after me can be met; my adviser where nobody is named',
    query: z.object({ with: z.uuid().optional() }),
    answer: z.object({
      professional: z.object({ personId: z.string(), name: z.string(), role: z.enum(professionals) }),
      times: z.array(freeTimeShape),
      kinds: kindsShape,
    }),
    call: ({ run, query }) => run(readFree, freeInput.parse({ professionalId: query.with ?? null })),
  }),
  apiRoute({
    method: 'POST',
    url: '/appointments',
    roles: customer,
    summary: 'Take a free time, or the first there is; who is too late hears which are near',
    body: bookInput,
    answer: takenShape,
    example: { startsAt: null, way: 'inPerson', kind: 'followUp', message: 'Haluan puhua leipomosta.' },
    call: ({ run, body }) => run(book, body),
  }),
  apiRoute({
    method: 'POST',
    url: '/appointments/:appointmentId/acceptance',
    roles: customer,
    summary: 'Take the time that was proposed',
    isVersioned: true,
    params,
    body: acceptanceInput,
    answer: changedShape,
    example: { phone: '' },
    call: ({ run, params: { appointmentId }, body, version }) =>
      run(acceptAppointment, { appointmentId, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/appointments/:appointmentId/note/answer',
    roles: customer,
    summary: 'Say that I have read what was written, with a word or without',
    params,
    body: noteAnswerInput,
    answer: z.object({ version: z.number().int() }),
    example: { version: 1, answer: 'Näin sovimme.' },
    call: ({ run, params: { appointmentId }, body }) => run(answerNote, { appointmentId, ...body }),
  }),
];

const forBoth: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/appointments/:appointmentId',
    roles: both,
    summary: 'An appointment, and what was written of it',
    params,
    answer: appointmentWithNotesShape,
    call: ({ run, params: { appointmentId } }) => run(readAppointmentWithNotes, appointmentId),
  }),
  apiRoute({
    method: 'GET',
    url: '/appointments/:appointmentId/free-times',
    roles: both,
    summary: 'When it could be instead, the same way',
    params,
    answer: z.object({ times: z.array(freeTimeShape) }),
    call: async ({ run, params: { appointmentId } }) => ({ times: await run(readFreeToMove, appointmentId) }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/appointments/:appointmentId/time',
    roles: both,
    summary: "Move it: a customer's move is booked, a professional's waits for the customer",
    isVersioned: true,
    params,
    body: newTimeInput,
    answer: takenShape,
    example: { startsAt: null, minutes: 45 },
    call: ({ run, params: { appointmentId }, body, version }) =>
      run(moveAppointment, { appointmentId, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/appointments/:appointmentId/cancellation',
    roles: both,
    summary: 'Cancel it; a professional says why, a customer when little time is left',
    isVersioned: true,
    params,
    body: cancellationInput,
    answer: changedShape,
    example: { word: 'Olen silloin kurssilla.' },
    call: ({ run, params: { appointmentId }, body, version }) =>
      run(cancelAppointment, { appointmentId, version, ...body }),
  }),
  apiRoute({
    method: 'GET',
    url: '/calendar-address',
    roles: both,
    summary: 'The address by which my calendar follows my appointments; null where there is none',
    answer: z.object({ feed: feedShape.nullable() }),
    call: async ({ run, outside }) => ({
      feed: withAddress(outside.config.url, await run((work: Work) => readFeed(work), undefined)),
    }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/calendar-address',
    roles: both,
    summary: 'Make a new one; the one before opens nothing any more',
    answer: z.object({ feed: feedShape }),
    call: async ({ run, outside }) => ({
      feed: withAddress(outside.config.url, await run((work: Work) => renewFeed(work), undefined)),
    }),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/calendar-address',
    roles: both,
    summary: 'End it',
    answer: z.object({}),
    call: ({ run }) => run((work: Work) => endFeed(work), undefined),
  }),
];

const forProfessionals: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/my-week',
    roles: professionals,
    summary: 'My week, or that of another day',
    query: weekInput,
    answer: z.object({
      monday: z.string(),
      appointments: z.array(appointmentShape),
      others: z.array(z.object({ startsAt: z.date(), endsAt: z.date() })),
    }),
    call: ({ run, query }) => run(readMyWeek, query),
  }),
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/free-times',
    roles: professionals,
    summary: 'My free times at which a customer of mine is nowhere else',
    params: customerParams,
    answer: z.object({
      customer: z.object({ id: z.string(), name: z.string() }),
      times: z.array(freeTimeShape),
      kinds: kindsShape,
    }),
    call: ({ run, params: { customerId } }) => run(readFreeToPropose, customerId),
  }),
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/appointments',
    roles: professionals,
    summary: 'Propose a time to a customer: one of mine, or the first that is free',
    params: customerParams,
    body: proposalInput,
    answer: takenShape,
    example: {
      startsAt: null,
      way: 'inPerson',
      kind: 'review',
      place: 'Linnankatu 1',
      message: 'Katsotaan suunnitelmaa.',
    },
    call: ({ run, params: { customerId }, body }) => run(proposeAppointment, { ...body, customerId }),
  }),
  apiRoute({
    method: 'POST',
    url: '/appointments/:appointmentId/outcome',
    roles: professionals,
    summary: 'Say whether we met',
    isVersioned: true,
    params,
    body: outcomeInput,
    answer: changedShape,
    example: { outcome: 'held' },
    call: ({ run, params: { appointmentId }, body, version }) => run(sayOutcome, { appointmentId, version, ...body }),
  }),
  apiRoute({
    method: 'PUT',
    url: '/appointments/:appointmentId/note',
    roles: professionals,
    summary: 'Write of an appointment; mine alone until it is published. If-Match 0 where nothing is written',
    isVersioned: true,
    params,
    body: noteInput,
    answer: z.object({ version: z.number().int() }),
    example: { text: 'Puhuimme leipomosta.', agreed: 'Soita leipomoon' },
    call: ({ run, params: { appointmentId }, body, version }) => run(writeNote, { appointmentId, version, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/appointments/:appointmentId/note/publication',
    roles: professionals,
    summary: 'Give the customer what I have written',
    isVersioned: true,
    params,
    answer: z.object({ version: z.number().int() }),
    call: ({ run, params: { appointmentId }, version }) => run(publishNote, { appointmentId, version }),
  }),
  apiRoute({
    method: 'GET',
    url: '/my-hours',
    roles: professionals,
    summary: 'When I can be met, and when I am away',
    answer: z.object({ openings: z.array(openingShape), absences: z.array(absenceShape) }),
    call: ({ run }) => run((work: Work) => readHours(work), undefined),
  }),
  apiRoute({
    method: 'POST',
    url: '/my-hours',
    roles: professionals,
    summary: 'Add hours to my week',
    body: openingInput,
    answer: z.object({ id: z.string() }),
    example: {
      ...{ weekday: 2, fromTime: '09:00', toTime: '12:00', slotMinutes: 45 },
      ...{ ways: ['inPerson', 'phone'], address: 'Linnankatu 1' },
    },
    call: ({ run, body }) => run(addOpening, body),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/my-hours/:openingId',
    roles: professionals,
    summary: 'Take hours away; what has been booked stands',
    params: z.object({ openingId: z.uuid() }),
    answer: z.object({}),
    call: ({ run, params: { openingId } }) => run(removeOpening, openingId),
  }),
  apiRoute({
    method: 'POST',
    url: '/my-absences',
    roles: professionals,
    summary: 'Say when I am away: free times are hidden, given ones wait to be moved',
    body: absenceInput,
    answer: z.object({ id: z.string(), met: z.number().int() }),
    example: { fromOn: '2027-01-07', untilOn: '2027-01-08' },
    call: ({ run, body }) => run(addAbsence, body),
  }),
  apiRoute({
    method: 'DELETE',
    url: '/my-absences/:absenceId',
    roles: professionals,
    summary: 'Take an absence away',
    params: z.object({ absenceId: z.uuid() }),
    answer: z.object({}),
    call: ({ run, params: { absenceId } }) => run(removeAbsence, absenceId),
  }),
];

/** What an adviser does for a customer who is on the telephone or at the desk. */
const onBehalf: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    url: '/customers/:customerId/free-times-for-customer',
    roles: ['adviser'],
    summary: 'When a customer of mine can meet their adviser, to take a time for them',
    params: customerParams,
    answer: z.object({
      customer: z.object({ id: z.string(), name: z.string() }),
      professional: z.object({ personId: z.string(), name: z.string(), role: z.enum(professionals) }),
      times: z.array(freeTimeShape),
      kinds: kindsShape,
    }),
    call: ({ run, params }) => run(readFreeForCustomer, params),
  }),
  apiRoute({
    method: 'POST',
    url: '/customers/:customerId/appointments-for-customer',
    roles: ['adviser'],
    summary: 'Take a free time for a customer who is on the telephone or at the desk, with why; told to them at once',
    params: customerParams,
    body: bookForCustomerBody,
    answer: z.object({
      outcome: z.literal('got'),
      id: z.string(),
      version: z.number().int(),
      startsAt: z.date(),
      endsAt: z.date(),
    }),
    example: { startsAt: null, way: 'inPerson', kind: 'followUp', actedWay: 'phone', reason: 'Puhelin ei avaa sivua' },
    call: ({ run, params, body }) => run(bookForCustomer, { ...params, ...body }),
  }),
  apiRoute({
    method: 'POST',
    url: '/appointments/:appointmentId/for-customer',
    roles: ['adviser'],
    summary: 'Accept, move or cancel an appointment for its customer, with why; told to them at once',
    isVersioned: true,
    params,
    body: changeForCustomerBody,
    answer: changedShape,
    example: { change: 'cancel', word: 'Lapsi on kipeä.', way: 'phone', reason: 'Asiakas soitti bussista' },
    call: ({ run, params: { appointmentId }, body, version }) =>
      run(changeForCustomer, { appointmentId, version, ...body }),
  }),
];

export const appointmentsApi: readonly ApiRoute[] = [...forCustomers, ...forBoth, ...forProfessionals, ...onBehalf];
