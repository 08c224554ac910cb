import { type RawBuilder, sql } from 'kysely';

/** SQL: true when kept know-how `k` is shown to its customer's adviser, as `shownToAdviser` says it: its own choice, else its kind's, else yes. */
export const isShownToAdviser = (): RawBuilder<boolean> => sql<boolean>`(k.hidden_at is null and coalesce((
  select shown.is_shown from profile_audience audience
  join profile_shown shown on shown.city_id = k.city_id and shown.audience_id = audience.id
    and shown.kind = 'knowHow' and shown.item in (k.id::text, '*')
  where audience.city_id = k.city_id and audience.customer_id = k.customer_id and audience.audience = 'adviser'
  order by shown.item = '*' limit 1), true))`;
