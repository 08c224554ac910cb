import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { isTime } from '../../kernel/local-time.ts';
import type { Work } from '../../kernel/work.ts';

/** Local time, HH:MM. */
export const timeInput = z.string().refine(isTime, 'appointments.clock');

/** How long one meets, in minutes; what is no number is told the same. */
export const minutesInput = z
  .int('appointments.minutes')
  .min(10, 'appointments.minutes')
  .max(240, 'appointments.minutes');

/** Authorises the actor, a professional, for their own hours and absences. Returns whose they are. */
export const ownHours = (work: Work, action: 'read' | 'write', why: string): string => {
  access.authorise(work, { section: 'calendar', action, why, relations: ['own'], customerId: null });
  return work.actor.personId;
};
