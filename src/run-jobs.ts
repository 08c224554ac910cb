import { z } from 'zod';
import type { App } from './app.ts';
import { forgetQuestions } from './business/index.ts';
import { forgetDocuments, forgetDrafts, remindOfAppointments } from './dialogue/index.ts';
import { eventHandlers } from './event-handlers.ts';
import { dayIn } from './kernel/clock.ts';
import { forgetGroups } from './kernel/known-groups.ts';
import { sendDueNotices } from './kernel/notices/send-due.ts';
import { createNotify, createWriteLetter } from './kernel/notices.ts';
import { sealUseLog } from './kernel/use-log.ts';
import {
  createAskOutsideModel,
  forgetBrought,
  forgetOutsideViews,
  forgetSuggestions,
  forgetVouchAddresses,
  readDocument,
} from './know-how/index.ts';
import { forgetChanges, takeAdverts } from './matching/index.ts';
import { askAfterCare, countTalksAgain, expireHandOvers } from './path/index.ts';
import { eraseDue, keepRetention } from './rights/index.ts';
import { recommend } from './run-recommendations.ts';
import { createSendMail, createSendSms } from './send-messages.ts';

const eventJob = z.object({
  eventId: z.string(),
  cityId: z.string(),
  topic: z.string(),
  data: z.record(z.string(), z.string()),
  /** When it happened, if that was in the demo's past; else it is handled as of now. */
  at: z.iso.datetime().optional(),
});

/** Handles one event in its city, once: a second delivery finds its mark and does nothing. */
const handleEvent = async ({ database, jobs, say, clock, config, services }: App, job: unknown): Promise<void> => {
  const { eventId, cityId, topic, data, at } = eventJob.parse(job);
  const handle = eventHandlers[topic];
  if (!handle) return;
  await database.inCity(cityId, async (tx) => {
    const mark = await tx
      .insertInto('handledEvent')
      .values({ cityId, eventId })
      .onConflict((conflict) => conflict.columns(['cityId', 'eventId']).doNothing())
      .returning('eventId')
      .executeTakeFirst();
    if (!mark) return;
    const now = at === undefined ? clock() : new Date(at);
    const outside = { tx, cityId, eventId, now, jobs, say, url: config.url };
    const writeLetter = createWriteLetter({ ...outside, secrets: services.secrets });
    await handle({ tx, cityId, eventId, now, notify: createNotify(outside), writeLetter }, data);
  });
};

/** What is done again and again: seal the use log, forget old keys, sessions and addresses. */
const keepHouse = async ({ database, cities, clock, jobs, say, config }: App): Promise<void> => {
  const now = clock();
  const dayAgo = new Date(now.getTime() - 24 * 3_600_000);
  await database.acrossCities((tx) => tx.deleteFrom('session').where('expiresAt', '<', dayAgo).execute());
  for (const { id: cityId, timeZone } of cities.all()) {
    await eraseDue({ database, timeZone }, cityId, now);
    await database.inCity(cityId, async (tx) => {
      await sealUseLog(tx, cityId);
      await sendDueNotices({ tx, cityId, now, jobs, say, url: config.url });
      await askAfterCare(tx, { cityId, now, today: dayIn(timeZone, now), jobs });
      await remindOfAppointments(tx, { cityId, now, today: dayIn('UTC', now), jobs });
      await expireHandOvers(tx, { cityId, now, today: dayIn(timeZone, now), jobs });
      await countTalksAgain(tx, { cityId, today: dayIn('UTC', now) });
      await forgetDocuments(tx, { cityId, now, today: dayIn(timeZone, now) });
      await forgetChanges(tx, cityId, dayAgo);
      await forgetSuggestions(tx, { cityId, now, today: dayIn('UTC', now) });
      await forgetVouchAddresses(tx, { cityId, now, today: dayIn('UTC', now) });
      await forgetOutsideViews(tx, { cityId, today: dayIn('UTC', now) });
      await forgetGroups(tx, { cityId, today: dayIn('UTC', now) });
      await forgetQuestions(tx, cityId, dayIn('UTC', dayAgo));
      await forgetDrafts(tx, { cityId, now, today: dayIn('UTC', now) });
      await forgetBrought(tx, cityId, clock());
      await tx.deleteFrom('postedOnce').where('cityId', '=', cityId).where('createdAt', '<', dayAgo).execute();
    });
  }
};

const advertsJob = z.object({ cityId: z.string().optional() });

/** Asks for the open jobs of each city, or of those never read. */
const askForAdverts = async ({ database, cities, jobs }: App, { isNew }: { isNew: boolean }): Promise<void> => {
  for (const { id: cityId } of cities.all())
    await database.inCity(cityId, async (tx) => {
      const feed = await tx.selectFrom('advertFeed').select('readAt').where('cityId', '=', cityId).executeTakeFirst();
      if (!feed || (isNew && feed.readAt !== null)) return;
      await jobs.send(tx, 'adverts', { cityId, topic: 'adverts', queue: 'adverts' });
    });
};

/** Reads a city's open jobs; what may pass is tried again with growing pauses. */
const readAdverts = async (app: App, job: unknown): Promise<void> => {
  const { cityId } = advertsJob.parse(job);
  const { adverts: source, vocabulary } = app.services;
  if (!source) return;
  if (cityId === undefined) return askForAdverts(app, { isNew: false });
  const taken = await takeAdverts({ ...app, source, vocabulary }, cityId);
  if (taken && 'trouble' in taken && taken.mayPass) throw new Error(taken.trouble);
};

export const startJobs = async (app: App): Promise<void> => {
  await app.jobs.work({
    event: (job) => handleEvent(app, job),
    mail: createSendMail(app),
    sms: createSendSms(app),
    housekeeping: () => keepHouse(app),
    adverts: (job) => readAdverts(app, job),
    recommendations: () => recommend(app),
    retention: () => keepRetention(app),
    reading: (job) => readDocument(app, job),
    outsideModel: createAskOutsideModel({
      ...{ database: app.database, clock: app.clock, onError: app.onError },
      timeZone: (cityId) => app.cities.find(cityId)?.timeZone ?? 'Europe/Helsinki',
      outsideModel: app.services.outsideModel,
    }),
  });
  await app.jobs.repeat('housekeeping', '* * * * *', {});
  await app.jobs.repeat('recommendations', '* * * * *', {});
  await app.jobs.repeat('retention', '41 1 * * *', {});
  if (!app.services.adverts) return;
  await app.jobs.repeat('adverts', '23 1,7,13,19 * * *', {});
  await askForAdverts(app, { isNew: true });
};
