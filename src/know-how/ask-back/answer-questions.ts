import { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { loadStory, type StoryRecord } from '../load-story.ts';
import { tieSkills } from '../profile/experience-skills.ts';
import { keepVersions } from '../profile/versions.ts';
import { type RecognisedSkill, recogniseSkills } from '../recognise-skills.ts';
import type { Span } from '../recogniser/types.ts';
import { longestStory, mostSuggested, wordsAt } from '../rules.ts';
import { writeSuggestions } from '../suggest.ts';
import { writeStory } from '../tell-story.ts';
import { remember } from './asked.ts';
import { activityOfKey, isThinKind, longestAnswer, mostQuestions } from './rules.ts';
import { saysSomething } from './telling.ts';

export const questionKey = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,119}$/, 'form.check');

/** An empty answer passes the question over. */
export const answersInput = z.object({
  answers: z
    .array(z.object({ key: questionKey, answer: words(longestAnswer, { least: 0 }) }))
    .min(1)
    .max(mostQuestions),
});
export type Answers = z.infer<typeof answersInput>['answers'];

/** What is told of an activity's skill is the words the activity was found in and what was answered; it is worth as much as a fair find. */
const activityScore = 0.4;
/** So many of an activity's skills are suggested by an answer; more would be guesses to weed out. */
const mostOfActivity = 3;

type Part = { key: string; answer: string; start: number };

/** Where each answer stands in the text it is added to, each a paragraph of its own. */
const lengthen = (text: string, answers: Answers): { text: string; parts: Part[] } => {
  const parts: Part[] = [];
  let longer = text;
  for (const { key, answer } of answers) {
    if (longer !== '') longer += '\n\n';
    parts.push({ key, answer, start: longer.length });
    longer += answer;
  }
  return { text: longer, parts };
};

const moved = (found: readonly RecognisedSkill[], by: number): RecognisedSkill[] =>
  found.map((one) => ({
    ...one,
    because: one.because.map(({ start, end }) => ({ start: start + by, end: end + by })),
  }));

/** What an answer itself speaks of. */
const foundInAnswer = async (
  { cityId: city, services: { vocabulary } }: Work,
  { answer, start }: Part,
  language: StoryRecord['language'],
): Promise<RecognisedSkill[]> =>
  moved(await recogniseSkills(vocabulary, { text: answer, language, limit: mostSuggested, city }), start);

/** The skills of the activity that was asked about, when the answer says that something was done: by the words it was found in, and the answer. */
const foundByActivity = (work: Work, story: StoryRecord, { key, answer, start }: Part): RecognisedSkill[] => {
  const { lexicon, vocabulary } = work.services;
  const { text, language } = story;
  const asked = activityOfKey(key);
  if (asked === null || !saysSomething(answer, language)) return [];
  const found = lexicon
    .activitiesIn({ text, language, cityId: work.cityId })
    .find(({ activity }) => activity.id === asked);
  if (!found) return [];
  const because: Span[] = [...found.because, { start, end: start + answer.length }];
  return found.activity.skills
    .flatMap((uri) => {
      const skillId = vocabulary.idOf(uri);
      return skillId === undefined
        ? []
        : [{ skillId, uri, label: '', score: activityScore, because, parts: { lexicon: activityScore } }];
    })
    .slice(0, mostOfActivity);
};

/** One find of each skill: what the answers say themselves comes before what an activity stands for. */
const onceEach = (found: readonly RecognisedSkill[]): RecognisedSkill[] => [
  ...new Map([...found].reverse().map((one) => [one.skillId, one])).values(),
];

/** Of what was found, what the customer has not met yet: what waits already keeps the words it was found in. */
const unmet = async (work: Work, customerId: string, found: readonly RecognisedSkill[]): Promise<RecognisedSkill[]> => {
  if (found.length === 0) return [];
  const met = await work.tx
    .selectFrom('knowHow')
    .select('skillId')
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .where(
      'skillId',
      'in',
      found.map(({ skillId }) => skillId),
    )
    .execute();
  const ids = new Set(met.map(({ skillId }) => skillId));
  return found.filter(({ skillId }) => !ids.has(skillId));
};

/** Writes the longer text, as a change of the experience's where it is an experience's. */
const writeText = async (work: Work, { id, version, experienceId }: StoryRecord, text: string): Promise<void> => {
  const changed = await work.tx
    .updateTable('story')
    .set({ text, changedAt: work.now, version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw new Problem('changedMeanwhile', { current: { version: version + 1 } });
  if (!experienceId) return;
  await work.tx
    .updateTable('experience')
    .set(({ eb }) => ({ changedAt: work.now, version: eb('version', '+', 1) }))
    .where('cityId', '=', work.cityId)
    .where('id', '=', experienceId)
    .execute();
  await keepVersions(work, 'experience', [experienceId]);
};

/** Ties what the answers told to the experience whose text they are in; what was tied before keeps its words. */
const tieToExperience = async (
  work: Work,
  { experienceId }: StoryRecord,
  text: string,
  found: readonly RecognisedSkill[],
): Promise<void> => {
  if (experienceId === null) return;
  const tied = await work.tx
    .selectFrom('experienceSkill')
    .select('skillId')
    .where('cityId', '=', work.cityId)
    .where('experienceId', '=', experienceId)
    .execute();
  const known = new Set(tied.map(({ skillId }) => skillId));
  const fresh = found.filter(({ skillId }) => !known.has(skillId));
  const skills = fresh.map(({ skillId, because }) => ({ skillId, words: wordsAt(text, because) }));
  await tieSkills(work, experienceId, skills);
};

/** What we may have asked: a kind of thin part, or an activity this city uses. */
const isAskable = ({ services: { lexicon }, cityId }: Work, key: string): boolean => {
  const activityId = activityOfKey(key);
  return activityId === null ? isThinKind(key) : lexicon.activity(activityId, cityId) !== undefined;
};

type Answered = { id: string; version: number; suggestions: number };

/**
 * Puts answers at the end of the story they were asked about, each a paragraph, and suggests what is found in them, and of the activities they
 * confirm; what was suggested, kept or dropped before stays as it is. Answers there is no room for begin a story of their own. An empty answer
 * passes its question over. Throws changedMeanwhile when the story's version is another. Answers without the words.
 */
export const answerQuestions = async (
  work: Work,
  { storyId, version, answers }: { storyId: string; version: number; answers: Answers },
): Promise<Answered> => {
  const story = await loadStory(work, storyId, { action: 'write', why: 'answered questions' });
  const { customerId, language } = story;
  if (story.version !== version) throw new Problem('changedMeanwhile', { current: { version: story.version } });
  const given = answers.filter(({ answer }) => answer !== '');
  const known = answers.filter(({ key }) => isAskable(work, key));
  const outcomes = known.map(({ key, answer }) => ({
    key,
    outcome: answer === '' ? ('passed' as const) : ('answered' as const),
  }));
  await remember(work, { customerId, storyId, outcomes });
  if (given.length === 0) return { id: storyId, version, suggestions: 0 };
  const { text, parts } = lengthen(story.text, given);
  if (text.length > longestStory) {
    const told = await writeStory(work, { customerId, language, text: lengthen('', given).text });
    work.emit('knowHowChanged', { customerId });
    return { id: told.storyId, version: 1, suggestions: told.suggestions };
  }
  await writeText(work, story, text);
  const inAnswers = await Promise.all(parts.map((part) => foundInAnswer(work, part, language)));
  const found = onceEach([...inAnswers.flat(), ...parts.flatMap((part) => foundByActivity(work, story, part))]);
  await tieToExperience(work, story, text, found);
  const suggestions = await writeSuggestions(work, {
    customerId,
    storyId,
    text,
    found: await unmet(work, customerId, found),
  });
  work.emit('knowHowChanged', { customerId });
  return { id: storyId, version: version + 1, suggestions };
};
