import { sql } from 'kysely';
import { type Role, roles } from './actor.ts';
import type { Database, Tx } from './database.ts';
import type { Capacity } from './session.ts';

export type NamedCapacity = Capacity & { businessName: string | null };

const inOneCity = async (tx: Tx, cityId: string, personId: string, today: string): Promise<NamedCapacity[]> => {
  const { rows } = await sql<{ role: Role; businessId: string | null; businessName: string | null }>`
    select r.role, b.id as business_id, b.name as business_name
    from role_assignment r
    left join business_contact c on c.city_id = r.city_id and c.person_id = r.person_id and r.role = 'businessContact'
      and c.from_on <= ${today}::date and (c.to_on is null or c.to_on > ${today}::date)
    left join business b on b.city_id = c.city_id and b.id = c.business_id and b.deleted_at is null
    where r.city_id = ${cityId} and r.person_id = ${personId}
      and r.from_on <= ${today}::date and (r.to_on is null or r.to_on > ${today}::date)`.execute(tx);
  return rows
    .filter((row) => row.role !== 'businessContact' || row.businessId !== null)
    .map((row) => ({ cityId, ...row }))
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
};

/** All the capacities a person may act in today, city by city: a person is known in one or two. */
export const capacitiesOf = async (database: Database, personId: string, today: string): Promise<NamedCapacity[]> => {
  const known = await database.acrossCities((tx) =>
    tx.selectFrom('personCity').select('cityId').where('personId', '=', personId).orderBy('cityId').execute(),
  );
  const found: NamedCapacity[] = [];
  for (const { cityId } of known)
    found.push(...(await database.inCity(cityId, (tx) => inOneCity(tx, cityId, personId, today))));
  return found;
};
