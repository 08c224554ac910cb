import type { App } from './app.ts';
import { dayIn } from './kernel/clock.ts';
import { createNotify } from './kernel/notices.ts';
import {
  beginRun,
  forgetRecommendations,
  goOnWithRun,
  hasRunSince,
  recommendNew,
  tellOfNew,
} from './matching/index.ts';

/** When the night's run begins, in UTC. */
const nightBegins = { hours: 1, minutes: 41 };

const latestNight = (now: Date): Date => {
  const begins = new Date(now);
  begins.setUTCHours(nightBegins.hours, nightBegins.minutes, 0, 0);
  if (begins > now) begins.setUTCDate(begins.getUTCDate() - 1);
  return begins;
};

/** How long the night's run of one city goes on in one job; the next minute goes on after it. */
const runForMs = 30_000;

/** Tells people of new challenges, some hundred in a transaction. */
const tellCity = async ({ database, jobs, say, clock, config, services }: App, cityId: string): Promise<void> => {
  for (let told = 1; told > 0; )
    told = await database.inCity(cityId, (tx) => {
      const now = clock();
      return tellOfNew({
        ...{ tx, cityId, now },
        vocabulary: services.vocabulary,
        notify: (eventId, notice) => createNotify({ tx, cityId, eventId, now, jobs, say, url: config.url })(notice),
      });
    });
};

const beginNight = ({ database, services, clock }: App, cityId: string, timeZone: string): Promise<void> =>
  database.inCity(cityId, async (tx) => {
    const now = clock();
    if (await hasRunSince(tx, cityId, latestNight(now))) return;
    await beginRun(tx, { cityId, version: services.vocabulary.version, now, today: dayIn(timeZone, now) });
  });

/** Each minute: new challenges and who is told of them; and the night's recommendations, as far as they are. */
export const recommend = async (app: App): Promise<void> => {
  const { database, services, clock, cities } = app;
  const { vocabulary, matchingIndex } = services;
  const outside = { database, vocabulary, matchingIndex, clock };
  for (const { id: cityId, timeZone } of cities.all()) {
    await recommendNew(outside, cityId);
    await tellCity(app, cityId);
    await beginNight(app, cityId, timeZone);
    const isOver = await goOnWithRun(outside, cityId, { forMs: runForMs });
    if (isOver) await database.inCity(cityId, (tx) => forgetRecommendations(tx, cityId, clock()));
  }
};
