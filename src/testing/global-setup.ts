import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../kernel/embedded.ts';
import { migrate } from '../kernel/migrate.ts';
import { startCluster } from './cluster.ts';
import { fillTemplate } from './fill-template.ts';

/** Where a test file gets its database: a PostgreSQL of the tests' own, or a PGlite folder to copy. */
export type Ground = { kind: 'postgres'; host: string } | { kind: 'pglite'; folder: string };

declare module 'vitest' {
  export interface ProvidedContext {
    ground: Ground;
  }
}

const preparePglite = async (project: TestProject) => {
  const folder = mkdtempSync(join(tmpdir(), 'tuttu-pglite-'));
  const embedded = await startEmbedded(folder);
  await migrate(embedded.url);
  await fillTemplate(embedded.url);
  await embedded.stop();
  project.provide('ground', { kind: 'pglite', folder });
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
};

/** Runs once before the test files that use a database, and ends what it started after the last. */
export default async (project: TestProject) => {
  if (process.env.TUTTU_TEST_PGLITE === '1') return preparePglite(project);
  const cluster = await startCluster({ fill: fillTemplate });
  project.provide('ground', { kind: 'postgres', host: cluster.host });
  return cluster.stop;
};
