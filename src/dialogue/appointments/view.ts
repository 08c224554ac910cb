import type { Work } from '../../kernel/work.ts';
import { lateHoursIn } from './booking-terms.ts';
import { type AppointmentRecord, sideOf } from './load-appointment.ts';
import { type AppointmentMove, canBeHeld, isLate, movesFor, type Standing, standingOf } from './rules.ts';

/** An appointment as one side sees it. */
export type AppointmentView = AppointmentRecord & {
  standing: Standing;
  moves: AppointmentMove[];
  /** Cancelling it now needs a word. */
  isLate: boolean;
};

/** How the actor's side sees appointments it may see. */
export const createSeen = async (work: Work): Promise<(record: AppointmentRecord) => AppointmentView> => {
  const { now, actor } = work;
  const side = sideOf(actor.role);
  const lateHours = await lateHoursIn(work);
  return (record) => ({
    ...record,
    isAway: record.isAway && record.startsAt > now,
    standing: standingOf({ ...record, now }),
    moves: movesFor({ ...record, side, now }).filter((move) => move !== 'accept' || canBeHeld(record)),
    isLate: isLate({ ...record, now, lateHours }),
  });
};

export const seenBy = async (work: Work, record: AppointmentRecord): Promise<AppointmentView> =>
  (await createSeen(work))(record);
