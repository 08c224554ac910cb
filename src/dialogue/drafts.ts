import { z } from 'zod';
import type { Tx } from '../kernel/database.ts';
import { deleteFiles, forgetLooseFiles } from '../kernel/files/delete-files.ts';
import { keepFile } from '../kernel/files/keep-file.ts';
import { type FileFacts, readFiles } from '../kernel/files/read-files.ts';
import { badField, notFound } from '../kernel/problem.ts';
import { readTerm } from '../kernel/terms.ts';
import { words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { loadThreadQuietly, refuseClosed } from './thread-access.ts';

/** Files that go along with one message at most. */
export const mostFiles = 5;

/** What somebody is writing in a thread: theirs alone, kept until it is sent or emptied. */
export type MessageDraft = { text: string; savedAt: Date; files: FileFacts[] };

export const draftInput = z.object({ text: words(4000, { least: 0 }) });
export const saveDraftInput = draftInput.extend({ threadId: z.string() });

const asked = { action: 'write', why: 'message draft' } as const;

const ofMine = ({ actor, cityId }: Work, threadId: string) => ({ cityId, threadId, writerId: actor.personId });

const keepDraft = (work: Work, threadId: string, text: string) =>
  work.tx
    .insertInto('messageDraft')
    .values({ ...ofMine(work, threadId), text, savedAt: work.now })
    .onConflict((conflict) =>
      conflict.columns(['cityId', 'threadId', 'writerId']).doUpdateSet({ text, savedAt: work.now }),
    )
    .execute();

const filesOf = async (work: Work, threadId: string): Promise<string[]> => {
  const mine = ofMine(work, threadId);
  const rows = await work.tx
    .selectFrom('draftFile')
    .select('fileId')
    .where('cityId', '=', mine.cityId)
    .where('threadId', '=', threadId)
    .where('writerId', '=', mine.writerId)
    .execute();
  return rows.map(({ fileId }) => fileId);
};

/** A save that was on its way when the message was sent comes with the words of that message. */
const isSentAlready = async ({ tx, cityId, actor }: Work, threadId: string, text: string): Promise<boolean> => {
  const latest = await tx
    .selectFrom('message')
    .select('text')
    .where('cityId', '=', cityId)
    .where('threadId', '=', threadId)
    .where('authorId', '=', actor.personId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return text !== '' && latest?.text === text;
};

/** The actor's draft in a thread that has been authorised; null when there is none. */
export const findDraft = async (work: Work, threadId: string): Promise<MessageDraft | null> => {
  const mine = ofMine(work, threadId);
  const draft = await work.tx
    .selectFrom('messageDraft')
    .select(['text', 'savedAt'])
    .where('cityId', '=', mine.cityId)
    .where('threadId', '=', threadId)
    .where('writerId', '=', mine.writerId)
    .executeTakeFirst();
  return draft ? { ...draft, files: await readFiles(work, await filesOf(work, threadId)) } : null;
};

/** Forgets the actor's draft, whose files have gone along with a message. */
export const forgetDraft = async (work: Work, threadId: string): Promise<void> => {
  const mine = ofMine(work, threadId);
  await work.tx
    .deleteFrom('messageDraft')
    .where('cityId', '=', mine.cityId)
    .where('threadId', '=', threadId)
    .where('writerId', '=', mine.writerId)
    .execute();
};

/**
 * Keeps what the actor is writing; emptied and without files it is gone. Throws notFound for a thread that is not theirs, notNow where nobody may write.
 */
export const saveDraft = async (work: Work, input: z.infer<typeof saveDraftInput>): Promise<{ savedAt: Date }> => {
  const thread = await loadThreadQuietly(work, input.threadId, asked);
  refuseClosed(thread);
  if (await isSentAlready(work, thread.id, input.text)) return { savedAt: work.now };
  const isEmpty = input.text === '' && (await filesOf(work, thread.id)).length === 0;
  await (isEmpty ? forgetDraft(work, thread.id) : keepDraft(work, thread.id, input.text));
  return { savedAt: work.now };
};

/**
 * Puts a file beside the actor's draft, to go along when it is sent. Throws notFound, notNow as `saveDraft`, badInput (`file`) for a file that is not
 * taken or the sixth, tooMany.
 */
export const attachFile = async (
  work: Work,
  { threadId, ...given }: { threadId: string; name: string; pieces: readonly Buffer[] },
): Promise<FileFacts> => {
  const thread = await loadThreadQuietly(work, threadId, asked);
  refuseClosed(thread);
  if ((await filesOf(work, thread.id)).length >= mostFiles)
    throw badField('file', 'dialogue.files.most', { most: mostFiles });
  const file = await keepFile(work, { ...given, customerId: null });
  const draft = await findDraft(work, thread.id);
  await keepDraft(work, thread.id, draft?.text ?? '');
  await work.tx
    .insertInto('draftFile')
    .values({ ...ofMine(work, thread.id), fileId: file.id })
    .execute();
  return file;
};

/** Takes a file away from the actor's draft, for good. Throws notFound for one that is not there. */
export const removeDraftFile = async (
  work: Work,
  { threadId, fileId }: { threadId: string; fileId: string },
): Promise<void> => {
  const thread = await loadThreadQuietly(work, threadId, asked);
  if (!(await filesOf(work, thread.id)).includes(fileId)) throw notFound();
  await deleteFiles(work.tx, work.cityId, [fileId]);
};

/** Deletes drafts nobody has sent in the days of the term keepDraftDays, with their files. */
export const forgetDrafts = async (
  tx: Tx,
  { cityId, now, today }: { cityId: string; now: Date; today: string },
): Promise<void> => {
  const { value: days } = await readTerm(tx, { cityId, name: 'keepDraftDays', today });
  const before = new Date(now.getTime() - days * 24 * 3_600_000);
  await tx.deleteFrom('messageDraft').where('cityId', '=', cityId).where('savedAt', '<', before).execute();
  await forgetLooseFiles(tx, cityId, before);
};
