import type { Action, Section } from './access/policy.ts';
import type { Actor, Guest, Machine, Operator } from './actor.ts';
import type { Clock } from './clock.ts';
import { dayIn } from './clock.ts';
import type { Database, Tx } from './database.ts';
import { newId } from './ids.ts';
import type { Jobs } from './jobs.ts';
import type { JobQueue } from './migrate.ts';
import { type Posted, postedOnce } from './posted-once.ts';
import { Problem } from './problem.ts';
import { refuseRestricted } from './restriction.ts';
import type { Secrets } from './secrets.ts';

/** What a use case may need from outside. Each domain adds its own by declaring this interface again. */
export interface Services {
  secrets: Secrets;
  /** Text messages go out, or are shown in the demo. */
  canText: boolean;
  /** The name of the outside model that may be asked, as its operator calls it; undefined where none is plugged in. */
  outsideModelName: string | undefined;
}

export type Use = { section: Section; action: Action; why: string; customerId: string | null; isAllowed: boolean };

/** Something that happened, for handlers outside the transaction. Carries ids, never personal data. */
export type Event = { topic: string; data: Record<string, string> };

/** One use case's surroundings: a transaction in the actor's city, and what it will write with it. */
export type WorkAs<Acting extends Actor | Guest | Operator | Machine> = {
  tx: Tx;
  actor: Acting;
  cityId: string;
  now: Date;
  /** The calendar day in the city, YYYY-MM-DD. */
  today: string;
  services: Services;
  /** Adds to the use log when the transaction ends. */
  note(use: Use): void;
  /** Adds to the outbox, in the same transaction. */
  emit(topic: string, data: Record<string, string>): void;
  /** Puts a job of a queue of its own into the outbox, for work that takes long. Carries ids, never personal data. */
  queue(queue: Exclude<JobQueue, 'event'>, data: Record<string, string>): void;
};

export type Work = WorkAs<Actor>;
export type GuestWork = WorkAs<Guest>;

export type UseCase<Input, Output> = (work: Work, input: Input) => Promise<Output>;

/** Runs a use case for an actor in one transaction: access -> rules -> write + use log + outbox. */
export type Run = <Input, Output>(
  actor: Actor,
  useCase: UseCase<Input, Output>,
  input: Input,
  options?: { posted?: Posted },
) => Promise<Output>;

/** The same for somebody without an account, by a link. Nothing of theirs is kept by an Idempotency-Key: there is no person to keep it for. */
export type RunAsGuest = <Input, Output>(
  guest: Guest,
  useCase: (work: GuestWork, input: Input) => Promise<Output>,
  input: Input,
) => Promise<Output>;

/** The database dates what is written, so that no server's clock can, unless `at` says when it was. */
export const writeUses = async (
  tx: Tx,
  actor: Actor | Guest | Operator | Machine,
  uses: readonly Use[],
  at?: Date,
): Promise<void> => {
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

type Outside = {
  database: Database;
  clock: Clock;
  services: Services;
  jobs: Jobs;
  timeZone: (cityId: string) => string;
  /** Whether anybody wants to hear of a topic; what nobody handles is not written. */
  isHandled: (topic: string) => boolean;
  /** The clock tells of the past, as the demo's does: the use log and what events lead to are dated by it too. */
  isPast?: boolean;
};

const perform = async <Acting extends Actor | Guest, Output>(
  outside: Outside,
  actor: Acting,
  act: (work: WorkAs<Acting>) => Promise<Output>,
): Promise<Output> => {
  const { database, clock, services, jobs, isPast = false } = outside;
  const uses: Use[] = [];
  try {
    return await database.inCity(actor.cityId, async (tx) => {
      const events: Event[] = [];
      const queued: { queue: JobQueue; data: Record<string, string> }[] = [];
      const now = clock();
      const work: WorkAs<Acting> = {
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
        queue: (queue, data) => {
          queued.push({ queue, data });
        },
      };
      const output = await act(work);
      await refuseRestricted(tx, actor, uses);
      await writeUses(tx, actor, uses, isPast ? now : undefined);
      const at = isPast ? { at: now.toISOString() } : {};
      for (const event of events) await jobs.send(tx, 'event', { cityId: actor.cityId, ...event, ...at });
      for (const { queue, data } of queued) await jobs.send(tx, queue, { cityId: actor.cityId, ...data, queue });
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

export const createRun =
  (outside: Outside): Run =>
  (actor, useCase, input, options = {}) =>
    perform(outside, actor, (work) => postedOnce(work, options.posted, () => useCase(work, input)));

export const createRunAsGuest =
  (outside: Outside): RunAsGuest =>
  (guest, useCase, input) =>
    perform(outside, guest, (work) => useCase(work, input));
