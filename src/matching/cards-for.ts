import { sql } from 'kysely';
import { access } from '../kernel/access/access.ts';
import { isId } from '../kernel/ids.ts';
import { notFound } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { relationsOf, vouchersOf } from '../know-how/index.ts';
import { type LabelOf, labelsFor } from './labels.ts';
import { mustFrom, type Need, type PartState, type Relation, reachOf, scoreOf, worthOf } from './rules.ts';
import { fieldsOf, type Member, proposeTeams } from './teams/propose-teams.ts';

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

export type CardRow = Omit<Card, 'skills' | 'needs'> & {
  customerId: string;
  skillIds: number[];
  showsVouching: boolean;
  withOthers: boolean;
};
type Voucher = Awaited<ReturnType<typeof vouchersOf>>[number];

/** The cards of one challenge that are shown at a time. */
export const mostCards = 200;

export const findCards = async ({ tx, cityId }: Work, challengeId: string): Promise<CardRow[]> => {
  const { rows } = await sql<CardRow>`
    select a.id as answer_id, a.customer_id, a.thread_id, a.card->>'name' as name, a.card->>'intro' as intro, a.answered_at,
      coalesce((a.card->>'showsVouching')::boolean, false) as shows_vouching,
      coalesce((a.card->>'withOthers')::boolean, false) as with_others,
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
const authoriseCards = async (work: Work, challenge: { id: string; businessId: string }): Promise<CardRow[]> => {
  const relations = challenge.businessId === work.actor.businessId ? (['business'] as const) : [];
  access.authorise(work, { section: 'card', action: 'list', relations, customerId: null, why });
  const rows = await findCards(work, challenge.id);
  for (const { customerId } of rows)
    access.authorise(work, { section: 'card', action: 'read', relations, customerId, why });
  return rows;
};

/** Cards with how they meet the needs, ready for a page and for teams. How well somebody can something is not on a card. */
type Shared = { needs: readonly Need[]; relations: Relation[]; label: LabelOf; fields: ReadonlyMap<number, number> };

const scoreShared = (row: CardRow, { needs, relations }: Shared) =>
  scoreOf(
    needs,
    reachOf(
      row.skillIds.map((skillId) => ({ skillId, level: null, words: [] })),
      relations,
    ),
  );

const cardOf = (row: CardRow, shared: Shared, vouchers: readonly Voucher[]): Card => {
  const { answerId, threadId, name, intro, answeredAt, skillIds } = row;
  const { label } = shared;
  const own = vouchers.filter(({ customerId }) => row.showsVouching && customerId === row.customerId);
  const seenBy = (skillId: number) => own.filter((one) => one.skillId === skillId).map(({ who }) => who);
  return {
    ...{ answerId, threadId, name, intro, answeredAt },
    skills: skillIds.map((skillId) => ({ skillId, label: label(skillId), seenBy: seenBy(skillId) })),
    needs: scoreShared(row, shared).parts.map(({ skillId, state }) => ({ skillId, label: label(skillId), state })),
  };
};

const memberOf = (row: CardRow, shared: Shared): Member => {
  const placeOf = new Map(shared.needs.map(({ skillId }, at) => [skillId, at]));
  const worths = scoreShared(row, shared).parts.map(({ skillId, weight, level, through }) => ({
    place: placeOf.get(skillId) ?? 0,
    weight,
    worth: through ? worthOf(through, level) : 0,
  }));
  return {
    id: row.answerId,
    mask: worths.reduce((mask, { place, worth }) => (worth >= mustFrom ? mask | (1 << place) : mask), 0),
    points: worths.reduce((sum, { weight, worth }) => sum + weight * worth, 0),
    fields: [...new Set(row.skillIds.map((skillId) => shared.fields.get(skillId) ?? skillId))],
  };
};

/** What shared know-how says of needs: one query however many cards. */
export const readShared = async (work: Work, rows: readonly CardRow[], needs: readonly Need[]): Promise<Shared> => {
  const skillIds = [...new Set(rows.flatMap((row) => row.skillIds))];
  const relations = await relationsOf(work.tx, skillIds);
  const label = labelsFor(work, [...skillIds, ...needs.map(({ skillId }) => skillId)]);
  return { needs, relations, label, fields: fieldsOf(skillIds, relations) };
};

/** People who said yes and who would complete each other: who brings what, by name as on their cards. */
export type TeamsView = {
  size: number;
  teams: { members: { answerId: string; name: string; brings: string[] }[] }[];
  /** Needs nobody of them meets. */
  open: string[];
};

export const viewTeams = (rows: readonly CardRow[], shared: Shared, me?: string): TeamsView | null => {
  const members = new Map(rows.map((row) => [row.answerId, { ...memberOf(row, shared), name: row.name }]));
  const found = proposeTeams([...members.values()], { needCount: shared.needs.length, ...(me && { me }) });
  if (!found || found.teams.length === 0) return null;
  const labelAt = (place: number): string => shared.label(shared.needs[place]?.skillId ?? 0);
  const places = shared.needs.map((_, at) => at);
  return {
    size: found.size,
    open: found.open.map(labelAt),
    teams: found.teams.map(({ ids }) => ({
      members: ids.map((answerId) => {
        const { name = '', mask = 0 } = members.get(answerId) ?? {};
        return { answerId, name, brings: places.filter((at) => (mask >>> at) & 1).map(labelAt) };
      }),
    })),
  };
};

type WithNeeds = { id: string; businessId: string; needs: readonly Need[] };

/**
 * The cards of a challenge that has been read with its needs in this transaction, and the teams they would make; throws notFound for others than its
 * business's contacts.
 */
export const showCardsAndTeams = async (
  work: Work,
  challenge: WithNeeds,
): Promise<{ cards: Card[]; teams: TeamsView | null }> => {
  const rows = await authoriseCards(work, challenge);
  const shared = await readShared(work, rows, challenge.needs);
  const showing = rows.filter(({ showsVouching }) => showsVouching).map(({ customerId }) => customerId);
  const vouchers = await vouchersOf(work.tx, work.cityId, showing);
  return { cards: rows.map((row) => cardOf(row, shared, vouchers)), teams: viewTeams(rows, shared) };
};

const loadWithNeeds = async (work: Work, challengeId: string): Promise<WithNeeds> => {
  const businessId = isId(challengeId) ? await findOwner(work, challengeId) : null;
  if (businessId === null) {
    work.note({ section: 'card', action: 'list', customerId: null, isAllowed: false, why });
    throw notFound();
  }
  return { id: challengeId, businessId, needs: await findNeeds(work, challengeId) };
};

/**
 * The cards of everyone whose yes to a challenge stands, the latest first, at most 200. For the contacts of its business; throws notFound
 * for anybody else. A yes taken back is gone from here in the same moment.
 */
export const cardsFor = async (work: Work, challengeId: string): Promise<Card[]> =>
  (await showCardsAndTeams(work, await loadWithNeeds(work, challengeId))).cards;

/** Of those whose yes stands, the fewest who together meet the needs, by name as on their cards; null where no team is needed or there. */
export const teamsFor = async (work: Work, challengeId: string): Promise<TeamsView | null> =>
  (await showCardsAndTeams(work, await loadWithNeeds(work, challengeId))).teams;
