import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { deleteFiles } from '../../kernel/files/delete-files.ts';
import { documentClasses } from './tables.ts';
import { readKeepDays } from './view.ts';

const atOnce = 200;

/**
 * Takes away the files of documents whose time is over, by the city's terms of today; that there was one stays, unless its customer has been erased
 * meanwhile. So many at most in one go. Returns how many went.
 */
export const forgetDocuments = async (
  tx: Tx,
  { cityId, now, today }: { cityId: string; now: Date; today: string },
): Promise<number> => {
  const days = await readKeepDays({ tx, cityId, today });
  const { rows } = await sql<{ id: string; fileId: string | null }>`
    with over as (
      select d.id, d.file_id from document d
      join city c on c.id = d.city_id
      join unnest(${[...documentClasses]}::text[], ${documentClasses.map((one) => days[one])}::int[]) as k (class, days) on k.class = d.class
      where d.city_id = ${cityId} and d.state = 'given'
        and (d.given_at at time zone c.time_zone)::date + k.days < (${now}::timestamptz at time zone c.time_zone)::date
      order by d.given_at limit ${atOnce} for update of d)
    update document d set state = 'deleted', deleted_by = 'time', file_id = null, shown_to = '{}', version = d.version + 1, changed_at = ${now}
    from over where d.city_id = ${cityId} and d.id = over.id
    returning d.id, over.file_id`.execute(tx);
  await deleteFiles(
    tx,
    cityId,
    rows.flatMap(({ fileId }) => fileId ?? []),
  );
  await sql`delete from document d using customer c
    where d.city_id = ${cityId} and d.id = any(${rows.map(({ id }) => id)}::uuid[])
      and c.city_id = d.city_id and c.id = d.customer_id and c.deleted_at is not null`.execute(tx);
  return rows.length;
};
