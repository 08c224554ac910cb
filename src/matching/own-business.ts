import { sql } from 'kysely';

/** SQL: true when the customer of `customerId` acts for the business of `businessId` on `today`. Nobody is matched with or counted for their own. */
export const actsFor = ({
  cityId,
  customerId,
  businessId,
  today,
}: {
  cityId: string;
  customerId: ReturnType<typeof sql.ref> | string;
  businessId: ReturnType<typeof sql.ref> | string;
  today: string;
}) => sql<boolean>`exists (
  select from business_contact acting
  join customer self on self.city_id = acting.city_id and self.person_id = acting.person_id
  where acting.city_id = ${cityId} and acting.business_id = ${businessId} and self.id = ${customerId}
    and acting.from_on <= ${today}::date and (acting.to_on is null or acting.to_on > ${today}::date))`;
