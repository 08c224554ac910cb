import { parentPort, workerData } from 'node:worker_threads';
import type { WrittenProfile } from './document.ts';
import { toDocx } from './docx.ts';
import { toPdf } from './pdf.ts';
import type { DocumentForm } from './render-document.ts';

// One document, beside the server's own thread: laying out a PDF takes a tenth of a second and more.
const { form, written } = workerData as { form: DocumentForm; written: WrittenProfile };
const bytes = await (form === 'pdf' ? toPdf(written) : toDocx(written));
parentPort?.postMessage(new Uint8Array(bytes));
