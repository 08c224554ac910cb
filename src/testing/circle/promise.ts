import { addDays } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';

/** An adviser's own promise, and what they owe an answer to. No text of anybody is in it. */
export const makePromise = ({ ids, adviser, now, today, row }: Making) => {
  row('reply_promise', { personId: adviser.personId, fromOn: '2026-01-01', days: 2, setAt: now });
  row('reply_due', {
    ...{ id: newId(), customerId: ids.customerId, adviserId: adviser.personId, about: 'step' },
    ...{ thingId: ids.customerStepId, askedAt: now, dueOn: addDays(today, 2) },
  });
};
