import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { addCity } from '../kernel/cities.ts';
import type { Clock } from '../kernel/clock.ts';
import { readConfig } from '../kernel/config.ts';
import { type Database, openDatabase } from '../kernel/database.ts';
import { startEmbedded } from '../kernel/embedded.ts';
import { newId } from '../kernel/ids.ts';
import { createNotify, createWriteLetter, type EventHandlers } from '../kernel/notices.ts';
import { createSay } from '../kernel/say.ts';
import { createSecrets } from '../kernel/secrets.ts';
import { createRun, createRunAsGuest, type Run, type RunAsGuest, type Services } from '../kernel/work.ts';
import { catalogues } from '../messages/index.ts';
import { loadServices } from '../services.ts';
import { builders } from './builders.ts';
import { testCities } from './cities.ts';
import { cloneDatabase, clusterAt, dropDatabase } from './cluster.ts';
import type { Ground } from './global-setup.ts';
import { type RecordedJobs, recordJobs } from './recorded-jobs.ts';

type Place = {
  /** Address as the server would have it: the app's login. On PGlite everybody is the one user. */
  url: string;
  migratorUrl: string;
  isEmbedded: boolean;
  remove(): Promise<void>;
};

const onPostgres = async (host: string): Promise<Place> => {
  const cluster = clusterAt(host);
  const name = await cloneDatabase(cluster);
  return {
    url: cluster.asApp(name),
    migratorUrl: cluster.asMigrator(name),
    isEmbedded: false,
    remove: () => dropDatabase(cluster, name),
  };
};

const onPglite = async (templateFolder: string): Promise<Place> => {
  const folder = mkdtempSync(join(tmpdir(), 'tuttu-pglite-'));
  cpSync(templateFolder, folder, { recursive: true });
  const embedded = await startEmbedded(folder);
  return {
    url: embedded.url,
    migratorUrl: embedded.url,
    isEmbedded: true,
    remove: async () => {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

/** An empty, migrated database of one's own, without cities. The caller removes it. */
export const emptyDatabase = (): Promise<Place> => {
  const ground: Ground = inject('ground');
  return ground.kind === 'postgres' ? onPostgres(ground.host) : onPglite(ground.folder);
};

export type World = ReturnType<typeof builders> & {
  database: Database;
  run: Run;
  runAsGuest: RunAsGuest;
  services: Services;
  url: string;
  migratorUrl: string;
  isEmbedded: boolean;
  /** The instant every use case sees: 2026-03-02 09:00 in Finland until a test moves it. */
  clock: Clock & { set(instant: string | Date): void };
  /** What was sent to the queues by committed and rolled back work alike, newest last. */
  jobs: RecordedJobs;
  /** Hands all events sent since the last call to handlers, as the job worker would. Mails end in the table `mail`. */
  deliver(handlers: EventHandlers): Promise<void>;
  close(): Promise<void>;
};

const fixedClock = (): World['clock'] => {
  let now = new Date('2026-03-02T07:00:00Z');
  const set = (instant: string | Date) => {
    now = new Date(instant);
  };
  return Object.assign(() => new Date(now), { set });
};

/** A database of this file's own with the cities Turku and Espoo. Call it at the file's top level: it closes itself after the last test. */
export const testWorld = async (): Promise<World> => {
  const place = await emptyDatabase();
  const database = openDatabase(place.url, { max: place.isEmbedded ? 1 : 5 });
  await database.acrossCities(async (tx) => {
    for (const city of testCities) await addCity(tx, city);
  });
  const clock = fixedClock();
  const jobs = recordJobs();
  const secrets = createSecrets('a secret for tests, long enough to be one');
  const config = readConfig({ TUTTU_DATA: mkdtempSync(join(tmpdir(), 'tuttu-data-')) });
  let isOpen = true;
  const services = await loadServices({
    secrets,
    database,
    config,
    clock,
    onError: (error) => isOpen && console.error(error),
  });
  const surroundings = {
    ...{ database, clock, services, jobs },
    timeZone: () => 'Europe/Helsinki',
    isHandled: () => true,
  };
  const run = createRun(surroundings);
  const runAsGuest = createRunAsGuest(surroundings);
  const say = createSay(catalogues);

  const deliver = async (handlers: EventHandlers) => {
    for (const { cityId, topic, data } of jobs.takeEvents())
      await database.inCity(cityId, async (tx) => {
        const eventId = newId();
        const outside = { tx, cityId, eventId, now: clock(), jobs, say, url: 'http://tuttu.test' };
        const notify = createNotify(outside);
        const writeLetter = createWriteLetter({ ...outside, secrets });
        await handlers[topic]?.({ tx, cityId, eventId, now: clock(), notify, writeLetter }, data);
      });
  };
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    services.vocabulary.close();
    await database.close();
    await place.remove();
    rmSync(config.dataFolder, { recursive: true, force: true });
  };
  afterAll(close, 60_000);
  return {
    database,
    run,
    runAsGuest,
    services,
    url: place.url,
    migratorUrl: place.migratorUrl,
    isEmbedded: place.isEmbedded,
    clock,
    jobs,
    deliver,
    close,
    ...builders({ database, secrets, clock }),
  };
};
