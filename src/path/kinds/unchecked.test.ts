import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { uncheckedIn } from './unchecked.ts';

const world = await testWorld();

test('what nobody has checked is named one by one, without the remarks', () => {
  expect(uncheckedIn('')).toEqual([]);
  expect(uncheckedIn('from_on (the day, which is not seen), contents (strengths), review_months')).toEqual([
    ...['fromOn', 'contents', 'review'],
  ]);
  expect(() => uncheckedIn('colour')).toThrow('colour');
});

test('every row of the law says it in names we can tell people', async () => {
  const { rows } = await world.database.inCity('turku', (tx) =>
    sql<{ unchecked: string; confidence: string }>`
      select unchecked, confidence from plan_kind union all select unchecked, confidence from process_model`.execute(
      tx,
    ),
  );
  for (const { unchecked, confidence } of rows)
    expect(uncheckedIn(unchecked).length > 0 || confidence === 'seen').toBe(true);
});
