import { sql } from 'kysely';
import { access } from '../kernel/access/access.ts';
import { isId } from '../kernel/ids.ts';
import { notFound } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { relationsOf, vouchersOf } from '../know-how/index.ts';
import { labelsFor } from './labels.ts';
import { type Need, type PartState, type Relation, reachOf, scoreOf } from './rules.ts';

/** Who said yes, as they chose to be seen. Nothing here comes from know-how they did not share. */
export type Card = {
  answerId: string;
  /** Where to write to each other; a page of the dialogue. */
  threadId: string;
  name: string;
  intro: string;
  /** `seenBy`: who vouches for it, where the customer chose to show that. */
  skills: { skillId: number; label: string; seenBy: string[] }[];
  /** The challenge's needs as the shared skills meet them: met first. */
  needs: { skillId: number; label: string; state: PartState }[];
  answeredAt: Date;
};

type Row = Omit<Card, 'skills' | 'needs'> & { customerId: string; skillIds: number[]; showsVouching: boolean };
type Voucher = Awaited<ReturnType<typeof vouchersOf>>[number];

/** The cards of one challenge that are shown at a time. */
export const mostCards = 200;

const findCards = async ({ tx, cityId }: Work, challengeId: string): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select a.id as answer_id, a.customer_id, a.thread_id, a.card->>'name' as name, a.card->>'intro' as intro, a.answered_at,
      coalesce((a.card->>'showsVouching')::boolean, false) as shows_vouching,
      array(select k.skill_id from know_how k
        where k.city_id = a.city_id and k.customer_id = a.customer_id and k.state = 'kept' and k.hidden_at is null
          and a.card->'skillIds' @> to_jsonb(k.skill_id)
        order by k.skill_id) as skill_ids
    from answer a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    where a.city_id = ${cityId} and a.challenge_id = ${challengeId} and a.answer = 'yes'
    order by a.answered_at desc, a.id
    limit ${mostCards}`.execute(tx);
  return rows;
};

const findNeeds = ({ tx, cityId }: Work, challengeId: string): Promise<Need[]> =>
  tx
    .selectFrom('challengeNeed')
    .select(['skillId', 'weight', 'isMust', 'level'])
    .where('cityId', '=', cityId)
    .where('challengeId', '=', challengeId)
    .execute();

const findOwner = async ({ tx, cityId }: Work, challengeId: string): Promise<string | null> => {
  const found = await tx
    .selectFrom('challenge')
    .select('businessId')
    .where('cityId', '=', cityId)
    .where('id', '=', challengeId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return found?.businessId ?? null;
};

const why = 'cards after a yes';

/** Each customer whose card is shown gets a row in the use log: they see who has looked. */
const authoriseCards = async (work: Work, challenge: { id: string; businessId: string }): Promise<Row[]> => {
  const relations = challenge.businessId === work.actor.businessId ? (['business'] as const) : [];
  access.authorise(work, { section: 'card', action: 'list', relations, customerId: null, why });
  const rows = await findCards(work, challenge.id);
  for (const { customerId } of rows)
    access.authorise(work, { section: 'card', action: 'read', relations, customerId, why });
  return rows;
};

const cardOf = (
  row: Row,
  {
    needs,
    relations,
    vouchers,
    label,
  }: { needs: readonly Need[]; relations: Relation[]; vouchers: readonly Voucher[]; label: (id: number) => string },
): Card => {
  const { answerId, threadId, name, intro, answeredAt, skillIds } = row;
  const own = vouchers.filter(({ customerId }) => row.showsVouching && customerId === row.customerId);
  const seenBy = (skillId: number) => own.filter((one) => one.skillId === skillId).map(({ who }) => who);
  // How well they can it is not on the card.
  const shared = skillIds.map((skillId) => ({ skillId, level: null, words: [] }));
  return {
    ...{ answerId, threadId, name, intro, answeredAt },
    skills: skillIds.map((skillId) => ({ skillId, label: label(skillId), seenBy: seenBy(skillId) })),
    needs: scoreOf(needs, reachOf(shared, relations)).parts.map(({ skillId, state }) => ({
      skillId,
      label: label(skillId),
      state,
    })),
  };
};

/** The cards of a challenge that has been read with its needs in this transaction; throws notFound for others than its business's contacts. */
export const showCards = async (
  work: Work,
  challenge: { id: string; businessId: string; needs: readonly Need[] },
): Promise<Card[]> => {
  const rows = await authoriseCards(work, challenge);
  const { needs } = challenge;
  const skillIds = [...new Set(rows.flatMap((row) => row.skillIds))];
  const relations = await relationsOf(work.tx, skillIds);
  const showing = rows.filter(({ showsVouching }) => showsVouching).map(({ customerId }) => customerId);
  const vouchers = await vouchersOf(work.tx, work.cityId, showing);
  const label = labelsFor(work, [...skillIds, ...needs.map(({ skillId }) => skillId)]);
  return rows.map((row) => cardOf(row, { needs, relations, vouchers, label }));
};

/**
 * The cards of everyone whose yes to a challenge stands, the latest first, at most 200. For the contacts of its business; throws notFound
 * for anybody else. A yes taken back is gone from here in the same moment.
 */
export const cardsFor = async (work: Work, challengeId: string): Promise<Card[]> => {
  const businessId = isId(challengeId) ? await findOwner(work, challengeId) : null;
  if (businessId === null) {
    work.note({ section: 'card', action: 'list', customerId: null, isAllowed: false, why });
    throw notFound();
  }
  return showCards(work, { id: challengeId, businessId, needs: await findNeeds(work, challengeId) });
};
