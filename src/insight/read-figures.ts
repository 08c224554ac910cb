import { sql } from 'kysely';
import { access } from '../kernel/access/access.ts';
import { consents } from '../kernel/consent.ts';
import { restricts } from '../kernel/restriction.ts';
import type { Work } from '../kernel/work.ts';
import { type Range, rangeOf } from './rules.ts';

/** What is counted, each a number of the city's customers. */
export const countedPeople = ['customers', 'matching', 'adviserKnowHow', 'saidYes', 'agreedStep'] as const;
export type Counted = (typeof countedPeople)[number];

export type Figures = {
  /** The day the figures are of, YYYY-MM-DD. */
  day: string;
  people: { what: Counted; range: Range }[];
  /** What customers see anyway, so told as it is: businesses with a challenge open today, and those challenges. */
  openChallenges: number;
  businesses: number;
};

type Counts = Record<Counted, number>;

const countPeople = async ({ tx, cityId, today }: Work): Promise<Counts> => {
  const me = sql.ref('c.id');
  const { rows } = await sql<Counts>`
    select count(*) as customers,
      count(*) filter (where ${consents(cityId, me, 'matching', today)}) as matching,
      count(*) filter (where ${consents(cityId, me, 'adviserKnowHow', today)}) as adviser_know_how,
      count(*) filter (where exists (
        select from answer a where a.city_id = c.city_id and a.customer_id = c.id and a.answer = 'yes')) as said_yes,
      count(*) filter (where exists (
        select from step s where s.city_id = c.city_id and s.customer_id = c.id and s.state in ('agreed', 'doing', 'done'))) as agreed_step
    from customer c where c.city_id = ${cityId} and c.deleted_at is null and not ${restricts(cityId, me)}`.execute(tx);
  return rows[0] ?? { customers: 0, matching: 0, adviserKnowHow: 0, saidYes: 0, agreedStep: 0 };
};

const countOpen = async ({ tx, cityId, today }: Work): Promise<{ openChallenges: number; businesses: number }> => {
  const { rows } = await sql<{ openChallenges: number; businesses: number }>`
    select count(*) as open_challenges, count(distinct c.business_id) as businesses
    from challenge c join business b on b.city_id = c.city_id and b.id = c.business_id and b.deleted_at is null
    where c.city_id = ${cityId} and c.state = 'published' and c.deleted_at is null and c.until_on >= ${today}::date`.execute(
    tx,
  );
  return rows[0] ?? { openChallenges: 0, businesses: 0 };
};

/** The city's figures of today. Numbers of people leave here as ranges only, those under 5 not at all. */
export const readFigures = async (work: Work): Promise<Figures> => {
  access.authorise(work, {
    section: 'figures',
    action: 'read',
    why: 'city figures',
    relations: ['city'],
    customerId: null,
  });
  const counts = await countPeople(work);
  return {
    day: work.today,
    people: countedPeople.map((what) => ({ what, range: rangeOf(counts[what]) })),
    ...(await countOpen(work)),
  };
};
