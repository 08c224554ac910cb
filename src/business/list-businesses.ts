import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../kernel/access/access.ts';
import { words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { onPage, pageInput } from './list-challenges.ts';

const shows = ['all', 'quiet'] as const;
export type Show = (typeof shows)[number];

export const listBusinessesInput = pageInput.extend({
  /** Part of the name, the area or the business ID. */
  search: words(100, { least: 0 }).default(''),
  /** 'quiet': only those with nothing for customers to see today. */
  show: z.enum(shows).default('all'),
});

export type BusinessLine = {
  id: string;
  name: string;
  businessCode: string;
  area: string;
  /** Challenges customers see today. */
  openCount: number;
  /** Yes answers to all its challenges. */
  yesCount: number;
};

const openOn = (today: string) => sql`
  select from challenge c where c.city_id = b.city_id and c.business_id = b.id and c.state = 'published'
    and c.deleted_at is null and c.until_on >= ${today}::date`;

const patternOf = (search: string): string => `%${search.replace(/[\\%_]/g, '\\$&')}%`;

/** The city's businesses by name in Finnish order, 25 a page. */
export const listBusinesses = async (
  work: Work,
  { page, search, show }: z.output<typeof listBusinessesInput>,
): Promise<{ businesses: BusinessLine[]; page: number; hasMore: boolean }> => {
  const action = search === '' ? 'list' : 'search';
  access.authorise(work, {
    relations: ['city'],
    section: 'business',
    action,
    customerId: null,
    why: 'list of businesses',
  });
  const pattern = patternOf(search);
  // å, ä and ö come after z: the signs that follow z in ASCII stand in for them, since PGlite knows no Finnish order.
  const { rows } = await sql<BusinessLine>`
    with shown as (
      select b.city_id, b.id, b.name, b.business_code, b.area,
        translate(lower(b.name), 'ÅÄÖåäö', '{|}{|}') collate "C" as place
      from business b
      where b.city_id = ${work.cityId} and b.deleted_at is null
        and (${search} = '' or b.name ilike ${pattern} or b.area ilike ${pattern} or b.business_code ilike ${pattern})
        and (${show} = 'all' or not exists (${openOn(work.today)}))
      order by place, b.id
      limit ${onPage + 1} offset ${(page - 1) * onPage})
    select s.id, s.name, s.business_code, s.area, count(distinct c.id) filter (
        where c.state = 'published' and c.until_on >= ${work.today}::date) as open_count, count(a.id) as yes_count
    from shown s
    left join challenge c on c.city_id = s.city_id and c.business_id = s.id and c.deleted_at is null
    left join answer a on a.city_id = c.city_id and a.challenge_id = c.id and a.answer = 'yes'
    group by s.id, s.name, s.business_code, s.area, s.place
    order by s.place, s.id`.execute(work.tx);
  return { businesses: rows.slice(0, onPage), page, hasMore: rows.length > onPage };
};
