import { z } from 'zod';
import { access } from '../access/access.ts';
import { newId } from '../ids.ts';
import '../notices/tables.ts';
import { words } from '../words.ts';
import type { UseCase, Work } from '../work.ts';
import { type ActedWhat, actedWays } from './rules.ts';

export const actingInput = z.object({
  way: z.enum(actedWays, 'form.choose'),
  /** Why they did not do it themselves, in the official's words; the customer reads it. */
  reason: words(500),
});
export type ActingInput = z.output<typeof actingInput>;

/**
 * Runs a use case of the customer's as their adviser, who has them on the telephone or at the desk. The use log says that the adviser did it; what keeps versions
 * keeps the adviser's name on the customer's side. It is written down with why, and told to the customer at once. Throws notFound for one who is
 * not in the caseload, restricted for one who lets nobody else write.
 */
export const actFor = async <Input, Output>(
  work: Work,
  {
    customerId,
    way,
    reason,
    ...done
  }: ActingInput & {
    customerId: string;
    what: ActedWhat;
    /** Where the customer sees what came of it. */
    path: string;
    act: UseCase<Input, Output>;
    input: Input;
  },
): Promise<Output> => {
  const { tx, cityId, actor, now } = work;
  const asked = { section: 'actedFor', action: 'write', why: 'did for a customer' } as const;
  const customer = await access.customer(work, customerId, asked);
  const asCustomer = { ...actor, role: 'customer', customerId: customer.id, onBehalf: { role: actor.role } } as const;
  const output = await done.act({ ...work, actor: asCustomer }, done.input);
  const actedForId = newId();
  await tx
    .insertInto('actedFor')
    .values({
      ...{ cityId, id: actedForId, customerId: customer.id, what: done.what, path: done.path, way, reason, at: now },
      ...{ officialId: actor.personId, officialName: actor.name, officialRole: actor.role },
      ...{ disputedAt: null, answeredAt: null, answeredBy: null },
    })
    .execute();
  work.emit('actedFor', { actedForId });
  return output;
};
