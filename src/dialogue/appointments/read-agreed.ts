import type { Work } from '../../kernel/work.ts';
import { loadAppointment } from './load-appointment.ts';
import { publishedOf } from './notes.ts';
import type { ProfessionalRole } from './tables.ts';

/** `withRole`: as what the professional met the customer. */
export type AgreedThing = { customerId: string; agreed: string; startsAt: Date; withRole: ProfessionalRole };

/** What was agreed at an appointment, as it was published last, '' for nothing: a step can grow from it. */
export const readAgreed = async (work: Work, appointmentId: string): Promise<AgreedThing> => {
  const record = await loadAppointment(work, appointmentId, { action: 'read', why: 'appointment' });
  const [latest] = await publishedOf(work, record.id);
  return {
    customerId: record.customerId,
    agreed: latest?.agreed ?? '',
    startsAt: record.startsAt,
    withRole: record.role,
  };
};
