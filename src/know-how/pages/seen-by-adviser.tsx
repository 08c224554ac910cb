import { useLoaderData } from 'react-router';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readAudience, shareWith } from '../profile/audience-share.ts';
import { Preview } from './profile/preview.tsx';
import { ShareFields, shareLabels } from './profile/share-fields.tsx';
import { shownIn } from './profile/shown-in.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run(readAudience, 'adviser'));

export const action = formAction(async (page, form) => {
  await page.run(shareWith, { ...shownIn(form), audience: 'adviser', version: form.version });
  return goTo('/profile/adviser', 'saved');
}, shareLabels);

export default function SeenByAdviser() {
  const { isConsented, choices, newOnes, version, seen } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  return (
    <Page title={t('profile.audience.adviser')} lead={t('profile.audience.adviserLead')}>
      <Title within={t('profile.audience.title')}>{t('profile.audience.adviser')}</Title>
      <p>
        {isConsented ? t('profile.audience.consented') : t('profile.audience.notConsented')}{' '}
        <a href="/consents">{t('nav.consents')}</a>
      </p>
      <PostForm failure={failure} version={version}>
        <ShareFields audience="adviser" choices={choices} newOnes={newOnes} failure={failure} />
        <Actions>
          <Send>{t('profile.save')}</Send>
          <Go kind="tertiary" to="/profile/audiences">
            {t('profile.audience.back')}
          </Go>
        </Actions>
      </PostForm>
      <Preview title={isConsented ? t('profile.seen.adviser') : t('profile.seen.adviserIf')} seen={seen} name={null} />
    </Page>
  );
}
