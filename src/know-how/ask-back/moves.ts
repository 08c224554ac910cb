import type { Move } from '../../kernel/move.ts';
import type { Work } from '../../kernel/work.ts';
import { questionsFor } from './read-questions.ts';

/** The story told last, while nothing has been asked of it; an experience's text waits with the experience. */
const readUnasked = (work: Work, customerId: string) =>
  work.tx
    .selectFrom('story as s')
    .select(['s.id', 's.customerId', 's.text', 's.language', 's.changedAt'])
    .where('s.cityId', '=', work.cityId)
    .where('s.customerId', '=', customerId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('askedQuestion as a')
            .select('a.id')
            .whereRef('a.cityId', '=', 's.cityId')
            .whereRef('a.storyId', '=', 's.id'),
        ),
      ),
    )
    .orderBy('s.changedAt', 'desc')
    .orderBy('s.id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The questions that wait about what a customer told last; none when they have been answered or passed over. */
export const questionMoves = async (work: Work): Promise<Move[]> => {
  const { customerId } = work.actor;
  const story = customerId ? await readUnasked(work, customerId) : undefined;
  if (!story) return [];
  const count = (await questionsFor(work, story)).length;
  if (count === 0) return [];
  const path = `/know-how/stories/${story.id}/questions`;
  const since = story.changedAt;
  return [{ kind: 'answerQuestions', values: { count }, path, since, untilOn: null, who: { kind: 'tuttu' } }];
};
