import type { Language } from '../../kernel/languages.ts';
import type { Work } from '../../kernel/work.ts';
import { loadStory, type StoryRecord } from '../load-story.ts';
import type { Span } from '../recogniser/types.ts';
import { wordsAt } from '../rules.ts';
import { passedOf, standingOf } from './asked.ts';
import { chooseQuestions } from './choose-questions.ts';
import { activityOfKey } from './rules.ts';
import { tellingOf } from './telling.ts';

/** A question as it is shown: `ask` for an activity's own, in the reader's language; null for those the message files say (`ask.<key>`). */
export type AskedBack = { key: string; ask: string | null; words: string[] };

export type StoryQuestions = {
  storyId: string;
  /** The language of the text, in which an answer is best told. */
  language: Language;
  version: number;
  /** The most telling first; none when nothing more is worth asking. */
  questions: AskedBack[];
};

/** The activities a story speaks of, with those of their skills that the vocabulary in use has. */
const activitiesOf = (
  { services: { lexicon, vocabulary }, cityId }: Work,
  { text, language }: Pick<StoryRecord, 'text' | 'language'>,
) =>
  lexicon.activitiesIn({ text, language, cityId }).map(({ activity, because, clause }) => ({
    id: activity.id,
    skills: activity.skills.filter((uri) => vocabulary.idOf(uri) !== undefined),
    because,
    clause,
  }));

/** Words beside each other are said as they stand, without a break between: “naapuri soitti”, not “naapuri … soitti”. */
const wordsTogether = (text: string, spans: readonly Span[]): string[] => {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && text.slice(last.end, span.start).trim() === '')
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return wordsAt(text, joined);
};

/** What is worth asking about a story now, for callers who have authorised. */
export const questionsFor = async (
  work: Work,
  { id, customerId, text, language }: Pick<StoryRecord, 'id' | 'customerId' | 'text' | 'language'>,
): Promise<AskedBack[]> => {
  const { keys: passed, isFirst } = await passedOf(work, customerId, id);
  const standing = await standingOf(work, customerId);
  const told = { clauses: tellingOf(text, language), activities: activitiesOf(work, { text, language }) };
  return chooseQuestions(told, { standing, passed, isFirst }).map(({ key, about }) => {
    const activityId = activityOfKey(key);
    const activity = activityId === null ? undefined : work.services.lexicon.activity(activityId, work.cityId);
    return { key, ask: activity?.ask[work.actor.language] ?? null, words: wordsTogether(text, about) };
  });
};

/** Two to five short questions about a story of mine; fewer, or none, once they have been answered or passed over. */
export const readQuestions = async (work: Work, storyId: string): Promise<StoryQuestions> => {
  const story = await loadStory(work, storyId, { action: 'read', why: 'own story' });
  const questions = await questionsFor(work, story);
  return { storyId, language: story.language, version: story.version, questions };
};
