import { z } from 'zod';
import { dayInput } from '../../kernel/day-input.ts';
import { newId } from '../../kernel/ids.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { webLink } from '../../kernel/web-link.ts';
import { line } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { openingsOf } from './load-free.ts';
import { ownHours, timeInput } from './own-hours.ts';
import { ways } from './tables.ts';

export const openingInput = z.object({
  /** 1 Monday to 7 Sunday. */
  weekday: z.number().int().min(1, 'form.choose').max(7, 'form.choose'),
  fromTime: timeInput,
  toTime: timeInput,
  slotMinutes: z.number().int().min(10, 'appointments.minutes').max(240, 'appointments.minutes'),
  ways: z.array(z.enum(ways)).min(1, 'form.choose').max(3),
  address: line(300, { least: 0 }).default(''),
  videoLink: webLink
    .refine((link) => link === '' || link.startsWith('https://'), 'appointments.link.needed')
    .default(''),
  /** YYYY-MM-DD; null: today. */
  fromOn: dayInput.nullable().default(null),
  /** The last day; null: until it is taken away. */
  untilOn: dayInput.nullable().default(null),
});

/** More than anybody's week has: a slip of a program. */
const mostOpenings = 60;

const refuseOpening = (input: z.output<typeof openingInput>): void => {
  const { fromTime, toTime, slotMinutes, fromOn, untilOn } = input;
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  if (minutes(toTime) - minutes(fromTime) < slotMinutes) throw badField('toTime', 'appointments.hours.short');
  if (fromOn !== null && untilOn !== null && untilOn < fromOn) throw badField('untilOn', 'appointments.hours.order');
  if (input.ways.includes('inPerson') && input.address === '') throw badField('address', 'appointments.place.needed');
  if (input.ways.includes('video') && input.videoLink === '') throw badField('videoLink', 'appointments.link.needed');
};

/** Adds a rule to the professional's own week. Throws badInput for hours too short for one time, or a way without its address. */
export const addOpening = async (work: Work, input: z.output<typeof openingInput>): Promise<{ id: string }> => {
  const professionalId = ownHours(work, 'write', 'changed own hours');
  refuseOpening(input);
  if ((await openingsOf(work, professionalId)).length >= mostOpenings) throw new Problem('notNow');
  const id = newId();
  const fromOn = input.fromOn ?? work.today;
  const chosen = [...new Set(input.ways)];
  await work.tx
    .insertInto('opening')
    .values({ cityId: work.cityId, id, professionalId, ...input, ways: chosen, fromOn, createdAt: work.now })
    .execute();
  return { id };
};
