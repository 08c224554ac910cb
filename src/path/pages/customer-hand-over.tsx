import { useLoaderData } from 'react-router';
import { formAction, type PageHandle, pageLoader } from '../../web/page.ts';
import { NewHandOver } from './parts/new-hand-over.tsx';
import { actOnHandOverStart, handOverLabels, loadHandOverStart } from './parts/new-hand-over-load.ts';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => loadHandOverStart(page, '/customers'));

export const action = formAction(actOnHandOverStart, handOverLabels);

export default function CustomerHandOver() {
  return <NewHandOver {...useLoaderData<typeof loader>()} />;
}
