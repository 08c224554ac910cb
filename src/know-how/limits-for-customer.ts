import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../kernel/access/access.ts';
import { actFor, actingInput } from '../kernel/acting/act-for.ts';
import { isId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { hidesAddress } from '../kernel/protection.ts';
import type { Work } from '../kernel/work.ts';
import { type Limits, limitsInput, tellLimits, tellLimitsInput } from './limits.ts';

export const limitsForCustomerBody = limitsInput.extend(actingInput.shape);
export const limitsForCustomerInput = tellLimitsInput.extend(actingInput.shape).extend({ customerId: z.string() });

/** Who may not see where somebody lives cannot fill that in for them either. */
const refuseHidden = async (work: Work, customerId: string): Promise<void> => {
  if (!isId(customerId)) return;
  const { rows } = await sql<{ isHidden: boolean }>`
    select ${hidesAddress(work, sql.ref('c.id'))} as is_hidden from customer c where c.city_id = ${work.cityId} and c.id = ${customerId}`.execute(
    work.tx,
  );
  if (rows[0]?.isHidden) throw new Problem('notNow');
};

/** What a customer has told of the work they can do, to be changed with them on the telephone or at the desk. Throws notFound for another's, notNow for a protected one. */
export const readLimitsForCustomer = async (
  work: Work,
  { customerId }: { customerId: string },
): Promise<Limits & { customer: { id: string; name: string } }> => {
  const asked = { section: 'actedFor', action: 'read', why: 'did for a customer' } as const;
  const { id, name, workHours, spokenLanguages, area, version } = await access.customer(work, customerId, asked);
  await refuseHidden(work, id);
  return { customer: { id, name }, hours: workHours, languages: spokenLanguages, area, version };
};

/** Tells them for the customer. Throws what telling them and acting for a customer throw. */
export const tellLimitsForCustomer = async (
  work: Work,
  { customerId, way, reason, ...input }: z.output<typeof limitsForCustomerInput>,
): Promise<{ version: number }> => {
  await readLimitsForCustomer(work, { customerId });
  return actFor(work, { customerId, way, reason, what: 'limits', path: '/limits', act: tellLimits, input });
};
