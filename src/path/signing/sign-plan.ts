import { z } from 'zod';
import { newId } from '../../kernel/ids.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { personName } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { loadFrame } from '../kinds/load-frame.ts';
import type { Party } from '../kinds/tables.ts';
import { frontOf } from './read-front.ts';

export const signatureInput = z.object({
  /** Of the content that was read: nobody signs what they have not seen. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'form.check'),
  /** Who of Kela signed on paper: an adviser tells it, who has seen the paper. Null for one's own signature. */
  forKela: personName({}, 100).nullable().default(null),
});

export const signPlanInput = signatureInput.extend({
  /** Whose plan; null for the actor's own. */
  customerId: z.string().nullable(),
});

const lockCustomer = ({ tx, cityId }: Work, customerId: string) =>
  tx
    .selectFrom('customer')
    .select('id')
    .where('cityId', '=', cityId)
    .where('id', '=', customerId)
    .forUpdate()
    .executeTakeFirst();

/** The version of content that anybody has signed before; else the next. */
const versionOf = async ({ tx, cityId }: Work, customerId: string, sha256: string, latest: number): Promise<number> => {
  const known = await tx
    .selectFrom('planSignature')
    .select('version')
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .limit(1)
    .executeTakeFirst();
  return known?.version ?? latest + 1;
};

/**
 * Signs the whole plan as it is, for the actor's party; an adviser also tells of Kela's signature on paper. Content that was signed before keeps its
 * version, other content is the next one. Throws changedMeanwhile when the plan is not what was read, notNow when there is nothing to sign or
 * something has to be said first, and badInput for Kela's signature by anybody but an adviser.
 */
export const signPlan = async (
  work: Work,
  input: z.output<typeof signPlanInput>,
): Promise<{ party: Party; version: number }> => {
  const { sha256, forKela } = input;
  const { customer } = await loadFrame(work, input.customerId, { action: 'answer', why: 'signed the plan' });
  await lockCustomer(work, customer.id);
  const { front, content } = await frontOf(work, customer);
  if (forKela !== null && front.mine !== 'employment') throw badField('forKela', 'form.check');
  const party = forKela === null ? front.mine : 'kela';
  if (front.sha256 !== sha256) throw new Problem('changedMeanwhile', { current: front });
  if (party === null || !(forKela === null ? front.canSign : front.canSignForKela)) throw new Problem('notNow');
  const version = await versionOf(work, customer.id, sha256, front.version);
  const { personId, name, role } = work.actor;
  await work.tx
    .insertInto('planSignature')
    .values({
      ...{ cityId: work.cityId, id: newId(), customerId: customer.id, party, version },
      sha256: Buffer.from(sha256, 'hex'),
      parts: JSON.stringify(content.parts.map(({ agreedBy: _, ...part }) => part)),
      ...{ personId, personName: name, role, onPaperBy: forKela, signedAt: work.now },
    })
    .execute();
  work.emit('planSigned', { customerId: customer.id, party });
  return { party, version };
};
