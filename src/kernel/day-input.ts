import { z } from 'zod';
import { dayFault } from './clock.ts';

/** A day for a form's schema: says apart that none is given, that it is written another way, and that the calendar has no such day. */
export const dayInput = z.string().superRefine((text, context) => {
  const message = dayFault(text);
  if (message) context.addIssue({ code: 'custom', message });
});
