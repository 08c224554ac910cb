import { sql } from 'kysely';
import type { Tx } from '../kernel/database.ts';
import type { Language } from '../kernel/languages.ts';
import type { Hours } from '../kernel/tables.ts';
import { challengeColumns, isOpenOn } from './challenge-columns.ts';
import { actsFor } from './own-business.ts';
import type { Need } from './rules.ts';
import type { Answer, CardChoice } from './tables.ts';

export type OwnAnswer = {
  answer: Answer;
  word: string;
  card: CardChoice | null;
  threadId: string | null;
  answeredAt: Date;
  version: number;
};

/** A challenge as a customer may see it: published some time, its business in use; with its needs and the customer's answer. */
export type ShownChallenge = {
  id: string;
  businessId: string;
  businessName: string;
  title: string;
  problem: string;
  language: Language;
  place: string;
  hours: Hours;
  languages: string[];
  untilOn: string;
  publishedAt: Date;
  isOpen: boolean;
  needs: Need[];
  answer: OwnAnswer | null;
};

type Row = Omit<ShownChallenge, 'answer'> & { answer: (Omit<OwnAnswer, 'answeredAt'> & { answeredAt: string }) | null };

const withAnswer = ({ answer, ...row }: Row): ShownChallenge => ({
  ...row,
  answer: answer && { ...answer, answeredAt: new Date(answer.answeredAt) },
});

/** Challenges by id, in the order asked for, with the needs and the customer's own answers: one query however many. */
export const readChallenges = async (
  tx: Tx,
  { cityId, customerId, today, ids }: { cityId: string; customerId: string; today: string; ids: readonly string[] },
): Promise<ShownChallenge[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('challenge as c')
    .innerJoin('business as b', (join) => join.onRef('b.cityId', '=', 'c.cityId').onRef('b.id', '=', 'c.businessId'))
    .leftJoin('answer as a', (join) =>
      join.onRef('a.cityId', '=', 'c.cityId').onRef('a.challengeId', '=', 'c.id').on('a.customerId', '=', customerId),
    )
    .select(challengeColumns)
    .select([
      sql<Date>`c.published_at`.as('publishedAt'),
      sql<boolean>`${isOpenOn(today)} and not ${actsFor({ cityId, customerId, businessId: sql.ref('c.business_id'), today })}`.as(
        'isOpen',
      ),
      sql<
        Need[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('skillId', n.skill_id, 'weight', n.weight, 'isMust', n.is_must, 'level', n.level)
          order by n.weight desc, n.skill_id), '[]')
        from challenge_need n where n.city_id = c.city_id and n.challenge_id = c.id)`.as('needs'),
      sql<
        Row['answer']
      >`case when a.id is null then null else jsonb_build_object('answer', a.answer, 'word', a.word, 'card', a.card,
        'threadId', a.thread_id, 'answeredAt', a.answered_at, 'version', a.version) end`.as('answer'),
    ])
    .where('c.cityId', '=', cityId)
    .where('c.id', 'in', [...ids])
    .where('c.publishedAt', 'is not', null)
    .orderBy(sql`array_position(${[...ids]}::uuid[], c.id)`)
    .execute();
  return rows.map(withAnswer);
};
