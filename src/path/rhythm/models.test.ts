import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { languages } from '../../kernel/languages.ts';
import { testWorld } from '../../testing/database.ts';
import { modelOn, readModels } from './models.ts';

const world = await testWorld();
const inTurku = world.database.inCity;
const models = await inTurku('turku', readModels);

const talks = (id: string) =>
  models
    .get(id)
    ?.rules.map(({ kind, anchor, afterMonths, every, unit, times, againMonths, inPerson }) =>
      [kind, anchor, afterMonths, every, unit, times, againMonths, inPerson].join(' '),
    );

test('the model of 2022: five working days, five talks in three months, then every three; two in a month every half year', () => {
  expect(models.get('nordic-2022')).toMatchObject({
    ...{ fromOn: '2022-05-02', untilOn: '2025-12-31', law: 'HE 167/2021', confidence: 'seen' },
    duty: { least: 0, usual: 4, most: 4 },
    phases: [{ fromOn: '2022-05-02', what: 'process' }],
  });
  expect(talks('nordic-2022')).toEqual([
    'firstInterview begun 0 5 workingDays 1  false',
    'followUp interview 0 2 weeks 5  false',
    'followUp interview 3 3 months   false',
    'supplementary begun 6 2 weeks 2 6 false',
  ]);
});

test('the model of 2026: ten working days in person, then every three months; in force by phases', () => {
  expect(models.get('reform-2026')).toMatchObject({
    ...{ fromOn: '2026-01-01', untilOn: null, law: 'HE 108/2025, TyVM 9/2025', duty: null },
    phases: [
      { fromOn: '2026-01-01', what: 'process' },
      { fromOn: '2026-03-01', what: 'sanctions' },
      { fromOn: '2026-09-01', what: 'profile' },
    ],
  });
  expect(talks('reform-2026')).toEqual([
    'firstInterview begun 0 10 workingDays 1  true',
    'followUp interview 0 3 months   false',
  ]);
});

test('every model follows the one before it without a gap, and says what it says in every language', async () => {
  const days = ['2022-05-01', '2022-05-02', '2025-12-31', '2026-01-01', '2030-01-01'];
  const found = await inTurku('turku', (tx) => Promise.all(days.map((day) => modelOn(tx, day))));
  expect(found).toEqual([null, 'nordic-2022', 'nordic-2022', 'reform-2026', 'reform-2026']);
  for (const { neglect, phases } of models.values())
    for (const says of [neglect, ...phases.map((phase) => phase.says)])
      expect(languages.filter((language) => !says?.[language])).toEqual([]);
});

test('every row of the law names its law and source, and what nobody has checked where it is a draft', async () => {
  const { rows } = await inTurku('turku', (tx) =>
    sql<{ what: string }>`
      select 'model ' || id as what from process_model where law = '' or source = ''
      union all select 'kind ' || id from plan_kind
        where law = '' or source = '' or (confidence <> 'seen' and unchecked = '')
      union all select 'ground ' || id from document_ground
        where law = '' or source = '' or (confidence <> 'seen' and unchecked = '')
      union all select 'term ' || name from term where source = ''`.execute(tx),
  );
  expect(rows).toEqual([]);
});
