import { sql } from 'kysely';
import type { Tx } from '../kernel/database.ts';
import type { Language } from '../kernel/languages.ts';
import type { Hours } from '../kernel/tables.ts';
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
  const { rows } = await sql<Row>`
    select c.id, c.business_id, b.name as business_name, c.title, c.problem, c.language, c.place, c.hours, c.languages, c.until_on,
      c.published_at,
      c.state = 'published' and c.deleted_at is null and b.deleted_at is null and c.until_on >= ${today}::date as is_open,
      (select coalesce(jsonb_agg(jsonb_build_object('skillId', n.skill_id, 'weight', n.weight, 'isMust', n.is_must)
          order by n.weight desc, n.skill_id), '[]')
        from challenge_need n where n.city_id = c.city_id and n.challenge_id = c.id) as needs,
      case when a.id is null then null else jsonb_build_object('answer', a.answer, 'word', a.word, 'card', a.card,
        'threadId', a.thread_id, 'answeredAt', a.answered_at, 'version', a.version) end as answer
    from unnest(${[...ids]}::uuid[]) with ordinality as wanted (id, place)
    join challenge c on c.city_id = ${cityId} and c.id = wanted.id
    join business b on b.city_id = c.city_id and b.id = c.business_id
    left join answer a on a.city_id = c.city_id and a.challenge_id = c.id and a.customer_id = ${customerId}
    where c.published_at is not null
    order by wanted.place`.execute(tx);
  return rows.map(withAnswer);
};
