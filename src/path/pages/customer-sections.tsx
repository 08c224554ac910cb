import { useLoaderData } from 'react-router';
import { Page, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readSections } from '../sections/read-sections.ts';
import { Sections } from './parts/sections.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => page.run(readSections, { customerId: page.param('customerId') }));

export default function CustomerSections() {
  const view = useLoaderData<typeof loader>();
  const { t } = useText();
  const { id, name } = view.customer;
  return (
    <Page title={t('path.section.pageOf', { name })} lead={t('path.section.leadOther')}>
      <Title within={t('nav.caseload')}>{t('path.section.pageOf', { name })}</Title>
      <Sections view={view} base={`/customers/${id}`} isCustomer={false} />
      <p>
        <a href={`/customers/${id}`}>{t('path.toPlan')}</a>
      </p>
    </Page>
  );
}
