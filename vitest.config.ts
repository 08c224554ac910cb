import { defineConfig } from 'vitest/config';
import { sortTestFiles } from './src/testing/needs-database.ts';

const { database, unit } = sortTestFiles(import.meta.dirname);
const shared = { environment: 'node', testTimeout: 20_000, hookTimeout: 60_000 } as const;
// The files of one worker share the modules they import: reading them anew for each took most of the time.
const together = { isolate: false } as const;
// Over the built server: a test there is many requests or a walk through pages.
const running = { ...shared, testTimeout: 300_000, hookTimeout: 180_000 } as const;
const globalSetup = ['src/testing/global-setup.ts'];

export default defineConfig({
  test: {
    maxWorkers: Number(process.env.TUTTU_TEST_WORKERS ?? 2),
    projects: [
      { test: { ...shared, ...together, name: 'unit', include: unit } },
      { test: { ...shared, ...together, name: 'database', include: database, globalSetup } },
      { test: { ...running, name: 'access', include: ['e2e/access/*.spec.ts'], globalSetup } },
      { test: { ...running, name: 'browser', include: ['e2e/*.spec.ts'], globalSetup } },
    ],
  },
});
