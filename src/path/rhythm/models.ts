import type { Tx } from '../../kernel/database.ts';
import type { InLanguages } from '../../kernel/languages.ts';
import type { CityRule, RhythmRule } from './due.ts';
import type { Phase } from './tables.ts';

export type ProcessModel = {
  id: string;
  fromOn: string;
  /** The last day on which a job search that begins takes it; null for the one in force. */
  untilOn: string | null;
  law: string;
  source: string;
  confidence: string;
  /** Which of its facts nobody has checked against the law; empty for none. */
  unchecked: string;
  /** Jobs one applies for in a month; null where the source does not say. */
  duty: { least: number; usual: number; most: number } | null;
  /** What the law says of a first neglect: told, and nothing is computed from it. */
  neglect: InLanguages | null;
  rules: RhythmRule[];
  /** What of it came into force when, the first first. */
  phases: { fromOn: string; what: Phase; says: InLanguages }[];
};

/** All models by id. A handful of rows in all. */
export const readModels = async (tx: Tx): Promise<Map<string, ProcessModel>> => {
  const models = await tx.selectFrom('processModel').selectAll().orderBy('fromOn').execute();
  const rules = await tx.selectFrom('processRule').selectAll().orderBy('line').execute();
  const phases = await tx.selectFrom('processPhase').selectAll().orderBy('fromOn').execute();
  return new Map(
    models.map(({ dutyLeast, dutyUsual, dutyMost, ...model }) => [
      model.id,
      {
        ...model,
        duty:
          dutyLeast === null || dutyUsual === null || dutyMost === null
            ? null
            : { least: dutyLeast, usual: dutyUsual, most: dutyMost },
        rules: rules.filter(({ modelId }) => modelId === model.id).map(({ modelId: _, line: __, ...rule }) => rule),
        phases: phases.filter(({ modelId }) => modelId === model.id).map(({ modelId: _, ...phase }) => phase),
      },
    ]),
  );
};

export type CityRuleOfModel = CityRule & { modelId: string };

export const readCityRules = (tx: Tx, cityId: string): Promise<CityRuleOfModel[]> =>
  tx
    .selectFrom('cityProcessRule')
    .select(['modelId', 'kind', 'fromOn', 'every', 'unit', 'source'])
    .where('cityId', '=', cityId)
    .orderBy('fromOn')
    .execute();

/** The model in force on a day; null before the first. */
export const modelOn = async (tx: Tx, day: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('processModel')
    .select('id')
    .where('fromOn', '<=', day)
    .where((where) => where.or([where('untilOn', 'is', null), where('untilOn', '>=', day)]))
    .orderBy('fromOn', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
};

/** Decides what a city adds to a model from a day on; deciding again for the same day replaces it. */
export const setCityRule = async (tx: Tx, cityId: string, rule: CityRuleOfModel): Promise<void> => {
  const { every, unit, source } = rule;
  await tx
    .insertInto('cityProcessRule')
    .values({ cityId, ...rule })
    .onConflict((conflict) =>
      conflict.columns(['cityId', 'modelId', 'kind', 'fromOn']).doUpdateSet({ every, unit, source }),
    )
    .execute();
};
