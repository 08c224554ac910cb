import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentForm } from './render-document.ts';
import { toDocx } from './to-docx.ts';
import { toPdf } from './to-pdf.ts';
import type { Written } from './written.ts';

// One document, beside the server's own thread: laying out a PDF takes a tenth of a second and more.
const { form, written } = workerData as { form: DocumentForm; written: Written };
const bytes = await (form === 'pdf' ? toPdf(written) : toDocx(written));
parentPort?.postMessage(new Uint8Array(bytes));
