import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Problem } from '../problem.ts';
import { productFolder } from '../root.ts';
import type { Written } from './written.ts';

export const documentForms = ['pdf', 'docx'] as const;
export type DocumentForm = (typeof documentForms)[number];

const longest = 20_000;
/** So many threads at once, so that pages are answered meanwhile; so many documents wait for one, longer than anybody does. */
const [mostAtOnce, mostWaiting] = [2, 30];
const workerFile = join(productFolder, 'src', 'kernel', 'written', 'document-worker.ts');

const waiting: (() => void)[] = [];
let atWork = 0;

const takeTurn = async (): Promise<void> => {
  if (atWork < mostAtOnce) {
    atWork += 1;
    return;
  }
  if (waiting.length >= mostWaiting) throw new Problem('unavailable');
  // Whoever is done gives the place over.
  await new Promise<void>((resolve) => waiting.push(resolve));
};

const giveTurn = (): void => {
  const next = waiting.shift();
  if (next) next();
  else atWork -= 1;
};

const render = (written: Written, form: DocumentForm): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, {
      workerData: { form, written },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    const limit = setTimeout(() => {
      reject(new Error('The document was not ready in time.'));
      void worker.terminate();
    }, longest);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(limit);
      reject(new Error('The document was not made.'));
    });
  });

/**
 * A written document as a file, made in a thread of its own so that nobody waits for it but who asked, a few at once and the others after them.
 * Throws when it takes over 20 s, and unavailable where too many wait already.
 */
export const renderDocument = async (written: Written, form: DocumentForm): Promise<Uint8Array> => {
  await takeTurn();
  try {
    return await render(written, form);
  } finally {
    giveTurn();
  }
};
