import { useLoaderData } from 'react-router';
import { Page, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readAudience } from '../profile/audience-share.ts';
import { AudienceForm } from './profile/audience-form.tsx';
import { shareAction } from './profile/share-action.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run(readAudience, 'adviser'));

export const action = shareAction('adviser');

export default function SeenByAdviser() {
  const { isConsented, ...view } = useLoaderData<typeof loader>();
  const { t } = useText();
  const seenAs = { title: t(isConsented ? 'profile.seen.adviser' : 'profile.seen.adviserIf'), name: null };
  return (
    <Page title={t('profile.audience.adviser')} lead={t('profile.audience.adviserLead')}>
      <Title within={t('profile.audience.title')}>{t('profile.audience.adviser')}</Title>
      <p>
        {isConsented ? t('profile.audience.consented') : t('profile.audience.notConsented')}{' '}
        <a href="/consents">{t('nav.consents')}</a>
      </p>
      <AudienceForm audience="adviser" view={view} seenAs={seenAs} />
    </Page>
  );
}
