import { sql } from 'kysely';
import { type Asked, access } from '../kernel/access/access.ts';
import { isId } from '../kernel/ids.ts';
import type { InLanguages } from '../kernel/languages.ts';
import { notFound } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import type { Span } from './recogniser/types.ts';
import type { KnowHowState, Level } from './tables.ts';

export type KnowHowRecord = {
  id: string;
  customerId: string;
  skillId: number;
  uri: string;
  labels: InLanguages;
  state: KnowHowState;
  origin: 'story' | 'added';
  storyId: string | null;
  because: Span[];
  words: string[];
  level: Level | null;
  levelWords: string;
  isHidden: boolean;
  version: number;
};

const readKnowHow = (work: Work, knowHowId: string): Promise<KnowHowRecord | undefined> =>
  work.tx
    .selectFrom('knowHow as k')
    .innerJoin('skill as s', 's.id', 'k.skillId')
    .select([
      'k.id',
      'k.customerId',
      'k.skillId',
      's.uri',
      's.labels',
      'k.state',
      'k.origin',
      'k.storyId',
      'k.because',
      'k.words',
      'k.level',
      'k.levelWords',
      sql<boolean>`k.hidden_at is not null`.as('isHidden'),
      'k.version',
    ])
    .where('k.cityId', '=', work.cityId)
    .where('k.id', '=', knowHowId)
    .executeTakeFirst();

/** Loads and authorises one piece of know-how in one call, for its own customer. Throws "not found" otherwise. */
export const loadKnowHow = async (
  work: Work,
  knowHowId: string,
  asked: Omit<Asked, 'section'>,
): Promise<KnowHowRecord> => {
  const found = isId(knowHowId) ? await readKnowHow(work, knowHowId) : undefined;
  if (!found) {
    work.note({ ...asked, section: 'knowHow', customerId: null, isAllowed: false });
    throw notFound();
  }
  const isOwn = found.customerId === work.actor.customerId;
  access.authorise(work, {
    ...asked,
    section: 'knowHow',
    relations: isOwn ? ['own'] : [],
    customerId: found.customerId,
  });
  return found;
};
