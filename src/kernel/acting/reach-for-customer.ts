import { z } from 'zod';
import { emailInput, readAccount, saveAccount } from '../account.ts';
import { chooseReach, chooseReachInput, type OwnReach, reachChoices, readOwnReach } from '../notices/own-reach.ts';
import { badField } from '../problem.ts';
import type { Work } from '../work.ts';
import { actFor, actingInput, lookFor } from './act-for.ts';

/** How a customer is reached, without the address and the number: those are told, not shown. */
export type ReachForCustomer = Pick<OwnReach, 'canText' | 'isSilent' | 'trouble' | 'choices' | 'quiet' | 'version'> & {
  customer: { id: string; name: string };
  hasMail: boolean;
  hasPhone: boolean;
  /** There is no address, or what was sent to it does not arrive. */
  canGiveMail: boolean;
};

const canGiveMail = ({ email, trouble }: OwnReach): boolean => email === null || trouble === 'failing';

/** How one of the adviser's customers is reached, to be changed with them. Throws notFound for another's. */
export const readReachForCustomer = async (
  work: Work,
  { customerId }: { customerId: string },
): Promise<ReachForCustomer> => {
  const look = (asCustomer: Work) => readOwnReach(asCustomer);
  const { customer, shown } = await lookFor(work, { customerId, look, input: undefined });
  const { email, number, isConfirmed, isCodeOpen: _, ...rest } = shown;
  return {
    ...{ ...rest, customer, hasMail: email !== null, hasPhone: number !== null && isConfirmed },
    canGiveMail: canGiveMail(shown),
  };
};

const newMail = z.object({
  /** A new address; none leaves it as it is. */
  email: emailInput.default(null),
});
export const reachForCustomerBody = reachChoices.extend(newMail.shape).extend(actingInput.shape);
const change = chooseReachInput.extend(newMail.shape);
export const reachForCustomerInput = change.extend(actingInput.shape).extend({ customerId: z.string() });

/** An address that works is changed by its owner alone: else what they are told could be turned elsewhere without their hearing of it. */
const changeReach = async (work: Work, { email, ...chosen }: z.output<typeof change>): Promise<{ version: number }> => {
  if (email !== null) {
    if (!canGiveMail(await readOwnReach(work))) throw badField('email', 'acted.reach.ownMail');
    const { version } = await readAccount(work);
    await saveAccount(work, { email, wantsNotices: null, version });
  }
  return chooseReach(work, chosen);
};

/** Changes for a customer what they hear of, by which ways and when not, and gives the address they lack. Throws badInput for an address where one works, changedMeanwhile. */
export const chooseReachForCustomer = (
  work: Work,
  { customerId, way, reason, ...input }: z.output<typeof reachForCustomerInput>,
): Promise<{ version: number }> =>
  actFor(work, { customerId, way, reason, what: 'reach', path: '/reach-me', act: changeReach, input });
