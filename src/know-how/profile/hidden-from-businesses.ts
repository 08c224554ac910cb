import { type RawBuilder, sql } from 'kysely';

/**
 * SQL: true when know-how `k` is hidden from businesses by its customer, not only left out of what stands ready on a card. One set looked up for each
 * row, so that it costs the same with and without statistics.
 */
export const hiddenFromBusinesses = (cityId: string): RawBuilder<boolean> => sql<boolean>`(k.id::text in (
  select shown.item from profile_shown shown
  join profile_audience audience on audience.city_id = ${cityId} and audience.id = shown.audience_id and audience.audience = 'business'
  where shown.city_id = ${cityId} and shown.kind = 'knowHow' and shown.hidden_at is not null))`;
