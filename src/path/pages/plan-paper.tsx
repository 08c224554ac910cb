import { useLoaderData } from 'react-router';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { PlanPaper } from './parts/paper.tsx';
import { loadPaper } from './parts/paper-file.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => loadPaper(page, null));

export default function PlanOnPaper() {
  const written = useLoaderData<typeof loader>();
  const { t } = useText();
  return <PlanPaper written={written} base="/plan" within={t('nav.plan')} />;
}
