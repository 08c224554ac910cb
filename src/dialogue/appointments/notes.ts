import { notFound, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { type AppointmentRecord, loadAppointment, sideOf } from './load-appointment.ts';
import { phaseAt } from './rules.ts';

export type NoteVersion = {
  version: number;
  at: Date;
  authorName: string;
  text: string;
  agreed: string;
  answer: string;
  answeredAt: Date | null;
};

export type NoteDraft = { text: string; agreed: string; version: number; writtenAt: Date; isPublished: boolean };

export type Notes = {
  /** What was published, the latest first. */
  versions: NoteVersion[];
  /** What the actor, its writer, has on the table; null for anybody else. `version` 0 where nothing is written yet. */
  draft: NoteDraft | null;
  mayWrite: boolean;
};

/** What was published of an appointment, the latest first. */
export const publishedOf = ({ tx, cityId }: Work, appointmentId: string): Promise<NoteVersion[]> =>
  tx
    .selectFrom('appointmentNoteVersion')
    .select(['version', 'at', 'authorName', 'text', 'agreed', 'answer', 'answeredAt'])
    .where('cityId', '=', cityId)
    .where('appointmentId', '=', appointmentId)
    .orderBy('version', 'desc')
    .execute();

const findNote = ({ tx, cityId }: Work, appointmentId: string) =>
  tx
    .selectFrom('appointmentNote')
    .select(['authorId', 'text', 'agreed', 'version', 'writtenAt'])
    .where('cityId', '=', cityId)
    .where('appointmentId', '=', appointmentId)
    .executeTakeFirst();

/** Notes are written of what was, or is going on: of a time that has begun and was not left. */
const isWritable = (record: AppointmentRecord, now: Date): boolean =>
  phaseAt({ ...record, now }) === 'begun' && ['booked', 'held', 'missed'].includes(record.state);

/** What was written of an appointment that has been loaded and authorised. A draft is its writer's alone. */
export const notesOf = async (work: Work, record: AppointmentRecord): Promise<Notes> => {
  const versions = await publishedOf(work, record.id);
  const note = await findNote(work, record.id);
  const mayWrite =
    sideOf(work.actor.role) === 'professional' &&
    isWritable(record, work.now) &&
    (note === undefined || note.authorId === work.actor.personId);
  if (!mayWrite) return { versions, draft: null, mayWrite };
  const { authorId: _, ...draft } = note ?? { authorId: '', text: '', agreed: '', version: 0, writtenAt: work.now };
  return { versions, draft: { ...draft, isPublished: draft.version === versions[0]?.version }, mayWrite };
};

/** The note as its writer has it. Throws notNow before the time has begun, notFound for somebody else's draft. */
export const loadNote = async (work: Work, appointmentId: string, why: string) => {
  const record = await loadAppointment(work, appointmentId, { action: 'write', why });
  const { draft } = await notesOf(work, record);
  if (draft) return { record, draft };
  if (sideOf(work.actor.role) === 'customer' || isWritable(record, work.now)) throw notFound();
  throw new Problem('notNow');
};
