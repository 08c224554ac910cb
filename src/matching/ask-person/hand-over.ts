import { z } from 'zod';
import type { Role } from '../../kernel/actor.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { canHandOver, findOthers, loadTurn, type OtherAdviser, type Turn } from './load-turn.ts';

export const handOverBody = z.object({
  /** Who gets it: an adviser of the city. Null: the one for whom the fewest wait. */
  adviserId: z.string().min(1, 'form.choose').nullable().default(null),
  /** Why, for the customer and the new adviser to read. */
  why: words(300),
});

export type HandOverDraft = Omit<Turn, 'askId' | 'customerId' | 'holder' | 'wasMine'> & {
  personAskId: string;
  /** Who has it today; null for whoever gives advisers. */
  holder: string | null;
  advisers: OtherAdviser[];
  canHandOver: boolean;
};

/** Before handing over: whose turn it is, until when, and whom it can be handed to. Throws notFound as the handing over does. */
export const prepareHandOver = async (work: Work, personAskId: string): Promise<HandOverDraft> => {
  const turn = await loadTurn(work, personAskId, { action: 'read', why: 'whose turn it is to answer' });
  const { askId, customerId: _, wasMine: __, holder, ...rest } = turn;
  const isPossible = canHandOver(work, turn);
  return {
    ...rest,
    personAskId: askId,
    holder: holder?.name ?? null,
    advisers: isPossible ? await findOthers(work, turn) : [],
    canHandOver: isPossible,
  };
};

/**
 * Hands what a customer asked to another adviser of the city, with a word why that both read. The day it is due stays as it was. Who cannot answer
 * hands over what they have; those who give advisers theirs, and whatever is late. Throws notFound for any other, notNow for what is answered,
 * changedMeanwhile, and badInput for who is no other adviser of the city.
 */
export const handOverAsk = async (
  work: Work,
  { personAskId, version, adviserId, why }: z.output<typeof handOverBody> & { personAskId: string; version: number },
): Promise<{ personAskId: string; version: number }> => {
  const turn = await loadTurn(work, personAskId, { action: 'write', why: 'handed over what a customer asked' });
  if (turn.version !== version) throw new Problem('changedMeanwhile', { current: { version: turn.version } });
  if (!canHandOver(work, turn)) throw new Problem('notNow');
  const others = await findOthers(work, turn);
  const to = adviserId === null ? others[0] : others.find(({ id }) => id === adviserId);
  if (!to) throw badField('adviserId', 'askPerson.handOver.noSuch');
  const { tx, cityId, now, actor } = work;
  const { askId, customerId } = turn;
  const next = { version: version + 1 };
  await tx.updateTable('personAsk').set(next).where('cityId', '=', cityId).where('id', '=', askId).execute();
  const by = { byId: actor.personId, byName: actor.name, byRole: actor.role as Role, at: now };
  await tx
    .insertInto('personAskHandOver')
    .values({ cityId, askId, customerId, ...next, toId: to.id, toName: to.name, why, ...by })
    .execute();
  work.emit('personAskHandedOver', { personAskId: askId });
  return { personAskId: askId, ...next };
};
