import { sql } from 'kysely';
import type { Tx } from '../kernel/database.ts';
import type { ProposalPlace } from './ask-person/tables.ts';
import { type ChallengeShown, challengeColumns, isOpenOn } from './challenge-columns.ts';
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

/** By whom and why, and where among what is shown: where its score puts it, first, or last. */
export type ByPerson = {
  proposalId: string;
  personAskId: string;
  place: ProposalPlace;
  why: string;
  name: string;
  version: number;
};

/** A challenge as a customer may see it: published some time, its business in use; with its needs and the customer's answer. */
export type ShownChallenge = ChallengeShown & {
  publishedAt: Date;
  isOpen: boolean;
  needs: Need[];
  answer: OwnAnswer | null;
  /** A person has put it where it stands, and said why; null where the score alone has. The score is what it is. */
  byPerson: ByPerson | null;
};

type Row = Omit<ShownChallenge, 'answer'> & { answer: (Omit<OwnAnswer, 'answeredAt'> & { answeredAt: string }) | null };

const withAnswer = ({ answer, ...row }: Row): ShownChallenge => ({
  ...row,
  answer: answer && { ...answer, answeredAt: new Date(answer.answeredAt) },
});

/** SQL: the challenges a person has put before a customer and that still stand. */
const proposedTo = (cityId: string, customerId: string) =>
  sql`array(select pp.challenge_id from person_proposal pp where pp.city_id = ${cityId} and pp.customer_id = ${customerId} and pp.left_at is null)`;

type Wanted = {
  cityId: string;
  customerId: string;
  today: string;
  ids: readonly string[];
  /** Also what a person has put before the customer, after those asked for. */
  withProposed?: boolean;
};

/** Challenges by id, in the order asked for, with the needs and the customer's own answers: one query however many. */
export const readChallenges = async (
  tx: Tx,
  { cityId, customerId, today, ids, withProposed = false }: Wanted,
): Promise<ShownChallenge[]> => {
  if (ids.length === 0 && !withProposed) return [];
  const wanted = sql`${[...ids]}::uuid[]`;
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
      sql<ByPerson | null>`(select jsonb_build_object('proposalId', pp.id, 'personAskId', pp.ask_id, 'place', pp.place, 'why', pp.why,
          'name', pp.by_name, 'version', pp.version)
        from person_proposal pp
        where pp.city_id = c.city_id and pp.customer_id = ${customerId} and pp.challenge_id = c.id and pp.left_at is null)`.as(
        'byPerson',
      ),
    ])
    .where('c.cityId', '=', cityId)
    .where(sql<boolean>`c.id = any(${withProposed ? sql`${wanted} || ${proposedTo(cityId, customerId)}` : wanted})`)
    .where('c.publishedAt', 'is not', null)
    .orderBy(sql`array_position(${wanted}, c.id)`)
    .execute();
  return rows.map(withAnswer);
};
