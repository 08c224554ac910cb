import { defineConfig } from 'vitest/config';
import { sortTestFiles } from './src/testing/needs-database.ts';

const { database, unit } = sortTestFiles(import.meta.dirname);
const shared = { environment: 'node', testTimeout: 20_000, hookTimeout: 60_000 } as const;
// Over the built server: a test there is many requests or a walk through pages.
const running = { ...shared, testTimeout: 300_000, hookTimeout: 180_000 } as const;
const globalSetup = ['src/testing/global-setup.ts'];

export default defineConfig({
  test: {
    maxWorkers: Number(process.env.TUTTU_TEST_WORKERS ?? 2),
    projects: [
      { test: { ...shared, name: 'unit', isolate: false, include: unit } },
      { test: { ...shared, name: 'database', isolate: false, include: database, globalSetup } },
      { test: { ...running, name: 'access', include: ['e2e/access/*.spec.ts'], globalSetup } },
      { test: { ...running, name: 'browser', include: ['e2e/*.spec.ts'], globalSetup } },
    ],
  },
});
