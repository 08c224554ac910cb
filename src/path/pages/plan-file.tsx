import { type PageHandle, pageLoader } from '../../web/page.ts';
import { paperFile } from './parts/paper-file.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => paperFile(page, null));
