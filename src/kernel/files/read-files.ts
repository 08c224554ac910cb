import type { Section } from '../access/policy.ts';
import type { Database } from '../database.ts';
import { notFound } from '../problem.ts';
import type { Secrets } from '../secrets.ts';
import type { Work } from '../work.ts';
import type { MediaType } from './kinds.ts';
import './tables.ts';

/** What is told of a file. `size`: bytes. */
export type FileFacts = { id: string; name: string; mediaType: MediaType; size: number; givenAt: Date };

/** A file that may be had, ready to be sent: its facts, and its bytes one part after the other. */
export type OpenedFile = FileFacts & { cityId: string };

/**
 * What is told of files; the caller has authorised the things they hang on. Those that are not there any more are left out.
 */
export const readFiles = async ({ tx, cityId }: Pick<Work, 'tx' | 'cityId'>, ids: readonly string[]) => {
  if (ids.length === 0) return [];
  const files: FileFacts[] = await tx
    .selectFrom('storedFile')
    .select(['id', 'name', 'mediaType', 'size', 'givenAt'])
    .where('cityId', '=', cityId)
    .where('id', 'in', [...ids])
    .orderBy('givenAt')
    .orderBy('id')
    .execute();
  return files;
};

/**
 * A file to be had by whoever the caller has authorised for the thing it hangs on; `fileResponse` or `FileAnswer` sends it once the transaction has ended.
 * Each having is in the customer's use log: others' by the caller's `authorise`, their own by this. Throws notFound when it is not there.
 */
export const openFile = async (
  work: Pick<Work, 'tx' | 'cityId' | 'actor' | 'note'>,
  id: string,
  { section, why }: { section: Section; why: string },
): Promise<OpenedFile> => {
  const file = await work.tx
    .selectFrom('storedFile')
    .select(['id', 'customerId', 'name', 'mediaType', 'size', 'givenAt'])
    .where('cityId', '=', work.cityId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!file) throw notFound();
  const { customerId, ...facts } = file;
  if (customerId !== null && work.actor.customerId === customerId)
    work.note({ section, action: 'read', why, customerId, isAllowed: true });
  return { ...facts, cityId: work.cityId };
};

/** A file's bytes, part by part, each read in a short transaction: ten megabytes at once would hold up every other request. */
export async function* bytesOf(
  { database, secrets }: { database: Database; secrets: Secrets },
  { cityId, id }: Pick<OpenedFile, 'cityId' | 'id'>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let no = 0; ; no += 1) {
    const part = await database.inCity(cityId, (tx) =>
      tx
        .selectFrom('storedFilePart')
        .select('sealed')
        .where('cityId', '=', cityId)
        .where('fileId', '=', id)
        .where('no', '=', no)
        .executeTakeFirst(),
    );
    if (!part) return;
    yield new Uint8Array(secrets.decryptBytes(part.sealed));
  }
}
