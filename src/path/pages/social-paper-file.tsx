import { type PageHandle, pageLoader } from '../../web/page.ts';
import { paperFile } from './parts/paper-file.ts';

export const handle: PageHandle = { roles: ['socialWorker'] };

export const loader = pageLoader((page) => {
  const customerId = page.param('customerId');
  return paperFile(page, customerId, `/social-work/${customerId}`);
});
