import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';

/** What the customer writes with their adviser, and with their social worker: a thread of each, one closed and opened again. */
export const makeMessages = ({ ids, customer, adviser, socialWorker, now, mark, row }: Making) => {
  const { customerId } = ids;
  const talks = [
    { id: ids.adviserThreadId, role: 'adviser', person: adviser, mine: 'toAdviser', theirs: 'adviserMessage' },
    {
      id: ids.socialThreadId,
      role: 'socialWorker',
      person: socialWorker,
      mine: 'toSocialWorker',
      theirs: 'socialMessage',
    },
  ] as const;
  for (const { id, role, person, mine, theirs } of talks) {
    const stepId = role === 'adviser' ? ids.stepId : null;
    row('thread', { id, customerId, role, subject: mark(mine), stepId, createdAt: now, latestAt: now });
    const said = { threadId: id, at: now };
    row('message', { ...said, id: newId(), authorId: customer.personId, side: 'customer', text: mark(mine) });
    const written = { authorId: person.personId, side: 'professional', text: mark(theirs), wantsReceipt: true };
    row('message', { ...said, id: newId(), ...written });
  }
  const closed = { closedAt: now, closedBy: adviser.personId, closedSide: 'professional' };
  row('thread_closing', {
    ...{ id: newId(), threadId: ids.adviserThreadId, ...closed },
    ...{ reopenedAt: now, reopenedBy: customer.personId, reopenedSide: 'customer' },
  });
};
