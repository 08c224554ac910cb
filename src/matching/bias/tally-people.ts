import { sql } from 'kysely';
import { consents } from '../../kernel/consent.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Language } from '../../kernel/languages.ts';
import { toldLanguages } from '../../know-how/index.ts';
import { mostShown } from '../best-challenges.ts';
import { addTallies, ageBandsFrom, type Dimension, notKnown, type Tallies, type Tally } from './groups.ts';
import { type Fare, fareCounter, readOpenChallenges, type Seeker } from './open-challenges.ts';

/** Whose rows are read: everybody's, where all are made up; else those of customers who agree to the report. */
export type Population = { cityId: string; today: string; isMadeUp: boolean; batch?: number };

/** How many customers are in memory at once, unless told. */
const usualBatch = 2000;

type Member = Seeker & {
  id: string;
  isMatching: boolean;
  birthYear: number | null;
  gender: string | null;
  language: Language;
  area: string;
};

/** The next customers after an id, without their names; know-how only of those who agree to matching. */
const readMembers = async (tx: Tx, population: Population, after: string): Promise<Member[]> => {
  const { cityId, today, isMadeUp, batch = usualBatch } = population;
  const me = sql.ref('c.id');
  const isRead = isMadeUp ? sql`true` : consents(cityId, me, 'biasReport', today);
  const { rows } = await sql<Member>`
    with person as materialized (
      select c.id, c.person_id, c.work_hours, ${toldLanguages} as spoken_languages, c.birth_year, c.gender, c.area,
        ${consents(cityId, me, 'matching', today)} as is_matching
      from customer c where c.city_id = ${cityId} and c.id > ${after}::uuid and c.deleted_at is null and ${isRead}
      order by c.id limit ${batch}
    )
    select p.id, p.is_matching, p.birth_year, p.gender, btrim(p.area) as area, r.language, p.work_hours as hours, p.spoken_languages as languages,
      coalesce(k.skills, '{}') as skills, coalesce(k.levels, '{}') as levels,
      array(select b.business_id from business_contact b where b.city_id = ${cityId} and b.person_id = p.person_id
        and b.from_on <= ${today}::date and (b.to_on is null or b.to_on > ${today}::date)) as own_businesses
    from person p join city_person r on r.city_id = ${cityId} and r.person_id = p.person_id
    left join lateral (
      select array_agg(skill_id) as skills, array_agg(level) as levels from know_how
      where city_id = ${cityId} and customer_id = p.id and state = 'kept' and hidden_at is null and p.is_matching
    ) k on true
    order by p.id`.execute(tx);
  return rows;
};

/** "25" for everybody from 25 to 34, by the year they turn so old in. */
const ageBandOf = (birthYear: number | null, today: string): string => {
  if (birthYear === null) return notKnown;
  const age = Number(today.slice(0, 4)) - birthYear;
  return String(ageBandsFrom.findLast((from) => from <= age) ?? notKnown);
};

const groupsOf = (member: Member, today: string): [Dimension | 'all', string][] => [
  ['all', ''],
  ['age', ageBandOf(member.birthYear, today)],
  ['gender', member.gender ?? notKnown],
  ['language', member.language],
  ['area', member.area],
];

const tallyOf = ({ isMatching }: Member, { shown, good }: Fare): Tally => ({
  people: 1,
  matching: isMatching ? 1 : 0,
  shown: shown > 0 ? 1 : 0,
  challengesShown: Math.min(shown, mostShown),
  recommended: good > 0 ? 1 : 0,
  goodMatches: good,
});

const put = (tallies: Tallies, [dimension, group]: [Dimension | 'all', string], tally: Tally): void => {
  const groups = tallies.get(dimension) ?? new Map<string, Tally>();
  groups.set(group, addTallies(groups.get(group), tally));
  tallies.set(dimension, groups);
};

/** Sums over all customers who may be read, batch by batch: as much memory as a batch, the open challenges and the groups. */
export const tallyPeople = async (tx: Tx, population: Population): Promise<Tallies> => {
  const { cityId, today } = population;
  const fareOf = fareCounter(await readOpenChallenges(tx, cityId, today));
  const tallies: Tallies = new Map();
  let after: string | undefined = '00000000-0000-0000-0000-000000000000';
  while (after !== undefined) {
    const members: Member[] = await readMembers(tx, population, after);
    for (const member of members) {
      const tally = tallyOf(member, fareOf(member));
      for (const group of groupsOf(member, today)) put(tallies, group, tally);
    }
    after = members.at(-1)?.id;
  }
  return tallies;
};
