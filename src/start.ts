import type { ServerBuild } from 'react-router';
import { openApp } from './app.ts';
import { createWeb } from './create-web.ts';
import { loadDemo, printDemo } from './demo/index.ts';
import { readConfig } from './kernel/config.ts';
import { settleDeployment } from './kernel/deployment.ts';
import { startEmbedded } from './kernel/embedded.ts';
import { gatherStatistics, migrate, pendingMigrations, refuseAllPowerfulUser } from './kernel/migrate.ts';
import { startJobs } from './run-jobs.ts';

type Say = (line: string) => void;

/** Starts everything in order, saying what takes time, and ends it in order at SIGINT and SIGTERM. */
export const startServer = async ({
  build,
  environment,
  say,
}: {
  build: ServerBuild;
  environment: Record<string, string | undefined>;
  say: Say;
}): Promise<void> => {
  const config = readConfig(environment);
  const tell = (text: string) => say(`Tuttu: ${text}`);
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config.dataFolder) : null;
  const databaseUrl = embedded?.url ?? config.databaseUrl ?? '';
  const undo: (() => Promise<void>)[] = embedded ? [embedded.stop] : [];
  const stopAll = async () => {
    for (const stop of undo.splice(0).reverse()) await stop().catch((error) => console.error(error));
  };
  try {
    if (!embedded) await refuseAllPowerfulUser(databaseUrl);
    const migratorUrl = embedded?.url ?? config.migratorUrl ?? '';
    const missing = await pendingMigrations(migratorUrl);
    if (missing.length > 0) tell(`Preparing the database (${missing.length} steps) ...`);
    await migrate(migratorUrl);
    const app = await openApp(config, {
      databaseUrl,
      isEmbedded: embedded !== null,
      onError: (error) => console.error(error),
    });
    undo.push(app.close);
    await app.database.acrossCities((tx) => settleDeployment(tx, { isDemo: config.demo }));
    if (config.demo && (await loadDemo(app, tell))) await gatherStatistics(migratorUrl);
    const web = await createWeb(app, build);
    await web.listen({ port: config.port, host: config.host });
    undo.push(() => web.close());
    await startJobs(app);
    tell(`Open ${config.url}`);
    if (config.demo) await printDemo(app, say);
  } catch (error) {
    await stopAll();
    throw error;
  }
  const end = (signal: string) => {
    tell(`Ending (${signal}) ...`);
    setTimeout(() => process.exit(1), 15_000).unref();
    stopAll().then(() => process.exit(0));
  };
  process.once('SIGINT', () => end('Ctrl-C'));
  process.once('SIGTERM', () => end('SIGTERM'));
  embedded?.onExit(() => {
    console.error('Tuttu: The embedded database ended by itself. Start again; nothing that was saved is lost.');
    process.exit(1);
  });
};
