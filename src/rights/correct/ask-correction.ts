import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { addDays } from '../../kernel/clock.ts';
import { dataClasses } from '../../kernel/data-map.ts';
import { newId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import { readTerm } from '../../kernel/terms.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { type Correction, loadCorrection, ownCorrections } from './load-correction.ts';
import { correctionAfter, mostWaiting } from './rules.ts';

export const correctionInput = z.object({
  about: z.enum(dataClasses, 'form.choose'),
  /** What is wrong, and how it should be. */
  words: words(2000),
});

/** The last day by which a request made today is answered, YYYY-MM-DD. */
export const correctionDueOn = async ({ tx, cityId, today }: Work): Promise<string> =>
  addDays(today, (await readTerm(tx, { cityId, name: 'correctionDays', today })).value);

/** Asks that something said about me be corrected; a person answers by the day it tells. Throws tooMany when ten wait already. */
export const askCorrection = async (
  work: Work,
  { about, words: said }: z.output<typeof correctionInput>,
): Promise<{ correctionId: string; dueOn: string }> => {
  const me = await access.self(work, { section: 'corrections', action: 'write', why: 'asked for a correction' });
  const { tx, cityId, now } = work;
  const waiting = (await ownCorrections(work, me.id, mostWaiting)).filter(({ state }) => state === 'asked');
  if (waiting.length >= mostWaiting) throw new Problem('tooMany');
  const [id, dueOn] = [newId(), await correctionDueOn(work)];
  const open = { isDone: null, answeredAt: null, answeredBy: null, withdrawnAt: null };
  await tx
    .insertInto('correction')
    .values({ cityId, id, customerId: me.id, about, words: said, askedAt: now, dueOn, ...open })
    .execute();
  work.emit('correctionAsked', { correctionId: id });
  return { correctionId: id, dueOn };
};

/** Takes a request back while it waits. Throws notFound, notNow. */
export const withdrawCorrection = async (
  work: Work,
  { correctionId }: { correctionId: string },
): Promise<{ correctionId: string }> => {
  const { state } = await loadCorrection(work, correctionId, { action: 'write', why: 'took back a request' });
  if (!correctionAfter('withdraw', { state, side: 'customer' })) throw new Problem('notNow');
  await work.tx
    .updateTable('correction')
    .set(({ eb }) => ({ withdrawnAt: work.now, version: eb('version', '+', 1) }))
    .where('cityId', '=', work.cityId)
    .where('id', '=', correctionId)
    .execute();
  return { correctionId };
};

/** My requests for corrections, those that wait first; the latest hundred. */
export const readMyCorrections = async (work: Work): Promise<Correction[]> => {
  const me = await access.self(work, { section: 'corrections', action: 'read', why: 'own requests' });
  return ownCorrections(work, me.id, 100);
};
