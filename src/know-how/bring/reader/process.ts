import { isLanguage } from '../../../kernel/languages.ts';
import { read } from './read.ts';
import type { Progress, Read } from './types.ts';
import { Unreadable, type Wrong } from './unreadable.ts';
import { watchMemory } from './watch-memory.ts';

// A process that reads one document: its bytes come by stdin, what it finds goes line by line to stdout, and it ends. It is started without
// rights to write files or start processes, with nothing of the server's environment, and is killed when it takes too long.

export type Told = { progress: Progress } | { read: Read } | { wrong: Wrong };

const tell = (told: Told): Promise<void> =>
  new Promise((resolve) => process.stdout.write(`${JSON.stringify(told)}\n`, () => resolve()));

const bytesOfInput = async (): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
};

// A library that writes a warning writes it nowhere.
for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) console[name] = () => {};
watchMemory(Number(process.argv[3]));

const language = isLanguage(process.argv[2]) ? process.argv[2] : 'fi';
try {
  const bytes = await bytesOfInput();
  await tell({ read: await read(bytes, language, (progress) => void tell({ progress })) });
} catch (error) {
  await tell({
    wrong: error instanceof Unreadable ? error.wrong : error instanceof RangeError ? 'hostile' : 'failure',
  });
}
process.exit(0);
