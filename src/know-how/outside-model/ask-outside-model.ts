import { z } from 'zod';
import type { Machine } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { runApart } from '../../kernel/run-apart.ts';
import { type OutsideModel, OutsideModelError } from './outside-model.ts';
import { endAsking, readQuestion, writeFault, writeScores } from './weigh-suggestions.ts';

const askJob = z.object({ eventId: z.string(), cityId: z.string(), storyId: z.string() });

type Outside = {
  database: Database;
  clock: Clock;
  timeZone: (cityId: string) => string;
  outsideModel: OutsideModel | undefined;
  onError: (error: unknown) => void;
};

/**
 * The job that asks the outside model about a story: one transaction to read what it is asked, none while it thinks, one to keep its answer. A
 * model that fails is told to the operator (`onError`) and changes nothing for the customer; it is not asked again.
 */
export const createAskOutsideModel =
  ({ database, clock, timeZone, outsideModel, onError }: Outside) =>
  async (job: unknown): Promise<void> => {
    const { eventId, cityId, storyId } = askJob.parse(job);
    const name = outsideModel?.name ?? '';
    const actor: Machine = { personId: null, name, cityId, role: 'outsideModel', requestId: eventId };
    const where = () => ({ database, timeZone: timeZone(cityId), now: clock(), actor });
    if (!outsideModel) {
      await runApart(where(), endAsking, storyId);
      return;
    }
    const asked = await runApart(where(), readQuestion, storyId);
    if (!asked) return;
    const { asking, question } = asked;
    const answered = await outsideModel.ask(question).catch((error: unknown) => {
      if (error instanceof OutsideModelError) return error;
      throw error;
    });
    if (!(answered instanceof OutsideModelError)) {
      await runApart(where(), writeScores, { asking, scores: answered });
      return;
    }
    onError(answered);
    await runApart(where(), writeFault, { asking, fault: answered.fault });
  };
