import { badField } from '../../kernel/problem.ts';
import type { Booked } from './book.ts';

/** What came of wanting a time where only getting it will do. Throws badInput for `field`: somebody has it, or the customer is elsewhere then. */
export const gotOr = (answer: Booked, field: string): Extract<Booked, { outcome: 'got' }> => {
  if (answer.outcome === 'got') return answer;
  throw badField(field, answer.outcome === 'taken' ? 'appointments.taken' : 'appointments.clash');
};
