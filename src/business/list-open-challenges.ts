import { sql } from 'kysely';
import type { z } from 'zod';
import { access } from '../kernel/access/access.ts';
import type { Work } from '../kernel/work.ts';
import { skillLabels } from '../know-how/index.ts';
import { type ChallengeShown, challengeColumns, isOpenOn } from '../matching/index.ts';
import { onPage, type pageInput } from './list-challenges.ts';

/** A challenge as its city sees it. */
export type OpenChallenge = Omit<ChallengeShown, 'businessId' | 'languages'> & {
  /** What is needed, named in the reader's language; the weightiest first. */
  needs: { skillId: number; label: string }[];
};

/** What customers see today, 25 a page, the newest first: for those who serve them. */
export const listOpenChallenges = async (
  work: Work,
  { page }: z.output<typeof pageInput>,
): Promise<{ challenges: OpenChallenge[]; page: number; hasMore: boolean }> => {
  const { tx, cityId, today, actor, services } = work;
  const asked = { section: 'openChallenge', action: 'list', why: 'open challenges' } as const;
  access.authorise(work, { ...asked, relations: ['city'], customerId: null });
  const rows = await tx
    .selectFrom('challenge as c')
    .innerJoin('business as b', (join) => join.onRef('b.cityId', '=', 'c.cityId').onRef('b.id', '=', 'c.businessId'))
    .select(challengeColumns)
    .select(
      sql<number[]>`array(select n.skill_id from challenge_need n
        where n.city_id = c.city_id and n.challenge_id = c.id order by n.weight desc, n.skill_id)`.as('skillIds'),
    )
    .where('c.cityId', '=', cityId)
    .where(isOpenOn(today))
    .orderBy('c.publishedAt', 'desc')
    .orderBy('c.id')
    .limit(onPage + 1)
    .offset((page - 1) * onPage)
    .execute();
  const shown = rows.slice(0, onPage);
  const skillIds = [...new Set(shown.flatMap((row) => row.skillIds))];
  const labels = skillLabels(services.vocabulary, skillIds, actor.language);
  const challenges = shown.map(({ businessId: _, languages: __, skillIds: wanted, ...challenge }) => ({
    ...challenge,
    needs: wanted.map((skillId) => ({ skillId, label: labels.get(skillId) ?? '' })),
  }));
  return { challenges, page, hasMore: rows.length > onPage };
};
