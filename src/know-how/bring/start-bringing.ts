import { createHash } from 'node:crypto';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { newId } from '../../kernel/ids.ts';
import { badField } from '../../kernel/problem.ts';
import { takingTurns } from '../../kernel/turns.ts';
import { line } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { mostBytes } from './reader/limits.ts';
import { sniff } from './reader/sniff.ts';
import { Unreadable } from './reader/unreadable.ts';

export const fileName = line(200, { least: 0 });

/** Larger ones are sent as they are: a long text of base64 has to be gone through at a stretch, and others would wait. */
const mostInBase64 = 1_000_000;

/** A small file as it may come by the API: its bytes in base64. */
export const bringInput = z.object({
  name: fileName.default(''),
  base64: z.string().max(Math.ceil(mostInBase64 / 3) * 4, 'bring.base64TooLarge'),
});

/** So many wait to be read at once, and so many to be decided on: more is no help to anybody. */
const mostUnread = 3;
const mostKept = 20;

/** Sealed and read back piece by piece, so that no piece holds up other requests. */
const partSize = 128 * 1024;

/** Pieces of any sizes as parts of about one size, one after the other and each still in its pieces: nothing large is copied. */
function* parts(pieces: readonly Buffer[]): Generator<Buffer[]> {
  let gathered: Buffer[] = [];
  let length = 0;
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += partSize) {
      const next = piece.subarray(at, at + partSize);
      gathered.push(next);
      length += next.length;
      if (length < partSize) continue;
      yield gathered;
      gathered = [];
      length = 0;
    }
  if (length > 0) yield gathered;
}

const digestOf = async (pieces: readonly Buffer[]): Promise<string> => {
  const giveWay = takingTurns();
  const hash = createHash('sha256');
  for (const piece of pieces) {
    hash.update(piece);
    await giveWay();
  }
  return hash.digest('hex');
};

/** A file's bytes out of base64, in pieces. Throws badInput (`base64`) for what is none. */
export const piecesOf = (base64: string): Buffer[] => {
  const size = 4 * 128 * 1024;
  const pieces = Array.from({ length: Math.ceil(base64.length / size) }, (_, at) =>
    Buffer.from(base64.slice(at * size, (at + 1) * size), 'base64'),
  );
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  // Signs that stand for no bytes are left out in silence: then there are fewer bytes than signs tell.
  const padding = /={0,2}$/.exec(base64)?.[0].length ?? 0;
  if (base64.length % 4 !== 0 || length !== (base64.length / 4) * 3 - padding) throw badField('base64', 'form.check');
  return pieces;
};

/** What can be told of a file at once is told at the form: that it is empty, too large, or of no kind we read. */
const checkAtOnce = (pieces: readonly Buffer[]): void => {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length > mostBytes) throw badField('file', 'bring.wrong.tooLarge');
  try {
    const [first = []] = parts(pieces);
    sniff(Buffer.concat(first));
  } catch (error) {
    if (error instanceof Unreadable) throw badField('file', `bring.wrong.${error.wrong}`);
    throw error;
  }
};

const readMine = (work: Work, customerId: string) =>
  work.tx
    .selectFrom('bring as b')
    .innerJoin('bringReading as r', (join) => join.onRef('r.cityId', '=', 'b.cityId').onRef('r.bringId', '=', 'b.id'))
    .select(['b.id', 'b.digest', 'b.version', 'r.state'])
    .where('b.cityId', '=', work.cityId)
    .where('b.customerId', '=', customerId)
    .execute();

/**
 * Takes a document to be read: what is found in it waits for the customer, and nothing of it is theirs yet. The same file twice is the same
 * document while it is there. Throws badInput (`file`) for what cannot be read at all, and when several wait already.
 */
export const startBringing = async (
  work: Work,
  { name, pieces }: { name: string; pieces: readonly Buffer[] },
): Promise<{ id: string; version: number }> => {
  const me = await access.self(work, { section: 'bring', action: 'write', why: 'brought a document' });
  checkAtOnce(pieces);
  const digest = work.services.secrets.lookup(await digestOf(pieces));
  const mine = await readMine(work, me.id);
  const same = mine.find((one) => one.digest.equals(digest) && !['failed', 'done'].includes(one.state));
  if (same) return { id: same.id, version: same.version };
  const unread = mine.filter(({ state }) => ['waiting', 'reading', 'looking'].includes(state));
  const undecided = mine.filter(({ state }) => !['failed', 'done'].includes(state));
  if (unread.length >= mostUnread || undecided.length >= mostKept) throw badField('file', 'bring.file.wait');
  const id = newId();
  const { cityId, now: createdAt } = work;
  const { language } = work.actor;
  await work.tx
    .insertInto('bring')
    .values({ cityId, id, customerId: me.id, name, language, digest, createdAt })
    .execute();
  await work.tx.insertInto('bringReading').values({ cityId, bringId: id, paragraphs: '[]' }).execute();
  let no = 0;
  for (const part of parts(pieces)) {
    const sealed = work.services.secrets.encryptBytes(...part);
    await work.tx.insertInto('bringPart').values({ cityId, bringId: id, no, sealed }).execute();
    no += 1;
  }
  work.queue('reading', { bringId: id });
  return { id, version: 1 };
};
