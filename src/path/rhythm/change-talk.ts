import { z } from 'zod';
import { type Asked, access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { countNextTalks } from './count-next.ts';
import { refusalOf, type TalkHeld, tidyTalk } from './keep-talk.ts';
import { problemOf, talkInput } from './record-talk.ts';

const whyInput = words(500, { required: 'path.rhythm.whyChanged' });

export const talkChangeInput = talkInput.extend({
  /** Why it is mended; the customer sees it. */
  why: whyInput,
});
export const mendTalkInput = talkChangeInput.extend({ talkId: z.string(), version: z.number().int() });

export const talkBackInput = z.object({
  /** Why it is taken back; the customer sees it. */
  why: whyInput,
});
export const takeBackTalkInput = talkBackInput.extend({ talkId: z.string(), version: z.number().int() });

export type WrittenTalk = TalkHeld & {
  id: string;
  customerId: string;
  customerName: string;
  isTakenBack: boolean;
  version: number;
};

/** Loads and authorises a talk in one call, by the right to its customer's rhythm. Throws notFound for one that is not the actor's. */
const loadTalk = async (work: Work, talkId: string, asked: Omit<Asked, 'section'>): Promise<WrittenTalk> => {
  const talk = isId(talkId)
    ? await work.tx
        .selectFrom('talk')
        .select(['id', 'customerId', 'kind', 'heldOn', 'how', 'howWhy', 'takenBackAt', 'version'])
        .where('cityId', '=', work.cityId)
        .where('id', '=', talkId)
        .executeTakeFirst()
    : undefined;
  if (!talk) {
    work.note({ ...asked, section: 'rhythm', customerId: null, isAllowed: false });
    throw notFound();
  }
  const { name } = await access.customer(work, talk.customerId, { ...asked, section: 'rhythm' });
  const { takenBackAt, ...written } = talk;
  return { ...written, customerName: name, isTakenBack: takenBackAt !== null };
};

/** A talk as it is written, to be mended. */
export const readTalk = (work: Work, { talkId }: { talkId: string }): Promise<WrittenTalk> =>
  loadTalk(work, talkId, { action: 'read', why: 'rhythm of talks' });

/** Loads what is changed, in the version that was read. Throws notNow for what was taken back. */
const loadToChange = async (
  work: Work,
  { talkId, version }: { talkId: string; version: number },
  why: string,
): Promise<WrittenTalk> => {
  const talk = await loadTalk(work, talkId, { action: 'write', why });
  if (talk.version !== version) throw new Problem('changedMeanwhile', { current: talk });
  if (talk.isTakenBack) throw new Problem('notNow');
  return talk;
};

/** Writes the change over the version that was read, and keeps what it was with why. */
const change = async (
  work: Work,
  talk: WrittenTalk,
  { set, why }: { set: Partial<TalkHeld> & { takenBackAt?: Date }; why: string },
): Promise<{ id: string; version: number }> => {
  const { tx, cityId, actor, now } = work;
  const { id, version, kind, heldOn, how, howWhy } = talk;
  const changed = await tx
    .updateTable('talk')
    .set({ ...set, version: version + 1 })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!changed) throw new Problem('changedMeanwhile', { current: talk });
  await tx
    .insertInto('talkChange')
    .values({
      ...{ cityId, talkId: id, version, kind, heldOn, how, howWhy },
      ...{ why, personId: actor.personId, personName: actor.name, at: now },
    })
    .execute();
  await countNextTalks(tx, work, [talk.customerId]);
  return changed;
};

/** Mends a talk that was written down wrongly, with a word why. Throws as recordTalk does, and notNow for one taken back. */
export const mendTalk = async (
  work: Work,
  { talkId, version, why, ...told }: z.output<typeof mendTalkInput>,
): Promise<{ id: string; version: number }> => {
  const talk = await loadToChange(work, { talkId, version }, 'mended a talk');
  const refusal = await refusalOf(work, told, { customerId: talk.customerId, talkId });
  if (refusal) throw problemOf(refusal);
  return change(work, talk, { set: tidyTalk(told), why });
};

/** Takes back a talk that was not held, with a word why: it counts no more, and what it said stays to be read. */
export const takeBackTalk = async (
  work: Work,
  { talkId, version, why }: z.output<typeof takeBackTalkInput>,
): Promise<{ id: string; version: number }> => {
  const talk = await loadToChange(work, { talkId, version }, 'took back a talk');
  return change(work, talk, { set: { takenBackAt: work.now }, why });
};
