import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { chosenOf } from './book.ts';
import type { FreeTime } from './free-times.ts';
import { kindsFor } from './kinds-for.ts';
import { loadAppointment, professionalRoleOf } from './load-appointment.ts';
import { loadFree } from './load-free.ts';
import { professionalFor } from './move-appointment.ts';
import { type Professional, professionalsOf } from './professionals.ts';
import type { AppointmentKind } from './tables.ts';

export const freeInput = z.object({
  /** One of those who look after the customer; left out: their adviser. */
  professionalId: z.uuid().nullable().default(null),
});

export type FreeView = {
  professional: Professional;
  times: FreeTime[];
  /** What the appointment can be for. */
  kinds: AppointmentKind[];
};

/** When somebody who looks after the actor, a customer, can be met. Throws notNow while nobody does. */
export const readFree = async (work: Work, { professionalId }: z.output<typeof freeInput>): Promise<FreeView> => {
  const me = await access.self(work, { section: 'appointments', action: 'read', why: 'free times' });
  const professional = chosenOf(await professionalsOf(work, me.id), professionalId);
  const times = await loadFree(work, { professionalId: professional.personId, customerId: me.id });
  return { professional, times, kinds: await kindsFor(work, me.id) };
};

/** When an appointment could be instead, the same way: with whom it is, or who looks after the customer now. */
export const readFreeToMove = async (work: Work, appointmentId: string): Promise<FreeTime[]> => {
  const record = await loadAppointment(work, appointmentId, { action: 'read', why: 'free times' });
  const professionalId = await professionalFor(work, record);
  const { customerId, way, id: except } = record;
  return loadFree(work, { professionalId, customerId, except, way });
};

/** The professional's own free times with a customer of their caseload, to propose one of. */
export const readFreeToPropose = async (
  work: Work,
  customerId: string,
): Promise<{ customer: { id: string; name: string }; times: FreeTime[]; kinds: AppointmentKind[] }> => {
  if (!isId(customerId)) throw notFound();
  professionalRoleOf(work.actor.role);
  const asked = { section: 'appointments', action: 'read', why: 'free times' } as const;
  const { id, name } = await access.customer(work, customerId, asked);
  const times = await loadFree(work, { professionalId: work.actor.personId, customerId: id });
  return { customer: { id, name }, times, kinds: await kindsFor(work, id) };
};
