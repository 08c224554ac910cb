import type { Generated } from 'kysely';

/** A professional's role towards the customer: each a caseload of its own. */
export const professionalRoles = ['adviser', 'socialWorker'] as const;
export type ProfessionalRole = (typeof professionalRoles)[number];

export const ways = ['inPerson', 'phone', 'video'] as const;
export type Way = (typeof ways)[number];

/** What an appointment is for, as the law's rhythm knows talks; 'other' is for whatever the two want. */
export const appointmentKinds = ['firstInterview', 'followUp', 'supplementary', 'review', 'other'] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

export const appointmentStates = ['proposed', 'booked', 'cancelled', 'held', 'missed'] as const;
export type AppointmentState = (typeof appointmentStates)[number];

/** The two who meet. */
export const meetingSides = ['customer', 'professional'] as const;
export type MeetingSide = (typeof meetingSides)[number];

declare module '../../kernel/tables.ts' {
  interface Tables {
    opening: {
      cityId: string;
      id: string;
      professionalId: string;
      /** 1 Monday to 7 Sunday. */
      weekday: number;
      /** Local time, HH:MM (read back with seconds). */
      fromTime: string;
      toTime: string;
      slotMinutes: number;
      ways: Way[];
      address: string;
      videoLink: string;
      fromOn: string;
      untilOn: string | null;
      createdAt: Date;
    };
    absence: { cityId: string; id: string; professionalId: string; fromAt: Date; untilAt: Date; createdAt: Date };
    appointment: {
      cityId: string;
      id: string;
      customerId: string;
      professionalId: string;
      role: ProfessionalRole;
      kind: AppointmentKind;
      state: AppointmentState;
      startsAt: Date;
      endsAt: Date;
      way: Way;
      place: string;
      interpreter: string | null;
      message: string;
      word: Generated<string>;
      cancelledBy: MeetingSide | null;
      bookedAt: Date | null;
      version: Generated<number>;
      createdAt: Date;
      changedAt: Date;
    };
    appointmentReminder: {
      cityId: string;
      appointmentId: string;
      which: 'first' | 'last';
      startsAt: Date;
      sentAt: Date;
    };
    appointmentNote: {
      cityId: string;
      appointmentId: string;
      authorId: string;
      text: string;
      agreed: string;
      version: Generated<number>;
      writtenAt: Date;
    };
    appointmentNoteVersion: {
      cityId: string;
      appointmentId: string;
      version: number;
      at: Date;
      authorId: string;
      authorName: string;
      text: string;
      agreed: string;
      answer: Generated<string>;
      answeredAt: Date | null;
    };
    calendarFeed: { cityId: string; personId: string; id: string; secretHash: Buffer; madeAt: Date };
  }
}
