import { z } from 'zod';
import { access } from '../kernel/access/access.ts';
import type { Work } from '../kernel/work.ts';
import { type CardRow, findCards } from './card-rows.ts';
import { type TeamsView, viewTeams } from './card-teams.ts';
import { readShared } from './card-view.ts';
import { countPeople } from './count-people.ts';
import { labelsFor } from './labels.ts';
import { loadMatch } from './load-match.ts';
import { noiseOf } from './noise.ts';
import type { ShownChallenge } from './read-challenges.ts';
import { mustFrom, scoreOf, worthOf } from './rules.ts';

export const togetherInput = z.object({ challengeId: z.string() });

export type Together = {
  /** Needs I bring, by name. */
  mine: string[];
  /** Needs I do not bring; `isNear`: at least five people near could. */
  others: { label: string; isNear: boolean }[];
  /** How many besides me it takes to meet the others; null where so few could that it might point at somebody. */
  besides: number | null;
  /** Others who said yes see my name with what I bring, as I see theirs. */
  isShown: boolean;
  /** With those who said yes and let the others see it: teams I am in. */
  teams: TeamsView | null;
};

const why = 'who would complete each other';

/** Those who let the others who said yes see them. Each one shown but me gets a row in the use log. */
const readOpenCards = async (work: Work, challengeId: string, me: string): Promise<CardRow[]> => {
  const rows = (await findCards(work, challengeId)).filter(({ withOthers }) => withOthers);
  return rows.some(({ customerId }) => customerId === me) ? rows : [];
};

const noteShown = (work: Work, rows: readonly CardRow[], { teams }: TeamsView, me: string): void => {
  const shown = new Set(teams.flatMap(({ members }) => members.map(({ answerId }) => answerId)));
  for (const { answerId, customerId } of rows)
    if (shown.has(answerId) && customerId !== me)
      access.authorise(work, { section: 'card', action: 'read', relations: ['team'], customerId, why });
};

const findTeams = async (work: Work, challenge: ShownChallenge, me: string): Promise<TeamsView | null> => {
  const rows = await readOpenCards(work, challenge.id, me);
  const mine = rows.find(({ customerId }) => customerId === me);
  const teams = mine ? viewTeams(rows, await readShared(work, rows, challenge.needs), mine.answerId) : null;
  if (teams) noteShown(work, rows, teams, me);
  return teams;
};

/**
 * After my yes: what I bring, what others near could, and with whom of those who said yes I would make a team. Others are counted, never named, until they
 * have said yes and let it be seen. Null before a yes, without the consent, or when the challenge is over.
 */
export const showTogether = async (
  work: Work,
  { challengeId }: z.infer<typeof togetherInput>,
): Promise<Together | null> => {
  const asked = { section: 'matches', action: 'read', why } as const;
  const { known, challenge } = await loadMatch(work, challengeId, asked);
  const { answer, isOpen, needs, businessId, hours, languages } = challenge;
  if (answer?.answer !== 'yes' || !isOpen || !known.isConsented) return null;
  const { parts } = scoreOf(needs, known.reach);
  const brings = new Set(
    parts.filter(({ through, level }) => through && worthOf(through, level) >= mustFrom).map(({ skillId }) => skillId),
  );
  const rest = needs.filter(({ skillId }) => !brings.has(skillId));
  const { tx, cityId, today } = work;
  const index = await work.services.matchingIndex.of(work);
  const near = { cityId, businessId, needs: rest, hours, languages, today };
  const counted = await countPeople(tx, near, {
    people: index?.people ?? null,
    noise: noiseOf(work.services.secrets, work),
  });
  const label = labelsFor(
    work,
    needs.map(({ skillId }) => skillId),
  );
  return {
    mine: needs.filter(({ skillId }) => brings.has(skillId)).map(({ skillId }) => label(skillId)),
    others: counted.needs.map(({ skillId, band }) => ({ label: label(skillId), isNear: band !== 'fewerThan5' })),
    besides: counted.teams?.size ?? null,
    isShown: answer.card?.withOthers ?? false,
    teams: await findTeams(work, challenge, known.me.id),
  };
};
