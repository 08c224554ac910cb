import { type Asked, access } from '../kernel/access/access.ts';
import { isId } from '../kernel/ids.ts';
import type { Language } from '../kernel/languages.ts';
import { notFound } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';

export type StoryRecord = {
  id: string;
  customerId: string;
  text: string;
  language: Language;
  version: number;
  /** The experience whose "what I did" it is; none for a story of its own. */
  experienceId: string | null;
  createdAt: Date;
  changedAt: Date;
};

/** Loads and authorises a story in one call. Throws "not found" for one that is not there or not the actor's. */
export const loadStory = async (work: Work, storyId: string, asked: Omit<Asked, 'section'>): Promise<StoryRecord> => {
  const story = isId(storyId)
    ? await work.tx
        .selectFrom('story as s')
        .leftJoin('experience as e', (join) => join.onRef('e.cityId', '=', 's.cityId').onRef('e.storyId', '=', 's.id'))
        .select(['s.id', 's.customerId', 's.text', 's.language', 's.version', 's.createdAt', 's.changedAt'])
        .select('e.id as experienceId')
        .where('s.cityId', '=', work.cityId)
        .where('s.id', '=', storyId)
        .executeTakeFirst()
    : undefined;
  if (!story) {
    work.note({ ...asked, section: 'story', customerId: null, isAllowed: false });
    throw notFound();
  }
  const isOwn = story.customerId === work.actor.customerId;
  access.authorise(work, { ...asked, section: 'story', relations: isOwn ? ['own'] : [], customerId: story.customerId });
  return story;
};
