import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { lengthOf, partsOf, piecesOfBase64, sha256Of } from '../../kernel/files/parts.ts';
import { newId } from '../../kernel/ids.ts';
import { badField } from '../../kernel/problem.ts';
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

/** A file's bytes out of base64, in pieces. Throws badInput (`base64`) for what is none. */
export const piecesOf = (base64: string): Buffer[] => {
  const pieces = piecesOfBase64(base64);
  if (!pieces) throw badField('base64', 'form.check');
  return pieces;
};

/** What can be told of a file at once is told at the form: that it is empty, too large, or of no kind we read. */
const checkAtOnce = (pieces: readonly Buffer[]): void => {
  if (lengthOf(pieces) > mostBytes) throw badField('file', 'bring.wrong.tooLarge');
  try {
    const [first = []] = partsOf(pieces);
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
  const digest = work.services.secrets.lookup((await sha256Of(pieces)).toString('hex'));
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
  for (const part of partsOf(pieces)) {
    const sealed = work.services.secrets.encryptBytes(...part);
    await work.tx.insertInto('bringPart').values({ cityId, bringId: id, no, sealed }).execute();
    no += 1;
  }
  work.queue('reading', { bringId: id });
  return { id, version: 1 };
};
