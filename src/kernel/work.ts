import type { Action, Section } from './access/policy.ts';
import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import { dayIn } from './clock.ts';
import type { Database, Tx } from './database.ts';
import { newId } from './ids.ts';
import type { Jobs } from './jobs.ts';
import { type Posted, postedOnce } from './posted-once.ts';
import { Problem } from './problem.ts';
import type { Secrets } from './secrets.ts';

/** What a use case may need from outside. Each domain adds its own by declaring this interface again. */
export interface Services {
  secrets: Secrets;
}

export type Use = { section: Section; action: Action; why: string; customerId: string | null; isAllowed: boolean };

/** Something that happened, for handlers outside the transaction. Carries ids, never personal data. */
export type Event = { topic: string; data: Record<string, string> };

/** One use case's surroundings: a transaction in the actor's city, and what it will write with it. */
export type Work = {
  tx: Tx;
  actor: Actor;
  cityId: string;
  now: Date;
  /** The calendar day in the city, YYYY-MM-DD. */
  today: string;
  services: Services;
  /** Adds to the use log when the transaction ends. */
  note(use: Use): void;
  /** Adds to the outbox, in the same transaction. */
  emit(topic: string, data: Record<string, string>): void;
};

export type UseCase<Input, Output> = (work: Work, input: Input) => Promise<Output>;

/** Runs a use case for an actor in one transaction: access -> rules -> write + use log + outbox. */
export type Run = <Input, Output>(
  actor: Actor,
  useCase: UseCase<Input, Output>,
  input: Input,
  options?: { posted?: Posted },
) => Promise<Output>;

/** The database dates what is written, so that no server's clock can, unless `at` says when it was. */
export const writeUses = async (tx: Tx, actor: Actor, uses: readonly Use[], at?: Date): Promise<void> => {
  if (uses.length === 0) return;
  await tx
    .insertInto('useLog')
    .values(
      uses.map((use) => ({
        cityId: actor.cityId,
        id: newId(),
        personId: actor.personId,
        personName: actor.name,
        role: actor.role,
        requestId: actor.requestId,
        ...(at && { at }),
        ...use,
      })),
    )
    .execute();
};

export const createRun = (outside: {
  database: Database;
  clock: Clock;
  services: Services;
  jobs: Jobs;
  timeZone: (cityId: string) => string;
  /** Whether anybody wants to hear of a topic; what nobody handles is not written. */
  isHandled: (topic: string) => boolean;
  /** The clock tells of the past, as the demo's does: the use log and what events lead to are dated by it too. */
  isPast?: boolean;
}): Run => {
  const { database, clock, services, jobs, isPast = false } = outside;
  return async (actor, useCase, input, options = {}) => {
    const uses: Use[] = [];
    try {
      return await database.inCity(actor.cityId, async (tx) => {
        const events: Event[] = [];
        const now = clock();
        const work: Work = {
          tx,
          actor,
          cityId: actor.cityId,
          now,
          today: dayIn(outside.timeZone(actor.cityId), now),
          services,
          note: (use) => uses.push(use),
          emit: (topic, data) => {
            if (outside.isHandled(topic)) events.push({ topic, data });
          },
        };
        const output = await postedOnce(work, options.posted, () => useCase(work, input));
        await writeUses(tx, actor, uses, isPast ? now : undefined);
        const at = isPast ? { at: now.toISOString() } : {};
        for (const event of events) await jobs.send(tx, 'event', { cityId: actor.cityId, ...event, ...at });
        return output;
      });
    } catch (error) {
      // The transaction is gone and its log rows with it; what was refused is written down on its own.
      const refused = uses.filter((use) => !use.isAllowed);
      if (error instanceof Problem && refused.length > 0)
        await database.inCity(actor.cityId, (tx) => writeUses(tx, actor, refused));
      throw error;
    }
  };
};
