import * as build from 'virtual:react-router/server-build';
import { ConfigError } from './kernel/config.ts';
import { WrongDatabase } from './kernel/deployment.ts';
import { FolderInUse } from './kernel/embedded.ts';
import { startServer } from './start.ts';

const fail = (error: unknown): never => {
  const isPlain =
    error instanceof ConfigError ||
    error instanceof FolderInUse ||
    error instanceof WrongDatabase ||
    !(error instanceof Error);
  console.error(isPlain ? `Tuttu: ${error instanceof Error ? error.message : error}` : error);
  process.exit(1);
};

process.on('unhandledRejection', fail);

await startServer({ build, environment: process.env, say: (line) => console.log(line) }).catch(fail);
