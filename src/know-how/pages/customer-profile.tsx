import { useLoaderData } from 'react-router';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readCustomerProfile } from '../profile/audience-share.ts';
import { SeenProfile } from './profile/seen-profile.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader(async (page) => {
  const customerId = page.param('customerId');
  return { ...(await page.run(readCustomerProfile, customerId)), customerId };
});

export default function CustomerProfile() {
  const { name, seen, customerId } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('profile.customer.title', { name })} lead={t('profile.customer.lead')}>
      <Title within={name}>{t('profile.customer.title', { name })}</Title>
      {seen ? <SeenProfile seen={seen} /> : <Empty>{t('profile.customer.notShared')}</Empty>}
      <p>
        <a href={`/customers/${customerId}`}>{t('profile.customer.back')}</a>
      </p>
    </Page>
  );
}
