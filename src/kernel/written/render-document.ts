import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { productFolder } from '../root.ts';
import type { Written } from './written.ts';

export const documentForms = ['pdf', 'docx'] as const;
export type DocumentForm = (typeof documentForms)[number];

const longest = 20_000;
const workerFile = join(productFolder, 'src', 'kernel', 'written', 'document-worker.ts');

/** A written document as a file, made in a thread of its own so that nobody waits for it but who asked. Throws when it takes over 20 s. */
export const renderDocument = (written: Written, form: DocumentForm): Promise<Uint8Array> =>
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
