import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { changeMet } from './met-absence.ts';
import { ownHours } from './own-hours.ts';

/** Takes a rule away. What has been booked by it stands. Throws notFound for one that is not there or somebody else's. */
export const removeOpening = async (work: Work, openingId: string): Promise<void> => {
  const professionalId = ownHours(work, 'write', 'changed own hours');
  if (!isId(openingId)) throw notFound();
  const { numDeletedRows } = await work.tx
    .deleteFrom('opening')
    .where('cityId', '=', work.cityId)
    .where('professionalId', '=', professionalId)
    .where('id', '=', openingId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw notFound();
};

/** Takes an absence away: what it hid is free again, and what it met stands as it was agreed. Throws notFound as above. */
export const removeAbsence = async (work: Work, absenceId: string): Promise<void> => {
  const professionalId = ownHours(work, 'write', 'changed own absences');
  if (!isId(absenceId)) throw notFound();
  const gone = await work.tx
    .deleteFrom('absence')
    .where('cityId', '=', work.cityId)
    .where('professionalId', '=', professionalId)
    .where('id', '=', absenceId)
    .returning(['fromAt', 'untilAt'])
    .executeTakeFirst();
  if (!gone) throw notFound();
  await changeMet(work, { professionalId, span: { from: gone.fromAt, until: gone.untilAt } });
};
