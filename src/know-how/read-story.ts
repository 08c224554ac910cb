import { sql } from 'kysely';
import { hasConsent } from '../kernel/consent.ts';
import type { Language } from '../kernel/languages.ts';
import type { Work } from '../kernel/work.ts';
import { loadStory } from './load-story.ts';
import { partOfOutside, partsWithoutOutside, scoreWithOutside } from './outside-model/rules.ts';
import type { AskingState } from './outside-model/tables.ts';
import { languageOf } from './recogniser/language-of.ts';
import type { Span } from './recogniser/types.ts';
import { cutIntoSegments, type Segment } from './segments.ts';
import type { KnowHowState } from './tables.ts';
import { tellApart } from './tell-apart.ts';
import { labelIn } from './vocabulary/types.ts';

export type FoundInStory = {
  id: string;
  skillId: number;
  uri: string;
  label: string;
  /** What tells it from another of nearly the same name that was found too; null where none was. */
  apart: string | null;
  state: KnowHowState;
  /** 0..1; none for a skill the customer chose themselves. */
  score: number | null;
  /** What the outside model gives to the score (0..0.3); none where it was not asked or did not answer. */
  outsideModel: number | null;
  /** What each part of the recogniser, and an outside model, give to the score; they add up to it. Empty where nothing was suggested. */
  parts: Record<string, number>;
  /** The row of the log this was suggested by; none once that is forgotten, or where nothing was suggested. */
  suggestionId: string | null;
  because: Span[];
  words: string[];
  version: number;
};

export type StoryWithFound = {
  id: string;
  text: string;
  /** The language it was read in. */
  language: Language;
  /** The language it is in by its common words; 'other' for none of ours, null where that is not clear. */
  writtenIn: Language | 'other' | null;
  version: number;
  /** The experience whose "what I did" it is; none for a story of its own. */
  experienceId: string | null;
  createdAt: Date;
  changedAt: Date;
  /** The outside model that was asked about it, and whether it answered; none where none was. */
  outsideModel: { name: string; state: AskingState } | null;
  /** What was found in it, the surest first: suggested, kept and dropped. */
  found: FoundInStory[];
  /** The text cut where words of suggested and kept know-how begin and end. */
  segments: Segment[];
};

type Logged = { suggestionId: string; parts: Record<string, number> };

/** SQL over know_how as `k`: by what it was suggested last. */
const lastLogged = sql<Logged | null>`(
  select jsonb_build_object('suggestionId', l.id, 'parts', l.parts) from suggestion_log l
  where l.city_id = k.city_id and l.customer_id = k.customer_id and l.skill_id = k.skill_id and l.kind = 'skill'
  order by l.made_at desc, l.id desc limit 1)`;

const ownScore = sql<number | null>`k.score::float8`;
const noPart = sql<number | null>`null::float8`;

/** `agrees`: to the outside model; what it said is out of sight at once for who does not (any more). */
const readFound = (
  work: Work,
  { customerId, storyId, agrees }: { customerId: string; storyId: string; agrees: boolean },
) => {
  const score = agrees ? scoreWithOutside : ownScore;
  return work.tx
    .selectFrom('knowHow as k')
    .innerJoin('skill as s', 's.id', 'k.skillId')
    .select(['k.id', 'k.skillId', 's.uri', 's.labels', 'k.state', 'k.because', 'k.words', 'k.version'])
    .select([score.as('score'), (agrees ? partOfOutside : noPart).as('outsideModel'), lastLogged.as('logged')])
    .where('k.cityId', '=', work.cityId)
    .where('k.customerId', '=', customerId)
    .where('k.storyId', '=', storyId)
    .orderBy(score, (order) => order.desc().nullsFirst())
    .orderBy('k.skillId')
    .execute();
};

const readAsked = (work: Work, storyId: string) =>
  work.tx
    .selectFrom('outsideAsking')
    .select(['model as name', 'state'])
    .where('cityId', '=', work.cityId)
    .where('storyId', '=', storyId)
    .executeTakeFirst();

/** One story of mine with all that was found in it. */
export const readStory = async (work: Work, storyId: string): Promise<StoryWithFound> => {
  const { customerId, ...story } = await loadStory(work, storyId, { action: 'read', why: 'own story' });
  const agrees = await hasConsent(work, customerId, 'outsideModel');
  const rows = await readFound(work, { customerId, storyId, agrees });
  const { language } = work.actor;
  const named = rows.map(({ labels, logged, ...row }) => ({
    ...row,
    label: labelIn(labels, language),
    parts: agrees ? (logged?.parts ?? {}) : partsWithoutOutside(logged?.parts ?? {}),
    suggestionId: logged?.suggestionId ?? null,
  }));
  const found = tellApart(named, (uri) => work.services.vocabulary.about(uri, language));
  return {
    ...story,
    writtenIn: languageOf(story.text) ?? null,
    outsideModel: (agrees && (await readAsked(work, storyId))) || null,
    found,
    segments: cutIntoSegments(
      story.text,
      found.filter(({ state }) => state !== 'dropped'),
    ),
  };
};

/** What waits for my decision from one story, the surest first. */
export const readSuggestions = async (work: Work, storyId: string): Promise<FoundInStory[]> =>
  (await readStory(work, storyId)).found.filter(({ state }) => state === 'suggested');

/** A story's text alone, for changing it. */
export const readStoryText = async (work: Work, storyId: string) => {
  const { id, text, language, version } = await loadStory(work, storyId, { action: 'read', why: 'own story' });
  return { id, text, language, version };
};
