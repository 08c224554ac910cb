import { z } from 'zod';
import { actFor, actingInput, lookFor } from '../../kernel/acting/act-for.ts';
import type { ActedWhat } from '../../kernel/acting/rules.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { acceptAppointment, acceptanceInput } from './accept.ts';
import { type Booked, book, bookInput } from './book.ts';
import { cancelAppointment, cancellationInput } from './cancel.ts';
import type { FreeTime } from './free-times.ts';
import { gotOr } from './got-or.ts';
import { loadAppointment } from './load-appointment.ts';
import { moveAppointment, newTimeInput } from './move-appointment.ts';
import { type Professional, professionalsOf } from './professionals.ts';
import { readAppointment } from './read-appointments.ts';
import { type FreeView, readFree, readFreeToMove } from './read-free.ts';
import type { AppointmentView } from './view.ts';

/** `way` is how the two will meet; `actedWay` how the customer is there now. */
export const bookForCustomerBody = bookInput
  .omit({ professionalId: true })
  .extend({ actedWay: actingInput.shape.way, reason: actingInput.shape.reason });

type Got = Extract<Booked, { outcome: 'got' }>;

/** With whom an adviser takes a time for a customer: with themselves; who stands in, with the adviser. Never with the other authority. Throws notNow while there is none. */
const adviserFor = async (work: Work, customerId: string): Promise<Professional> => {
  const advisers = (await professionalsOf(work, customerId)).filter(({ role }) => role === 'adviser');
  const found = advisers.find(({ personId }) => personId === work.actor.personId) ?? advisers[0];
  if (!found) throw new Problem('notNow');
  return found;
};

const freeWithAdviser = (official: Work) => async (asCustomer: Work, customerId: string) => {
  const { personId: professionalId } = await adviserFor(official, customerId);
  return readFree(asCustomer, { professionalId });
};

/** When one of the adviser's customers can meet their adviser, to take a time for them. Throws notFound for another's customer. */
export const readFreeForCustomer = async (
  work: Work,
  { customerId }: { customerId: string },
): Promise<FreeView & { customer: { id: string; name: string } }> => {
  const look = freeWithAdviser(work);
  const { customer, shown } = await lookFor(work, { customerId, look, input: customerId });
  return { ...shown, customer };
};

/** Takes a free time for a customer. Throws badInput where somebody else was faster or the customer is elsewhere then, and what booking and acting for a customer throw. */
export const bookForCustomer = (
  work: Work,
  { customerId, actedWay: way, reason, ...wish }: z.output<typeof bookForCustomerBody> & { customerId: string },
): Promise<Got> =>
  actFor(work, {
    ...{ customerId, way, reason, what: 'appointmentBooked', input: wish },
    path: ({ id }) => `/appointments/${id}`,
    act: async (asCustomer, input) => {
      const { personId: professionalId } = await adviserFor(work, customerId);
      return gotOr(await book(asCustomer, { ...input, professionalId }), 'startsAt');
    },
  });

const changesForCustomer = ['accept', 'move', 'cancel'] as const;
export const changeForCustomerBody = z.object({
  change: z.enum(changesForCustomer, 'form.choose'),
  /** Of a move: when instead; null for the first free time. */
  startsAt: newTimeInput.shape.startsAt,
  phone: acceptanceInput.shape.phone,
  word: cancellationInput.shape.word,
  ...actingInput.shape,
});
export const changeForCustomerInput = changeForCustomerBody.extend({
  appointmentId: z.string(),
  version: z.number().int(),
});

const what = {
  accept: 'appointmentAccepted',
  move: 'appointmentMoved',
  cancel: 'appointmentCancelled',
} as const satisfies Record<(typeof changesForCustomer)[number], ActedWhat>;

type Change = Omit<z.output<typeof changeForCustomerInput>, 'way' | 'reason'>;
type Changed = { id: string; version: number };

const makeChange = async (work: Work, { change, startsAt, phone, word, ...read }: Change): Promise<Changed> => {
  switch (change) {
    case 'accept':
      return acceptAppointment(work, { ...read, phone });
    case 'cancel':
      return cancelAppointment(work, { ...read, word });
    case 'move': {
      const { id, version } = gotOr(
        await moveAppointment(work, { ...newTimeInput.parse({ startsAt, phone }), ...read }),
        'startsAt',
      );
      return { id, version };
    }
  }
};

const why = 'did for a customer';

/**
 * Takes a proposed time, moves an appointment to a free time, or cancels it, for its customer. Only of those in the actor's own role: the other authority's are not
 * theirs to touch. Throws what the customer's own doing so throws, and badInput where a time is gone.
 */
export const changeForCustomer = async (
  work: Work,
  { way, reason, ...input }: z.output<typeof changeForCustomerInput>,
): Promise<Changed> => {
  const { id, customerId } = await loadAppointment(work, input.appointmentId, { action: 'read', why });
  const acted = { customerId, way, reason, what: what[input.change], path: `/appointments/${id}` };
  return actFor(work, { ...acted, act: makeChange, input });
};

const lookAt = async (asCustomer: Work, id: string): Promise<{ one: AppointmentView; times: FreeTime[] }> => {
  const one = await readAppointment(asCustomer, id);
  return { one, times: one.moves.includes('move') ? await readFreeToMove(asCustomer, id) : [] };
};

/** An appointment as its customer's side sees it, and when it could be instead, the same way. Throws notFound for one of another's or of the other authority. */
export const readForCustomer = async (
  work: Work,
  appointmentId: string,
): Promise<{ one: AppointmentView; times: FreeTime[] }> => {
  const { id, customerId } = await loadAppointment(work, appointmentId, { action: 'read', why });
  return (await lookFor(work, { customerId, look: lookAt, input: id })).shown;
};
