import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { addDays } from '../../kernel/clock.ts';
import { dayInput } from '../../kernel/day-input.ts';
import { badField } from '../../kernel/problem.ts';
import { line } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import type { CityRule } from './due.ts';
import { type ProcessModel, readCityRules, readModels, setCityRule } from './models.ts';
import { cityRuleKinds, rhythmUnits } from './tables.ts';

export type RhythmRules = ProcessModel & {
  /** What the city has decided beside the model, those to come too; the newest first. */
  city: CityRule[];
};

const authorise = (work: Work, action: 'read' | 'write', why: string): void =>
  access.authorise(work, { section: 'planRules', action, why, relations: ['city'], customerId: null });

/** The models of the service process with what the city has decided beside each, the newest model first. For an administrator. */
export const readRhythmRules = async (work: Work): Promise<RhythmRules[]> => {
  authorise(work, 'read', 'rules of the rhythm');
  const models = [...(await readModels(work.tx)).values()];
  const decided = (await readCityRules(work.tx, work.cityId)).reverse();
  return models.reverse().map((model) => ({
    ...model,
    city: decided.filter(({ modelId }) => modelId === model.id).map(({ modelId: _, ...rule }) => rule),
  }));
};

export const cityRhythmInput = z.object({
  modelId: z.string().max(50, 'form.choose'),
  kind: z.enum(cityRuleKinds, 'form.choose'),
  /** The day it holds from, YYYY-MM-DD: today or later. */
  fromOn: dayInput,
  /** Null: from that day on the city adds nothing to the law. */
  every: z.number('form.check').int('form.check').min(1, 'form.check').max(366, 'form.check').nullable(),
  unit: z.enum(rhythmUnits, 'form.choose'),
  /** Who decided it and where that can be read. */
  source: line(300),
});

/** How far ahead a city decides: ten years. */
const mostAhead = 3660;

/** Asks for the next talks of the city's customers to be counted anew; housekeeping does, some hundreds at a time. */
const countAnew = ({ tx, cityId }: Work) =>
  sql`update caseload_fact set talk_counted_on = null where city_id = ${cityId} and talk_due_on is not null`.execute(
    tx,
  );

/**
 * Decides what the city adds to a model of the service process, from a day on: a shorter time to the first interview, or a rhythm of supplementary
 * talks or of the plan's review; or that there is none any more. Deciding again for the same day replaces it. Throws badInput for a day that has been or is too far, for a model that
 * is not there, and for a first interview later than the law has it.
 */
export const decideCityRhythm = async (work: Work, rule: z.output<typeof cityRhythmInput>): Promise<void> => {
  authorise(work, 'write', 'changed the rules of the rhythm');
  const { tx, cityId, today } = work;
  const { modelId, kind, fromOn, every, unit } = rule;
  const model = (await readModels(tx)).get(modelId);
  if (!model) throw badField('modelId', 'form.choose');
  if (fromOn < today || fromOn > addDays(today, mostAhead)) throw badField('fromOn', 'form.dayAhead');
  const law = kind === 'firstInterview' ? model.rules.find((one) => one.kind === kind) : undefined;
  if (law && law.unit === unit && every !== null && every > law.every)
    throw badField('every', 'path.rhythmRules.longer');
  await setCityRule(tx, cityId, rule);
  await countAnew(work);
};
