import { readTerm, readTerms } from '../../kernel/terms.ts';
import type { Work } from '../../kernel/work.ts';

const hour = 3_600_000;

const names = ['appointmentNoticeHours', 'appointmentAheadDays', 'appointmentBufferMinutes'] as const;

/** What the city has decided of when times can be taken. */
export const bookingTerms = async ({ tx, cityId, today, now }: Work) => {
  const terms = await readTerms(tx, { cityId, names, today });
  return {
    earliest: new Date(now.getTime() + terms.appointmentNoticeHours * hour),
    aheadDays: terms.appointmentAheadDays,
    bufferMinutes: terms.appointmentBufferMinutes,
  };
};

/** Fewer hours before a time than this, cancelling it needs a word. */
export const lateHoursIn = async ({ tx, cityId, today }: Work): Promise<number> =>
  (await readTerm(tx, { cityId, name: 'appointmentLateHours', today })).value;

/** How many times a customer may have ahead of them with one professional. */
export const openMostIn = async ({ tx, cityId, today }: Work): Promise<number> =>
  (await readTerm(tx, { cityId, name: 'appointmentsOpenMost', today })).value;
