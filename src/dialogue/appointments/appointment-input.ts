import { z } from 'zod';
import { badField } from '../../kernel/problem.ts';
import { line, words } from '../../kernel/words.ts';
import type { FreeTime, Opening } from './free-times.ts';
import { appointmentKinds, type Way, ways } from './tables.ts';

/** An instant (RFC 3339, in UTC); null for the first time that is free. */
export const timeWish = z.iso.datetime('appointments.time.choose').nullable().default(null);

/** A number to call: digits and what people put between them. */
export const phone = line(40, { least: 0 }).refine(
  (text) => /^(\+?[\d\s()-]{5,40})?$/.test(text),
  'appointments.phone',
);

export const meetingInput = z.object({
  kind: z.enum(appointmentKinds, 'form.choose').default('other'),
  /** Null: the first way there is. */
  way: z.enum(ways, 'form.choose').nullable().default(null),
  /** The language an interpreter is needed for (ISO 639); null for none. */
  interpreter: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'form.choose')
    .nullable()
    .default(null),
  message: words(1000, { least: 0 }).default(''),
});

/** Where one meets: what the rule says, or the number to call. Throws badInput where a number is needed and none is given. */
export const placeOf = (
  { address, videoLink }: Pick<FreeTime | Opening, 'address' | 'videoLink'>,
  way: Way,
  number: string,
): string => {
  if (way === 'inPerson') return address;
  if (way === 'video') return videoLink;
  if (number === '') throw badField('phone', 'appointments.phone.needed');
  return number;
};
