import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { dayIn } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Hours } from '../../kernel/tables.ts';
import { relationsOf } from '../../know-how/index.ts';
import { fullWorth, goodFrom, type Need } from '../rules.ts';
import { factsOfChallenge, meets } from '../segment/facts.ts';
import { findBest } from '../segment/find-best.ts';
import { groupsOfNeeds, waysTo } from '../segment/groups.ts';
import type { Segment } from '../segment/segment.ts';
import { judgePairs, type Pair } from './judge.ts';
import type { Outside } from './nightly.ts';
import { readSeekers } from './seekers.ts';
import { writeRecommendations } from './write.ts';

/** To so many, the best first, a new challenge is told. */
const mostTold = 100;
/** Out of so many, the best first. */
const mostProposed = 1000;
/** What was published longer ago is no news. */
const newForHours = 24;

type New = { challengeId: string; hours: Hours; languages: string[]; needs: Need[] };

const readNew = async (tx: Tx, cityId: string, now: Date, today: string): Promise<New | undefined> => {
  const since = new Date(now.getTime() - newForHours * 3_600_000);
  const { rows } = await sql<New>`
    select c.id as challenge_id, c.hours, c.languages,
      (select coalesce(jsonb_agg(jsonb_build_object('skillId', n.skill_id, 'weight', n.weight, 'isMust', n.is_must, 'level', n.level)), '[]')
        from challenge_need n where n.city_id = c.city_id and n.challenge_id = c.id) as needs
    from challenge c
    where c.city_id = ${cityId} and c.state = 'published' and c.deleted_at is null and c.until_on >= ${today}::date
      and c.published_at > ${since}
      and not exists (select from recommended_challenge r where r.city_id = c.city_id and r.challenge_id = c.id)
    order by c.published_at, c.id limit 1`.execute(tx);
  return rows[0];
};

/** Among equals the lot decides, for each challenge anew, and always the same: nobody comes first because they came first once. */
const drawOf = ({ customerId, challengeId }: Pair): string =>
  createHash('sha256').update(`${challengeId} ${customerId}`).digest('hex');

const bestFits = (people: Segment, { hours, languages, needs }: New, ways: ReturnType<typeof waysTo>): string[] => {
  const asked = factsOfChallenge({ hours, languages });
  const accepts = (told: number) => meets(asked, told);
  const limit = mostProposed;
  return findBest(people, { groups: groupsOfNeeds(needs, ways), accepts, least: goodFrom / fullWorth, limit }).map(
    ({ id }) => id,
  );
};

const takeOne = async (outside: Outside, cityId: string, tx: Tx, people: Segment): Promise<boolean> => {
  const { vocabulary, clock } = outside;
  const now = clock();
  const today = dayIn('Europe/Helsinki', now);
  const challenge = await readNew(tx, cityId, now, today);
  if (!challenge) return false;
  const { challengeId, needs } = challenge;
  const marked =
    await sql`insert into recommended_challenge (city_id, challenge_id, at) values (${cityId}, ${challengeId}, ${now})
    on conflict do nothing returning challenge_id`.execute(tx);
  if (marked.rows.length === 0) return false;
  const toNeeds = await relationsOf(
    tx,
    needs.map(({ skillId }) => skillId),
  );
  const ids = bestFits(people, challenge, waysTo(needs, toNeeds));
  const seekers = await readSeekers(tx, { cityId, today, vocabulary }, { ids });
  const skillIds = [...new Set(seekers.flatMap(({ held }) => held.map(({ skillId }) => skillId)))];
  const pairs = ids.map((customerId) => ({ customerId, challengeId }));
  const relations = await relationsOf(tx, skillIds);
  const good = await judgePairs(tx, { cityId, today, relations }, { seekers, pairs });
  const best = good.sort((a, b) => b.score - a.score || drawOf(a).localeCompare(drawOf(b))).slice(0, mostTold);
  await writeRecommendations(tx, { cityId, vocabulary, now, today, isNews: true }, best);
  return true;
};

/** Finds the best fits for every challenge of the last day that has none yet, once each. */
export const recommendNew = async (outside: Outside, cityId: string): Promise<void> => {
  const { database, matchingIndex, clock } = outside;
  const now = clock();
  const place = { cityId, today: dayIn('Europe/Helsinki', now), now };
  const isThere = await database.inCity(cityId, (tx) => readNew(tx, cityId, now, place.today));
  if (!isThere) return;
  await matchingIndex.whenBuilt(place);
  for (let goesOn = true; goesOn; )
    goesOn = await database.inCity(cityId, async (tx) => {
      const index = await matchingIndex.of({ ...place, tx });
      return index ? takeOne(outside, cityId, tx, index.people) : false;
    });
};
