import { addDays } from '../../kernel/clock.ts';
import type { Making } from './making.ts';

/** What the customer and their adviser told of the path, from which its stage follows; and how it is going, asked twice and answered once. */
export const makeStages = ({ ids, customer, adviser, now, today, mark, row }: Making) => {
  const { customerId, pathFactId } = ids;
  const told = { customerId, kind: 'in', source: 'told', words: mark('pathFact'), at: now };
  row('path_fact', {
    ...{ ...told, id: pathFactId, stage: 'workshop', fromOn: '2026-01-19' },
    ...{ byId: customer.personId, byName: customer.actor.name, byRole: 'customer' },
  });
  row('path_fact', {
    ...{ ...told, id: ids.adviserPathFactId, stage: 'subsidised', fromOn: '2026-01-26' },
    ...{ byId: adviser.personId, byName: adviser.actor.name, byRole: 'adviser' },
  });
  const asked = { customerId, factId: ids.adviserPathFactId, askedAt: now, answerUntil: addDays(today, 21) };
  row('after_care', { ...asked, id: ids.afterCareId, which: 'second', months: 3 });
  row('after_care', {
    ...{ ...asked, id: ids.answeredAfterCareId, which: 'first', months: 1 },
    ...{ answer: 'help', words: mark('afterCare'), answeredAt: now },
  });
};
