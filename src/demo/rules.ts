import type { App } from '../app.ts';
import type { Actor } from '../kernel/actor.ts';
import { decideCityTerm } from '../kernel/city-terms.ts';
import { decideCityRhythm } from '../path/index.ts';
import type { DemoTime } from './time.ts';

const source = 'Työllisyyslautakunta § 12 (esimerkki)';

/** What each city's administrator has written down of what the city decided: free times farther ahead from next month, reviews of plans from next summer. */
export const growRules = async (
  { app, time }: { app: App; time: DemoTime },
  administrators: readonly Actor[],
): Promise<void> => {
  for (const administrator of administrators) {
    const run = app.runAt(() => time.daysAgo(20));
    const fromOn = time.dayAhead(30);
    await run(administrator, decideCityTerm, { name: 'appointmentAheadDays', fromOn, value: 56, source });
    await run(administrator, decideCityRhythm, {
      ...{ modelId: 'reform-2026', kind: 'review', fromOn: time.dayAhead(210), every: 6, unit: 'months', source },
    });
  }
};
