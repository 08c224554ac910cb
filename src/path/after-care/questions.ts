import { type Asked, access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import type { AfterCareAnswer, AfterCareRound } from './tables.ts';

export type Question = {
  id: string;
  customerId: string;
  which: AfterCareRound;
  /** Months of work after which it was asked. */
  months: number;
  askedAt: Date;
  /** YYYY-MM-DD. */
  answerUntil: string;
  /** Null while it waits. */
  answer: AfterCareAnswer | null;
  words: string;
  answeredAt: Date | null;
  /** Which adviser has read the answer, and when; empty while nobody has. */
  seenName: string;
  seenAt: Date | null;
  version: number;
};

const fields = [
  'id',
  'customerId',
  'which',
  'months',
  'askedAt',
  'answerUntil',
  'answer',
  'words',
  'answeredAt',
  'seenName',
  'seenAt',
  'version',
] as const;

/** A customer's questions of after-care, the latest first. The caller has authorised. */
export const questionsOf = ({ tx, cityId }: Work, customerId: string): Promise<Question[]> =>
  tx
    .selectFrom('afterCare')
    .select(fields)
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .orderBy('askedAt', 'desc')
    .limit(100)
    .execute();

/** Loads and authorises a question in one call, by the right to its customer's after-care. Throws notFound for one that is not the actor's. */
export const loadQuestion = async (
  work: Work,
  afterCareId: string,
  asked: Omit<Asked, 'section'>,
): Promise<{ question: Question; name: string }> => {
  const question = isId(afterCareId)
    ? await work.tx
        .selectFrom('afterCare')
        .select(fields)
        .where('cityId', '=', work.cityId)
        .where('id', '=', afterCareId)
        .executeTakeFirst()
    : undefined;
  if (!question) {
    work.note({ ...asked, section: 'afterCare', customerId: null, isAllowed: false });
    throw notFound();
  }
  const { name } = await access.customer(work, question.customerId, { ...asked, section: 'afterCare' });
  return { question, name };
};

/** Writes what changes of a question over the version that was read. Throws changedMeanwhile with the question as it is. */
export const changeQuestion = async (
  work: Work,
  { id, version }: { id: string; version: number },
  set: { answer?: AfterCareAnswer; words?: string; answeredAt?: Date; seenAt?: Date; seenName?: string },
): Promise<{ id: string; version: number }> => {
  const changed = await work.tx
    .updateTable('afterCare')
    .set({ ...set, version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!changed) throw new Problem('changedMeanwhile');
  return changed;
};
