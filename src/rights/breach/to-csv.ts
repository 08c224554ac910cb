import { toCsv } from '../../kernel/csv.ts';
import type { BreachReport } from './read-breach.ts';

/** A line for each person; instants in UTC. */
export const breachCsv = ({ people }: BreachReport): string =>
  toCsv(
    ['customerId', 'name', 'looked', 'exported', 'changed', 'firstAt', 'lastAt', 'sections'],
    people.map(({ firstAt, lastAt, sections, ...rest }) => ({
      ...rest,
      ...{ firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString(), sections: sections.join(' ') },
    })),
  );
