import type { Tx } from '../../kernel/database.ts';
import type { CityRule, RhythmRule } from './due.ts';
import type { Phase } from './tables.ts';

export type ProcessModel = {
  id: string;
  fromOn: string;
  law: string;
  source: string;
  confidence: string;
  rules: RhythmRule[];
  /** What of it came into force when, the first first. */
  phases: { fromOn: string; what: Phase }[];
};

/** All models by id. A handful of rows in all. */
export const readModels = async (tx: Tx): Promise<Map<string, ProcessModel>> => {
  const models = await tx.selectFrom('processModel').selectAll().orderBy('fromOn').execute();
  const rules = await tx.selectFrom('processRule').selectAll().orderBy('line').execute();
  const phases = await tx.selectFrom('processPhase').selectAll().orderBy('fromOn').execute();
  return new Map(
    models.map((model) => [
      model.id,
      {
        ...model,
        rules: rules.filter(({ modelId }) => modelId === model.id).map(({ modelId: _, line: __, ...rule }) => rule),
        phases: phases.filter(({ modelId }) => modelId === model.id).map(({ fromOn, what }) => ({ fromOn, what })),
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
