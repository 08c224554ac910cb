import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { type AppointmentRecord, loadAppointment, sideOf } from './load-appointment.ts';
import { type AppointmentMove, stateAfter } from './rules.ts';
import type { AppointmentState, MeetingSide, Way } from './tables.ts';
import { seenBy } from './view.ts';

export type Changed = { id: string; version: number };

/** The appointment as it stands now, for a writer who lost the race. */
const lostRace = async (work: Work, record: AppointmentRecord): Promise<Problem> =>
  new Problem('changedMeanwhile', { current: await seenBy(work, record) });

/** Loads what is to be changed, in the version that was read, and says the state it comes to. Throws changedMeanwhile, or notNow for what the rules do not allow. */
export const loadToChange = async (
  work: Work,
  asked: {
    appointmentId: string;
    version: number;
    move: AppointmentMove;
    action: 'write' | 'answer' | 'propose';
    why: string;
  },
): Promise<{ record: AppointmentRecord; side: MeetingSide; state: AppointmentState }> => {
  const { appointmentId, version, move, action, why } = asked;
  const record = await loadAppointment(work, appointmentId, { action, why });
  if (record.version !== version) throw await lostRace(work, record);
  const side = sideOf(work.actor.role);
  const state = stateAfter(move, { ...record, side, now: work.now });
  if (state === null) throw new Problem('notNow');
  return { record, side, state };
};

type Set = {
  state: AppointmentState;
  startsAt?: Date;
  endsAt?: Date;
  way?: Way;
  place?: string;
  word?: string;
  cancelledBy?: MeetingSide;
  bookedAt?: Date | null;
  professionalId?: string;
};

/** Writes a change of an appointment that has been loaded and authorised. Throws changedMeanwhile when somebody was faster. */
export const writeChange = async (work: Work, record: AppointmentRecord, set: Set): Promise<Changed> => {
  const version = record.version + 1;
  const { numUpdatedRows } = await work.tx
    .updateTable('appointment')
    .set({ ...set, version, changedAt: work.now })
    .where('cityId', '=', work.cityId)
    .where('id', '=', record.id)
    .where('version', '=', record.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    throw await lostRace(work, await loadAppointment(work, record.id, { action: 'read', why: 'appointment' }));
  return { id: record.id, version };
};
