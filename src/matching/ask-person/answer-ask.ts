import { z } from 'zod';
import { replied } from '../../dialogue/index.ts';
import type { Role } from '../../kernel/actor.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { logPerson, whereOf } from '../../know-how/index.ts';
import { readChallenges } from '../read-challenges.ts';
import { type LoadedAsk, loadAsk } from './load-ask.ts';
import { askAfter, mostProposals } from './rules.ts';
import { proposalPlaces } from './tables.ts';

export const proposalInput = z.object({
  challengeId: z.string(),
  place: z.enum(proposalPlaces, 'form.choose'),
  /** Why, for the customer to read. */
  why: words(500),
});
type Proposal = z.output<typeof proposalInput>;

export const answerAskBody = z.object({
  answer: words(2000),
  /** Challenges put among what the customer is shown: added, first or last. Not where one suggested skill was asked about. */
  proposals: z.array(proposalInput).max(mostProposals, 'form.check').default([]),
});

/** A challenge can be put only before somebody who could answer it: open today, and not of their own business. */
const refuseClosed = async (work: Work, { customerId }: LoadedAsk, ids: readonly string[]): Promise<void> => {
  const { tx, cityId, today } = work;
  const found = await readChallenges(tx, { cityId, customerId, today, ids: ids.filter((id) => isId(id)) });
  const open = new Set(found.filter(({ isOpen }) => isOpen).map(({ id }) => id));
  if (ids.some((id) => !open.has(id))) throw badField('challengeId', 'askPerson.answer.closed');
  if (new Set(ids).size < ids.length) throw badField('challengeId', 'askPerson.answer.twice');
};

/** A later proposal of the same challenge comes in the place of the one before. */
const writeProposals = async (work: Work, ask: LoadedAsk, proposals: readonly Proposal[]): Promise<void> => {
  if (proposals.length === 0) return;
  const { tx, cityId, now, actor } = work;
  const { id: askId, customerId } = ask;
  const challengeIds = proposals.map(({ challengeId }) => challengeId);
  await refuseClosed(work, ask, challengeIds);
  await tx
    .updateTable('personProposal')
    .set(({ eb }) => ({ leftAt: now, version: eb('version', '+', 1) }))
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('challengeId', 'in', challengeIds)
    .where('leftAt', 'is', null)
    .execute();
  const by = { byId: actor.personId, byName: actor.name, byRole: actor.role as Role, madeAt: now, leftAt: null };
  await tx
    .insertInto('personProposal')
    .values(proposals.map((proposal) => ({ cityId, id: newId(), askId, customerId, ...proposal, ...by })))
    .execute();
  await logPerson(whereOf(work), { customerId, challengeIds, seenBy: [actor.role] });
};

/**
 * The person asked answers in words, once, under their own name; and may put challenges among what the customer is shown, saying why: a person decides,
 * not the score. The customer can leave each out again. Throws notFound for who has not been asked (any more), notNow when it does not wait,
 * changedMeanwhile, badInput for a challenge that is not open.
 */
export const answerAsk = async (
  work: Work,
  {
    personAskId,
    version,
    answer,
    proposals,
  }: z.output<typeof answerAskBody> & { personAskId: string; version: number },
): Promise<{ personAskId: string; version: number }> => {
  const ask = await loadAsk(work, personAskId, { action: 'answer', why: 'answered what a customer asked' });
  if (ask.version !== version) throw new Problem('changedMeanwhile', { current: { version: ask.version } });
  if (!askAfter('answer', { state: ask.state, side: 'person' })) throw new Problem('notNow');
  if (ask.about === 'skill' && proposals.length > 0) throw badField('challengeId', 'askPerson.answer.notHere');
  const { tx, cityId, now, actor } = work;
  await tx
    .updateTable('personAsk')
    .set({
      ...{ answer, answeredAt: now, version: version + 1 },
      ...{ answeredBy: actor.personId, answeredName: actor.name, answeredRole: actor.role as Role },
    })
    .where('cityId', '=', cityId)
    .where('id', '=', ask.id)
    .execute();
  await writeProposals(work, ask, proposals);
  await replied(work, { about: 'ask', thingId: ask.id });
  work.emit('personAnswered', { personAskId: ask.id });
  return { personAskId: ask.id, version: version + 1 };
};
