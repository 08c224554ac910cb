import { access } from '../kernel/access/access.ts';
import { isId } from '../kernel/ids.ts';
import { notFound } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { logMatchesOnce, whereOf } from '../know-how/index.ts';
import { loggedScore } from './answerable/logged-score.ts';
import { type CardRow, findCards } from './card-rows.ts';
import { type TeamsView, viewTeams } from './card-teams.ts';
import { type Card, readShared, type Shared, scoreShared, viewCards } from './card-view.ts';
import type { Need } from './rules.ts';

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

/** What a business sees of those who said yes is a match by the skills they shared: in the log of each, once a day. */
const logCards = (work: Work, challengeId: string, rows: readonly CardRow[], shared: Shared): Promise<void> => {
  const matched = rows.filter(({ isMatched }) => isMatched);
  const matches = matched.map((row) => ({
    ...{ customerId: row.customerId, challengeId, skillIds: row.skillIds, ...loggedScore(scoreShared(row, shared)) },
    ...{ decision: 'yes' as const, decidedAt: row.answeredAt },
  }));
  return logMatchesOnce(whereOf(work), { today: work.today, matches, seenBy: [work.actor.role] });
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
  await logCards(work, challenge.id, rows, shared);
  return { cards: await viewCards(work, rows, shared), teams: viewTeams(rows, shared) };
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
