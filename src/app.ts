import { eventHandlers } from './event-handlers.ts';
import { type Cities, keepCities } from './kernel/cities.ts';
import { type Clock, systemClock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import { type Database, openDatabase } from './kernel/database.ts';
import { type JobWorker, openJobs } from './kernel/jobs.ts';
import { createLive, type Live } from './kernel/live/live.ts';
import { createSay, type Say } from './kernel/say.ts';
import { createSecrets, secretOfFolder } from './kernel/secrets.ts';
import { createRun, createRunAsGuest, type Run, type RunAsGuest, type Services } from './kernel/work.ts';
import { catalogues } from './messages/index.ts';
import { loadServices } from './services.ts';

/** Everything wired together, without the web: what pages, API, jobs and the operator's commands share. */
export type App = {
  config: Config;
  database: Database;
  jobs: JobWorker;
  cities: Cities;
  services: Services;
  clock: Clock;
  say: Say;
  /** Where faults nobody waits for are told. */
  onError(error: unknown): void;
  run: Run;
  runAsGuest: RunAsGuest;
  live: Live;
  /** The same at an earlier time: the demo's past is made with it. */
  runAt(past: Clock): Run;
  runAsGuestAt(past: Clock): RunAsGuest;
  close(): Promise<void>;
};

export const openApp = async (
  config: Config,
  options: { databaseUrl: string; isEmbedded: boolean; clock?: Clock; onError: (error: unknown) => void },
): Promise<App> => {
  const clock = options.clock ?? systemClock;
  const live = createLive(options.databaseUrl, { onError: options.onError });
  const database = openDatabase(options.databaseUrl, {
    max: options.isEmbedded ? 1 : config.poolSize,
    heard: live.heard,
  });
  await live.listen();
  const jobs = await openJobs(options.databaseUrl, { onError: options.onError });
  const cities = await keepCities(database);
  const secrets = createSecrets(config.secret ?? secretOfFolder(config.dataFolder));
  const services = await loadServices({ secrets, database, config, clock, onError: options.onError });
  const say = createSay(catalogues);
  const timeZone = (cityId: string) => cities.find(cityId)?.timeZone ?? 'Europe/Helsinki';
  const isHandled = (topic: string) => Object.hasOwn(eventHandlers, topic);
  const surroundings = { database, services, jobs, timeZone, isHandled };
  return {
    config,
    database,
    jobs,
    cities,
    services,
    clock,
    say,
    onError: options.onError,
    run: createRun({ ...surroundings, clock }),
    runAsGuest: createRunAsGuest({ ...surroundings, clock }),
    live,
    runAt: (past) => createRun({ ...surroundings, clock: past, isPast: true }),
    runAsGuestAt: (past) => createRunAsGuest({ ...surroundings, clock: past, isPast: true }),
    async close() {
      cities.stop();
      services.vocabulary.close();
      await live.close();
      await jobs.stop();
      await database.close();
    },
  };
};
