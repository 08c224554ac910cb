import type { Machine, Operator } from './actor.ts';
import { dayIn } from './clock.ts';
import type { Database } from './database.ts';
import { Problem } from './problem.ts';
import { type Use, type WorkAs, writeUses } from './work.ts';

/** What somebody without an account and a session works with: no services, no events. */
export type WorkApart<Acting extends Operator | Machine> = Pick<
  WorkAs<Acting>,
  'tx' | 'actor' | 'cityId' | 'now' | 'today' | 'note'
>;

export type WhereApart<Acting> = { database: Database; timeZone: string; now: Date; actor: Acting };

/**
 * Runs a use case for an operator's command or an outside model, in one transaction of the actor's city, and writes into the city's use log that
 * it was. Refusals are written too.
 */
export const runApart = async <Acting extends Operator | Machine, Input, Output>(
  { database, timeZone, now, actor }: WhereApart<Acting>,
  useCase: (work: WorkApart<Acting>, input: Input) => Promise<Output>,
  input: Input,
): Promise<Output> => {
  const { cityId } = actor;
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
