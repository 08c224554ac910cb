import type { Clock } from '../../kernel/clock.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { runRetention } from './run-retention.ts';

type Outside = { database: Database; clock: Clock; cities: { all(): readonly { id: string; timeZone: string }[] } };

/** The nightly run: in each city what has been kept long enough goes. */
export const keepRetention = async ({ database, clock, cities }: Outside): Promise<void> => {
  const now = clock();
  for (const { id: cityId, timeZone } of cities.all())
    await runRetention(database, { cityId, now, today: dayIn(timeZone, now) });
};
