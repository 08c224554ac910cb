import type { App } from '../app.ts';
import { setPromise } from '../dialogue/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { DemoTime } from './time.ts';

/** The first adviser of each city promises to answer in two working days; the others promise what the city does. */
export const growPromises = async (
  { app, time }: { app: App; time: DemoTime },
  advisers: readonly Actor[],
): Promise<void> => {
  for (const [first] of Map.groupBy(advisers, ({ cityId }) => cityId).values())
    if (first) await app.runAt(() => time.daysAgo(60))(first, setPromise, { days: 2 });
};
