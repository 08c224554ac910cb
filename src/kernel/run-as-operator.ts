import type { Operator } from './actor.ts';
import { dayIn } from './clock.ts';
import type { Database } from './database.ts';
import { newId } from './ids.ts';
import { Problem } from './problem.ts';
import { type Use, type WorkAs, writeUses } from './work.ts';

/** What an operator's command reads through: no services, no events, for nothing is changed and nobody is told. */
export type OperatorWork = Pick<WorkAs<Operator>, 'tx' | 'actor' | 'cityId' | 'now' | 'today' | 'note'>;

type Where = { database: Database; cityId: string; timeZone: string; now: Date; command: string };

/**
 * Runs a use case for whoever is at the machine, in one transaction of one city, and writes into the city's use log that it was. Refusals are
 * written too.
 */
export const runAsOperator = async <Input, Output>(
  { database, cityId, timeZone, now, command }: Where,
  useCase: (work: OperatorWork, input: Input) => Promise<Output>,
  input: Input,
): Promise<Output> => {
  const actor: Operator = { personId: null, name: command, cityId, role: 'operator', requestId: newId() };
  const uses: Use[] = [];
  const note = (use: Use) => uses.push(use);
  try {
    return await database.inCity(cityId, async (tx) => {
      const output = await useCase({ tx, actor, cityId, now, today: dayIn(timeZone, now), note }, input);
      await writeUses(tx, actor, uses);
      return output;
    });
  } catch (error) {
    const refused = uses.filter((use) => !use.isAllowed);
    if (error instanceof Problem && refused.length > 0)
      await database.inCity(cityId, (tx) => writeUses(tx, actor, refused));
    throw error;
  }
};
