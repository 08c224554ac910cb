import { z } from 'zod';
import { across } from '../../kernel/across.ts';
import { dayInput } from '../../kernel/day-input.ts';
import { newId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import { webLink } from '../../kernel/web-link.ts';
import { line } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { openingsOf } from './load-free.ts';
import { minutesInput, ownHours, timeInput } from './own-hours.ts';
import { ways } from './tables.ts';

const fields = z.object({
  /** 1 Monday to 7 Sunday. */
  weekday: z.number().int().min(1, 'form.choose').max(7, 'form.choose'),
  fromTime: timeInput,
  toTime: timeInput,
  slotMinutes: minutesInput,
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

type Fields = z.output<typeof fields>;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Hours long enough for one time, days in their order, and each way with its address. */
export const openingInput = fields.superRefine(
  ...across<Fields>([
    {
      ...{ of: ['fromTime', 'toTime'], field: 'toTime', message: 'appointments.hours.order' },
      isBroken: ({ fromTime, toTime }) => toTime <= fromTime,
    },
    {
      ...{ of: ['fromTime', 'toTime', 'slotMinutes'], field: 'toTime', message: 'appointments.hours.short' },
      isBroken: ({ fromTime, toTime, slotMinutes }) =>
        toTime > fromTime && minutesOf(toTime) - minutesOf(fromTime) < slotMinutes,
    },
    {
      ...{ of: ['fromOn', 'untilOn'], field: 'untilOn', message: 'appointments.hours.order' },
      isBroken: ({ fromOn, untilOn }) => fromOn !== null && untilOn !== null && untilOn < fromOn,
    },
    {
      ...{ of: ['ways', 'address'], field: 'address', message: 'appointments.place.needed' },
      isBroken: ({ ways: chosen, address }) => chosen.includes('inPerson') && address === '',
    },
    {
      ...{ of: ['ways', 'videoLink'], field: 'videoLink', message: 'appointments.link.needed' },
      isBroken: ({ ways: chosen, videoLink }) => chosen.includes('video') && videoLink === '',
    },
  ]),
);

/** More than anybody's week has: a slip of a program. */
const mostOpenings = 60;

/** Adds a rule to the professional's own week. Throws notNow where there are more than anybody's week has. */
export const addOpening = async (work: Work, input: z.output<typeof openingInput>): Promise<{ id: string }> => {
  const professionalId = ownHours(work, 'write', 'changed own hours');
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
