import type { Role } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import type { Handling } from '../../kernel/notices.ts';
import type { EvidenceKind } from './tables.ts';

export type EvidenceOffer = {
  customerId: string;
  kind: EvidenceKind;
  /** The gig, role, result or step itself: the same one offers once. */
  sourceId: string;
  /** What was done, in words the customer knows it by. */
  title: string;
  /** YYYY-MM-DD. */
  happenedOn: string;
  /** Who says that it is done, by name, and as what; empty when nobody but the customer does. */
  confirmedBy: string;
  confirmedAs: Role | '';
  /** Skills it may show; the customer chooses among these and their other kept ones. */
  skillIds: readonly number[];
};

/**
 * For the domains in which things get completed, from the handler of the event that says so: offers a customer a completed thing as evidence
 * of what they can. It waits until they take it into skills of their choice, or leave it. Offering the same thing twice offers it once.
 */
export const offerEvidence = async (handling: Handling, { skillIds, ...offer }: EvidenceOffer): Promise<void> => {
  const { tx, cityId, now } = handling;
  const customer = await tx
    .selectFrom('customer')
    .select('personId')
    .where('cityId', '=', cityId)
    .where('id', '=', offer.customerId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!customer || skillIds.length === 0) return;
  const written = await tx
    .insertInto('evidence')
    .values({ cityId, id: newId(), ...offer, state: 'offered', createdAt: now, decidedAt: null })
    .onConflict((conflict) => conflict.columns(['cityId', 'customerId', 'kind', 'sourceId']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) return;
  await tx
    .insertInto('evidenceSkill')
    .values([...new Set(skillIds)].map((skillId) => ({ cityId, evidenceId: written.id, skillId })))
    .execute();
  const path = `/know-how/evidence/${written.id}`;
  await handling.notify({ personId: customer.personId, kind: 'evidenceOffered', values: {}, path });
};
