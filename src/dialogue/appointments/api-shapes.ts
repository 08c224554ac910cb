import { z } from 'zod';
import { appointmentMoves, standings } from './rules.ts';
import { appointmentKinds, appointmentStates, meetingSides, professionalRoles, ways } from './tables.ts';

export const freeTimeShape = z.object({
  startsAt: z.date(),
  endsAt: z.date(),
  ways: z.array(z.enum(ways)),
  address: z.string(),
  videoLink: z.string(),
});

/** What a new appointment can be for. */
export const kindsShape = z.array(z.enum(appointmentKinds));

export const takenShape = z.union([
  z.object({
    outcome: z.literal('got'),
    id: z.string(),
    version: z.number().int(),
    startsAt: z.date(),
    endsAt: z.date(),
  }),
  z.object({ outcome: z.literal('taken'), nearest: z.array(freeTimeShape) }),
  z.object({ outcome: z.literal('clash'), appointmentId: z.string(), startsAt: z.date() }),
]);

export const changedShape = z.object({ id: z.string(), version: z.number().int() });

export const appointmentShape = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  professionalId: z.string(),
  professionalName: z.string(),
  role: z.enum(professionalRoles),
  kind: z.enum(appointmentKinds),
  state: z.enum(appointmentStates),
  standing: z.enum(standings),
  startsAt: z.date(),
  endsAt: z.date(),
  way: z.enum(ways),
  place: z.string(),
  interpreter: z.string().nullable(),
  message: z.string(),
  word: z.string(),
  cancelledBy: z.enum(meetingSides).nullable(),
  isAway: z.boolean(),
  isLeft: z.boolean(),
  isLate: z.boolean(),
  moves: z.array(z.enum(appointmentMoves)),
  version: z.number().int(),
});

const noteVersion = z.object({
  version: z.number().int(),
  at: z.date(),
  authorName: z.string(),
  text: z.string(),
  agreed: z.string(),
  answer: z.string(),
  answeredAt: z.date().nullable(),
});

export const appointmentWithNotesShape = appointmentShape.extend({
  notes: z.object({
    versions: z.array(noteVersion),
    draft: z
      .object({
        text: z.string(),
        agreed: z.string(),
        version: z.number().int(),
        writtenAt: z.date(),
        isPublished: z.boolean(),
      })
      .nullable(),
    mayWrite: z.boolean(),
  }),
});

export const openingShape = z.object({
  id: z.string(),
  weekday: z.number().int(),
  fromTime: z.string(),
  toTime: z.string(),
  slotMinutes: z.number().int(),
  ways: z.array(z.enum(ways)),
  address: z.string(),
  videoLink: z.string(),
  fromOn: z.string(),
  untilOn: z.string().nullable(),
});

export const absenceShape = z.object({ id: z.string(), from: z.date(), until: z.date(), met: z.number().int() });

export const feedShape = z.object({ address: z.string(), madeAt: z.date() });
