import { sql } from 'kysely';
import { access } from '../kernel/access/access.ts';
import type { Actor, Guest } from '../kernel/actor.ts';
import type { Tx } from '../kernel/database.ts';
import type { Language } from '../kernel/languages.ts';
import type { Work, WorkAs } from '../kernel/work.ts';
import type { Level, SkillRelation } from './tables.ts';
import { labelIn } from './vocabulary/types.ts';

export type KeptKnowHow = {
  id: string;
  skillId: number;
  uri: string;
  label: string;
  /** The customer's words it was found in; none for what they added or whose story is gone. */
  words: string[];
  storyId: string | null;
  /** How well, in their own view; null when not told. */
  level: Level | null;
  levelWords: string;
  /** Shown to nobody else, and matched by nothing. */
  isHidden: boolean;
  version: number;
};

export type StoryLine = {
  id: string;
  /** The first 200 characters. */
  beginning: string;
  isWhole: boolean;
  language: Language;
  changedAt: Date;
  version: number;
  suggested: number;
  kept: number;
};

export const storiesPerPage = 25;

/** Where reading is done, and in which language names are told. */
export type Place = { tx: Tx; cityId: string; language: Language };
export const placeOf = ({ tx, cityId, actor }: Pick<WorkAs<Actor | Guest>, 'tx' | 'cityId' | 'actor'>): Place => ({
  tx,
  cityId,
  language: actor.language,
});

const knowHowIn = ({ tx, cityId }: Place, customerId: string, state: 'kept' | 'dropped') =>
  tx
    .selectFrom('knowHow as k')
    .innerJoin('skill as s', 's.id', 'k.skillId')
    .select(['k.id', 'k.skillId', 's.uri', 's.labels', 'k.words', 'k.storyId', 'k.version'])
    .select(['k.level', 'k.levelWords', sql<boolean>`k.hidden_at is not null`.as('isHidden')])
    .where('k.cityId', '=', cityId)
    .where('k.customerId', '=', customerId)
    .where('k.state', '=', state)
    .orderBy('k.decidedAt', 'desc')
    .orderBy('k.id')
    .execute();

type Row = Awaited<ReturnType<typeof knowHowIn>>[number];

const inLanguage =
  (language: Language) =>
  ({ labels, ...row }: Row): KeptKnowHow => ({ ...row, label: labelIn(labels, language) });

/** What a customer has kept, newest first, without asking who may see it: callers have authorised. */
export const keptKnowHow = async (place: Place, customerId: string): Promise<KeptKnowHow[]> =>
  (await knowHowIn(place, customerId, 'kept')).map(inLanguage(place.language));

/** My know-how, newest first: what I keep and what I have dropped. */
export const readMyKnowHow = async (work: Work): Promise<{ kept: KeptKnowHow[]; dropped: KeptKnowHow[] }> => {
  const me = await access.self(work, { section: 'knowHow', action: 'read', why: 'own know-how' });
  const place = placeOf(work);
  const kept = await keptKnowHow(place, me.id);
  const dropped = (await knowHowIn(place, me.id, 'dropped')).map(inLanguage(place.language));
  return { kept, dropped };
};

const countOf = (state: 'suggested' | 'kept') =>
  sql<number>`count(*) filter (where k.state = ${sql.lit(state)})`.as(state);

/** My stories that are no experience's, the latest changed first, 25 a page (counted from 1), and how many pages there are. */
export const readMyStories = async (
  work: Work,
  { page }: { page: number },
): Promise<{ stories: StoryLine[]; pages: number; count: number }> => {
  const me = await access.self(work, { section: 'story', action: 'read', why: 'own stories' });
  const mine = work.tx
    .selectFrom('story as t')
    .where('t.cityId', '=', work.cityId)
    .where('t.customerId', '=', me.id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('experience as e')
            .select('e.id')
            .whereRef('e.cityId', '=', 't.cityId')
            .whereRef('e.storyId', '=', 't.id'),
        ),
      ),
    );
  const { count } = await mine.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow();
  const pages = Math.max(1, Math.ceil(count / storiesPerPage));
  const stories = await mine
    .leftJoin('knowHow as k', (join) =>
      join
        .onRef('k.cityId', '=', 't.cityId')
        .onRef('k.customerId', '=', 't.customerId')
        .onRef('k.storyId', '=', 't.id'),
    )
    .select(['t.id', 't.language', 't.changedAt', 't.version', countOf('suggested'), countOf('kept')])
    .select([sql<string>`left(t.text, 200)`.as('beginning'), sql<boolean>`length(t.text) <= 200`.as('isWhole')])
    .groupBy(['t.cityId', 't.id'])
    .orderBy('t.changedAt', 'desc')
    .orderBy('t.id', 'desc')
    .limit(storiesPerPage)
    .offset((Math.min(page, pages) - 1) * storiesPerPage)
    .execute();
  return { stories, pages, count };
};

export type KeptSkill = {
  knowHowId: string;
  skillId: number;
  uri: string;
  words: string[];
  /** How well, in their own view; null when not told. */
  level: Level | null;
  storyId: string | null;
};

/**
 * What a customer keeps and does not hide, for other domains' use cases: they authorise and ask for consent themselves. `words`: the customer's
 * own words each was found in.
 */
export const keptSkills = (tx: Tx, cityId: string, customerId: string): Promise<KeptSkill[]> =>
  tx
    .selectFrom('knowHow as k')
    .innerJoin('skill as s', 's.id', 'k.skillId')
    .select(['k.id as knowHowId', 'k.skillId', 's.uri', 'k.words', 'k.level', 'k.storyId'])
    .where('k.cityId', '=', cityId)
    .where('k.customerId', '=', customerId)
    .where('k.state', '=', 'kept')
    .where('k.hiddenAt', 'is', null)
    .orderBy('k.skillId')
    .execute();

export type Related = { skillId: number; otherId: number; relation: SkillRelation };

/** How some skills lie to others in the vocabulary; `broader` means that the other one is the broader. */
export const relationsOf = async (tx: Tx, skillIds: readonly number[]): Promise<Related[]> =>
  skillIds.length === 0
    ? []
    : tx
        .selectFrom('skillRelation')
        .select(['skillId', 'otherId', 'relation'])
        .where('skillId', 'in', [...skillIds])
        .orderBy('skillId')
        .orderBy('otherId')
        .execute();
