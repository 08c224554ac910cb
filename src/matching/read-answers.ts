import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../kernel/access/access.ts';
import type { Language } from '../kernel/languages.ts';
import type { Work } from '../kernel/work.ts';
import { isOpenOn } from './challenge-columns.ts';
import type { Answer } from './tables.ts';

export const answersOnPage = 25;

export type AnswerLine = {
  challengeId: string;
  title: string;
  /** The language the title is written in. */
  language: Language;
  businessName: string;
  answer: Answer;
  word: string;
  answeredAt: Date;
  /** Whether the challenge can still be answered. */
  isOpen: boolean;
};

export type AnswerPage = { answers: AnswerLine[]; page: number; hasMore: boolean };

const findAnswers = async ({ tx, cityId, today }: Work, customerId: string, page: number): Promise<AnswerPage> => {
  const { rows } = await sql<AnswerLine>`
    select a.challenge_id, c.title, c.language, b.name as business_name, a.answer, a.word, a.answered_at,
      ${isOpenOn(today)} as is_open
    from answer a
    join challenge c on c.city_id = a.city_id and c.id = a.challenge_id
    join business b on b.city_id = c.city_id and b.id = c.business_id
    where a.city_id = ${cityId} and a.customer_id = ${customerId}
    order by a.answered_at desc, a.id
    limit ${answersOnPage + 1} offset ${(page - 1) * answersOnPage}`.execute(tx);
  return { answers: rows.slice(0, answersOnPage), page, hasMore: rows.length > answersOnPage };
};

export const myAnswersInput = z.object({ page: z.coerce.number().int().min(1).max(1000).default(1) });

/** What I have answered, the latest first, 25 a page. */
export const myAnswers = async (work: Work, { page }: z.output<typeof myAnswersInput>): Promise<AnswerPage> => {
  const me = await access.self(work, { section: 'answers', action: 'read', why: 'own answers' });
  return findAnswers(work, me.id, page);
};

/** What a customer of the adviser's caseload has answered, the latest 25. Throws notFound for anybody else's customer. */
export const answersOf = async (work: Work, customerId: string): Promise<AnswerLine[]> => {
  const customer = await access.customer(work, customerId, {
    section: 'answers',
    action: 'read',
    why: 'answers to challenges',
  });
  return (await findAnswers(work, customer.id, 1)).answers;
};
