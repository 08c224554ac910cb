import { sql } from 'kysely';
import { consents } from '../kernel/consent.ts';
import { isProtected, nameless } from '../kernel/protection.ts';
import type { Work } from '../kernel/work.ts';
import { type CardThings, placeOf, thingsOnCards } from '../know-how/index.ts';
import type { CardChoice } from './tables.ts';

/** A card that was given, with what of it may be seen now. */
export type CardRow = CardThings & {
  answerId: string;
  customerId: string;
  /** Where to write to each other; a page of the dialogue. */
  threadId: string;
  name: string;
  intro: string;
  answeredAt: Date;
  showsVouching: boolean;
  withOthers: boolean;
  /** Agrees to matching now, and does not object. Without, the card stands, and nothing is worked out from it: no needs met, no teams. */
  isMatched: boolean;
};

/** The cards of one challenge that are shown at a time. */
export const mostCards = 200;

type Given = Pick<CardRow, 'answerId' | 'customerId' | 'threadId' | 'answeredAt' | 'isMatched'> & { card: CardChoice };

/** Cards as they may be seen now: what their customers hide, drop or remove is no longer on them. For callers who have authorised. */
export const rowsOf = async (work: Work, given: readonly Given[]): Promise<CardRow[]> => {
  const things = await thingsOnCards(
    placeOf(work),
    given.map(({ customerId, answeredAt, card }) => ({
      ...{ customerId, givenAt: answeredAt, skillIds: card.skillIds },
      ...{
        experienceIds: card.experienceIds ?? [],
        languageIds: card.languageIds ?? [],
        licenceIds: card.licenceIds ?? [],
      },
    })),
  );
  const none: CardThings = { skillIds: [], experiences: [], languages: [], licences: [] };
  return given.map(({ card: { name, intro, showsVouching = false, withOthers = false }, ...one }) => ({
    ...one,
    ...{ name, intro, showsVouching, withOthers },
    ...(things.get(one.customerId) ?? none),
  }));
};

/** The cards of those whose yes to a challenge stands, the latest first. For callers who have authorised. */
export const findCards = async (work: Work, challengeId: string): Promise<CardRow[]> => {
  const { rows } = await sql<Given>`
    select a.id as answer_id, a.customer_id, a.thread_id, a.answered_at,
      case when ${isProtected(work, sql.ref('a.customer_id'))} then a.card || jsonb_build_object('name', ${nameless}::text) else a.card end as card,
      ${consents(work.cityId, sql.ref('a.customer_id'), 'matching', work.today)} as is_matched
    from answer a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    where a.city_id = ${work.cityId} and a.challenge_id = ${challengeId} and a.answer = 'yes' and a.card is not null
    order by a.answered_at desc, a.id
    limit ${mostCards}`.execute(work.tx);
  return rowsOf(work, rows);
};
