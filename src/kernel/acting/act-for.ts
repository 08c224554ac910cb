import { z } from 'zod';
import { access, type CustomerRecord } from '../access/access.ts';
import type { Actor } from '../actor.ts';
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

const why = 'did for a customer';

const asCustomer = (actor: Actor, { id, personId }: Pick<CustomerRecord, 'id' | 'personId'>): Actor => ({
  ...{ ...actor, role: 'customer', customerId: id, onBehalf: { role: actor.role, personId } },
});

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
    path: string | ((output: Output) => string);
    act: UseCase<Input, Output>;
    input: Input;
  },
): Promise<Output> => {
  const { tx, cityId, actor, now } = work;
  const customer = await access.customer(work, customerId, { section: 'actedFor', action: 'write', why });
  const output = await done.act({ ...work, actor: asCustomer(actor, customer) }, done.input);
  const path = typeof done.path === 'string' ? done.path : done.path(output);
  const actedForId = newId();
  await tx
    .insertInto('actedFor')
    .values({
      ...{ cityId, id: actedForId, customerId: customer.id, what: done.what, path, way, reason, at: now },
      ...{ officialId: actor.personId, officialName: actor.name, officialRole: actor.role },
      ...{ disputedAt: null, answeredAt: null, answeredBy: null },
    })
    .execute();
  work.emit('actedFor', { actedForId });
  return output;
};

/** For an event of something done for a customer: by which official, so that it is not told to themselves. */
export const doneBy = ({ personId, onBehalf }: Actor): { byId?: string } => (onBehalf ? { byId: personId } : {});

/**
 * Reads for such a form what the customer's own page shows, as their adviser: whoever calls this leaves out what the adviser is not to see. The use log says who
 * looked. Throws notFound for one who is not in the caseload.
 */
export const lookFor = async <Input, Output>(
  work: Work,
  { customerId, look, input }: { customerId: string; look: UseCase<Input, Output>; input: Input },
): Promise<{ customer: { id: string; name: string }; shown: Output }> => {
  const customer = await access.customer(work, customerId, { section: 'actedFor', action: 'read', why });
  const shown = await look({ ...work, actor: asCustomer(work.actor, customer) }, input);
  return { customer: { id: customer.id, name: customer.name }, shown };
};
