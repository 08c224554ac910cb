import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { ownHours } from './own-hours.ts';

/** Takes away a row of the professional's own. Throws notFound for one that is not there or somebody else's. */
const remove = async (work: Work, table: 'opening' | 'absence', id: string, why: string): Promise<void> => {
  const professionalId = ownHours(work, 'write', why);
  const gone = isId(id)
    ? await work.tx
        .deleteFrom(table)
        .where('cityId', '=', work.cityId)
        .where('professionalId', '=', professionalId)
        .where('id', '=', id)
        .executeTakeFirst()
    : { numDeletedRows: 0n };
  if (gone.numDeletedRows === 0n) throw notFound();
};

/** Takes a rule away. What has been booked by it stands. */
export const removeOpening = (work: Work, openingId: string): Promise<void> =>
  remove(work, 'opening', openingId, 'changed own hours');

/** Takes an absence away: what it hid is free again. */
export const removeAbsence = (work: Work, absenceId: string): Promise<void> =>
  remove(work, 'absence', absenceId, 'changed own absences');
