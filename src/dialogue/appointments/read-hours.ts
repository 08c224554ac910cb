import { sql } from 'kysely';
import type { Work } from '../../kernel/work.ts';
import type { Opening, Span } from './free-times.ts';
import { absencesOf, openingsOf } from './load-free.ts';
import { ownHours } from './own-hours.ts';

export type Hours = {
  openings: Opening[];
  /** Not yet over; `met`: times given to somebody that fall into it. */
  absences: (Span & { id: string; met: number })[];
};

/** A professional's own rules and absences. */
export const readHours = async (work: Work): Promise<Hours> => {
  const professionalId = ownHours(work, 'read', 'own hours');
  const openings = await openingsOf(work, professionalId);
  const absences = await absencesOf(work, professionalId);
  const { rows } = await sql<{ id: string; met: number }>`
    select b.id, count(*)::int as met from absence b
    join appointment a on a.city_id = b.city_id and a.professional_id = b.professional_id and a.state in ('proposed', 'booked')
      and a.starts_at < b.until_at and a.ends_at > b.from_at and a.starts_at > ${work.now}
    where b.city_id = ${work.cityId} and b.professional_id = ${professionalId} and b.until_at > ${work.now}
    group by b.id`.execute(work.tx);
  const met = new Map(rows.map((row) => [row.id, row.met]));
  return { openings, absences: absences.map((absence) => ({ ...absence, met: met.get(absence.id) ?? 0 })) };
};
