import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type Language, languages } from '../../kernel/languages.ts';
import { productFolder } from '../../kernel/root.ts';
import { type Progress, privateKinds, type Read } from './reader/types.ts';
import { type Wrong, wrongs } from './reader/unreadable.ts';

export type ReaderLimits = {
  /** From the start of the process to its answer. */
  milliseconds: number;
  /** Of the whole process, and of V8's heap in it. */
  bytes: number;
  heapMegabytes: number;
};

const readerLimits: ReaderLimits = { milliseconds: 20_000, bytes: 512 * 1024 * 1024, heapMegabytes: 256 };

const told = z.union([
  z.object({ progress: z.object({ page: z.number(), pages: z.number() }) }),
  // Our own reader wrote it, of types the compiler holds; its size is held by the process's limits.
  z.object({ read: z.custom<Read>((value) => isRead(value)) }),
  z.object({ wrong: z.enum(wrongs) }),
]);

const readShape = z.looseObject({
  language: z.enum(languages),
  paragraphs: z.array(z.looseObject({ text: z.string() })),
  found: z.array(z.looseObject({ kind: z.string() })),
  leftOut: z.array(z.enum(privateKinds)),
});
const isRead = (value: unknown): boolean => readShape.safeParse(value).success;

/** What the process may: read the product's own files. Not write, not start another process; and a thread, which watches its memory. */
const rights = ['--permission', `--allow-fs-read=${productFolder}`, '--allow-worker'];

const reader = join(productFolder, 'src', 'know-how', 'bring', 'reader', 'process.ts');

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

const mostAnswered = 4_000_000;

/** A process that took too much memory was killed by its own watch, by V8 (which aborts), or by the operating system. */
const ended = (code: number | null, signal: NodeJS.Signals | null, isLate: boolean): Wrong => {
  if (isLate) return 'tooSlow';
  return signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134 ? 'tooHeavy' : 'failure';
};

/**
 * Reads a document in a process of its own, which is killed when it takes too long or too much memory: whatever the bytes are, this process
 * waits for an answer and nothing else. `tell` hears of each page. Resolves to what was read, or to why it could not be.
 */
export const runReader = (
  bytes: Buffer,
  {
    language,
    tell,
    limits = readerLimits,
  }: { language: Language; tell: (progress: Progress) => void; limits?: ReaderLimits },
): Promise<Read | Wrong> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${limits.heapMegabytes}`, ...rights, reader, language, String(limits.bytes)],
      { stdio: ['pipe', 'pipe', 'ignore'], env: {}, cwd: productFolder },
    );
    let answer: Read | Wrong | null = null;
    let isLate = false;
    let length = 0;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, limits.milliseconds);
    createInterface({ input: child.stdout }).on('line', (line) => {
      length += line.length;
      if (length > mostAnswered) return child.kill('SIGKILL');
      const said = told.safeParse(parsed(line)).data;
      if (!said) return;
      if ('progress' in said) tell(said.progress);
      else answer = 'read' in said ? said.read : said.wrong;
    });
    child.stdin.on('error', () => {});
    child.on('error', () => {
      clearTimeout(timer);
      resolve('failure');
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(answer ?? ended(code, signal, isLate));
    });
    child.stdin.end(bytes);
  });
