import { sql } from 'kysely';
import type { Work } from '../../kernel/work.ts';
import type { Span } from './free-times.ts';

/**
 * The times an absence meets, or no longer does, have changed: they get a new version, by which calendars and the lists of what waits know since when
 * it is so. What another absence of the professional's meets as well stays as it is. Called before the absence is written, or after it has been taken
 * away, by a use case that has authorised it.
 */
export const changeMet = async (
  { tx, cityId, now }: Work,
  { professionalId, span }: { professionalId: string; span: Span },
): Promise<void> => {
  await sql`
    update appointment a set version = a.version + 1, changed_at = ${now}
    where a.city_id = ${cityId} and a.professional_id = ${professionalId} and a.state in ('proposed', 'booked')
      and a.starts_at < ${span.until} and a.ends_at > ${span.from} and a.starts_at > ${now}
      and not exists (select from absence b where b.city_id = a.city_id and b.professional_id = a.professional_id
        and b.from_at < a.ends_at and b.until_at > a.starts_at)`.execute(tx);
};
