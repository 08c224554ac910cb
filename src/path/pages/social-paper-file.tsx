import { type PageHandle, pageLoader } from '../../web/page.ts';
import { paperFile } from './parts/paper-file.ts';

export const handle: PageHandle = { roles: ['socialWorker'] };

export const loader = pageLoader((page) => paperFile(page, page.param('customerId')));
