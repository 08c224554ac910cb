import { adviserOf } from '../../kernel/advisers.ts';
import { newId } from '../../kernel/ids.ts';
import type { Work } from '../../kernel/work.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import { promisedDays } from './promised-days.ts';
import type { RepliedAbout } from './tables.ts';

export type Sent = { about: RepliedAbout; thingId: string };

/**
 * The customer has sent something that their adviser owes an answer to: by the promised day, or by `dueOn` (YYYY-MM-DD) where that is promised
 * otherwise. What is owed already stays owed by its first day; who has no adviser has nobody's promise. Called in the transaction that sends it, by
 * a use case that has authorised it.
 */
export const owesReply = async (
  work: Work,
  { about, thingId, customerId, dueOn }: Sent & { customerId: string; dueOn?: string },
): Promise<void> => {
  const adviser = await adviserOf(work, customerId);
  if (!adviser) return;
  const { tx, cityId, now, today } = work;
  const by = dueOn ?? addWorkingDays(today, (await promisedDays(work, adviser.personId)).days);
  await tx
    .insertInto('replyDue')
    .values({
      ...{ cityId, id: newId(), customerId, adviserId: adviser.personId, about, thingId },
      ...{ askedAt: now, dueOn: by, repliedOn: null, letGoOn: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

const open = ({ tx, cityId }: Work, { about, thingId }: Sent) =>
  tx
    .updateTable('replyDue')
    .where('cityId', '=', cityId)
    .where('thingId', '=', thingId)
    .where('about', '=', about)
    .where('repliedOn', 'is', null)
    .where('letGoOn', 'is', null);

/** The professional who acts has answered it, whoever owed it. Nothing happens where nothing was owed. */
export const replied = async (work: Work, sent: Sent): Promise<void> => {
  await open(work, sent).set({ repliedOn: work.today, adviserId: work.actor.personId }).execute();
};

/** The customer took it back, or it needs no answer any more: it counts for nothing. */
export const letGo = async (work: Work, sent: Sent): Promise<void> => {
  await open(work, sent).set({ letGoOn: work.today }).execute();
};
