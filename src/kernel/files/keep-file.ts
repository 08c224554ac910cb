import { newId } from '../ids.ts';
import { badField, Problem } from '../problem.ts';
import { readTerm } from '../terms.ts';
import type { Work } from '../work.ts';
import { cleanName } from './clean-name.ts';
import { kindOf } from './kind-of.ts';
import { fileKinds, mostOfFile, WrongFile } from './kinds.ts';
import { lengthOf, partsOf, sha256Of } from './parts.ts';
import type { FileFacts } from './read-files.ts';
import './tables.ts';

/** A file as it came: what its sender calls it, and its bytes in pieces. */
export type GivenFile = { name: string; pieces: readonly Buffer[] };

const isTooMany = async (work: Work): Promise<boolean> => {
  const { tx, cityId, actor, now } = work;
  const most = await readTerm(tx, { cityId, name: 'filesADay', today: work.today });
  const { count } = await tx
    .selectFrom('storedFile')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('cityId', '=', cityId)
    .where('givenBy', '=', actor.personId)
    .where('givenAt', '>', new Date(now.getTime() - 24 * 3_600_000))
    .executeTakeFirstOrThrow();
  return count >= most.value;
};

const looked = async ({ name, pieces }: GivenFile, field: string) => {
  const size = lengthOf(pieces);
  try {
    if (size > mostOfFile) throw new WrongFile('tooLarge');
    const kind = await kindOf(Buffer.concat(pieces, size));
    return { name: cleanName(name, kind), mediaType: fileKinds[kind].mediaType, size };
  } catch (error) {
    if (error instanceof WrongFile) throw badField(field, `files.wrong.${error.wrong}`);
    throw error;
  }
};

/**
 * Keeps a file of a customer's matter (null while it is its giver's alone: `giveFiles`) for the thing it will hang on, which the caller has authorised and hangs it on in the same transaction. It is
 * looked at by its bytes first. Throws badInput (`field`, 'file' unless said) for what is not taken, tooMany for the sixty-first of a day
 * (the term filesADay).
 */
export const keepFile = async (
  work: Work,
  { customerId, field = 'file', ...given }: GivenFile & { customerId: string | null; field?: string },
): Promise<FileFacts> => {
  const { name, mediaType, size } = await looked(given, field);
  if (await isTooMany(work)) throw new Problem('tooMany');
  const { tx, cityId, actor, now, services } = work;
  const id = newId();
  const sha256 = await sha256Of(given.pieces);
  await tx
    .insertInto('storedFile')
    .values({ cityId, id, customerId, givenBy: actor.personId, name, mediaType, size, sha256, givenAt: now })
    .execute();
  let no = 0;
  for (const part of partsOf(given.pieces)) {
    const sealed = services.secrets.encryptBytes(...part);
    await tx.insertInto('storedFilePart').values({ cityId, fileId: id, no, sealed }).execute();
    no += 1;
  }
  return { id, name, mediaType, size, givenAt: now };
};
