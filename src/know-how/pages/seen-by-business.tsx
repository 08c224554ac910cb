import { useLoaderData } from 'react-router';
import { Page, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readAudience } from '../profile/audience-share.ts';
import { nameOnLink } from '../profile/links.ts';
import { AudienceForm } from './profile/audience-form.tsx';
import { shareAction } from './profile/share-action.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => ({
  ...(await page.run(readAudience, 'business')),
  name: nameOnLink(page.actor.name, 'firstName'),
}));

export const action = shareAction('business');

export default function SeenByBusiness() {
  const { name, ...view } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('profile.itemAudience.business')} lead={t('profile.business.lead')}>
      <Title within={t('profile.audience.title')}>{t('profile.itemAudience.business')}</Title>
      <p>{t('profile.business.each')}</p>
      <p>
        {t('profile.business.given')} <a href="/answers">{t('profile.audience.businessGo')}</a>
      </p>
      <AudienceForm audience="business" view={view} seenAs={{ title: t('profile.seen.business'), name }}>
        <p className="quiet">{t('profile.business.care')}</p>
      </AudienceForm>
    </Page>
  );
}
