import { useLoaderData } from 'react-router';
import { Page, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readSections } from '../sections/read-sections.ts';
import { Sections } from './parts/sections.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run(readSections, { customerId: null }));

export default function PlanSections() {
  const view = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('path.section.page')} lead={t('path.section.lead')}>
      <Title within={t('nav.plan')}>{t('path.section.page')}</Title>
      <Sections view={view} base="/plan" isCustomer />
      <p>
        <a href="/plan">{t('path.toPlan')}</a>
      </p>
    </Page>
  );
}
