import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import type { Language } from '../../kernel/languages.ts';
import type { Hours } from '../../kernel/tables.ts';
import type { Told } from '../limits.ts';
import { type Reach, worthsOf } from '../rules.ts';
import type { AdvertNeed } from './advert-needs.ts';
import { fewestNeeds, leastShown, staleAfterDays } from './rules.ts';
import type { SomeLanguages } from './tables.ts';

export const mostAdverts = 20;
export type ShownAdvert = {
  id: string;
  outsideId: string;
  title: SomeLanguages;
  summary: SomeLanguages;
  employer: SomeLanguages | null;
  place: string;
  hours: Exclude<Hours, 'any'> | null;
  languages: string[];
  /** Of the words the needs were found in. */
  language: Language;
  publishedAt: Date;
  untilAt: Date | null;
  isAnywhere: boolean;
  needs: AdvertNeed[];
};

type Row = Omit<ShownAdvert, 'publishedAt' | 'untilAt'> & { publishedAt: Date; untilAt: Date | null };

/**
 * The open jobs of the city that fit best what somebody can do, best first, at most 20: the same exact score as for challenges. Limits only filter.
 */
export const findBestAdverts = async (
  tx: Tx,
  { cityId, told: { hours, languages }, reach, now }: { cityId: string; told: Told; reach: Reach; now: Date },
): Promise<ShownAdvert[]> => {
  if (reach.size === 0) return [];
  const stale = new Date(now.getTime() - staleAfterDays * 24 * 3_600_000);
  const worths = [...reach.values()].map((ways) => worthsOf(ways)[0] ?? 0);
  const { rows } = await sql<Row>`
    with reached (skill_id, worth) as (select * from unnest(${[...reach.keys()]}::int[], ${worths}::int[])), scored as (
      select n.advert_id, sum(n.weight * r.worth) as hundredths
      from reached r join job_advert_need n on n.city_id = ${cityId} and n.skill_id = r.skill_id
      group by n.advert_id
    )
    select a.id, a.outside_id, a.title, a.summary, a.employer, a.place, a.hours, a.languages, a.language, a.published_at, a.until_at, a.is_anywhere,
      (select jsonb_agg(jsonb_build_object('skillId', n.skill_id, 'weight', n.weight, 'isNamed', n.is_named, 'words', n.words, 'occupation', n.occupation)
          order by n.weight desc, n.skill_id)
        from job_advert_need n where n.city_id = a.city_id and n.advert_id = a.id) as needs
    from scored s
    join job_advert a on a.city_id = ${cityId} and a.id = s.advert_id
    where a.seen_at > ${stale} and (a.until_at is null or a.until_at > ${now}) and a.needs_count >= ${fewestNeeds}
      and s.hundredths >= ${leastShown} * a.needs_weight
      and (${hours ?? 'any'}::text = 'any' or a.hours is null or a.hours = ${hours}::text)
      and (${languages.length === 0} or a.languages <@ ${[...languages]}::text[])
    order by s.hundredths::double precision / a.needs_weight desc, a.published_at desc, a.id
    limit ${mostAdverts}`.execute(tx);
  return rows;
};
