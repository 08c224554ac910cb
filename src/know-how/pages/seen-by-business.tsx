import { useLoaderData } from 'react-router';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readAudience, shareWith } from '../profile/audience-share.ts';
import { nameOnLink } from '../profile/links.ts';
import { Preview } from './profile/preview.tsx';
import { ShareFields, shareLabels } from './profile/share-fields.tsx';
import { shownIn } from './profile/shown-in.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => ({
  ...(await page.run(readAudience, 'business')),
  name: nameOnLink(page.actor.name, 'firstName'),
}));

export const action = formAction(async (page, form) => {
  await page.run(shareWith, { ...shownIn(form), audience: 'business', version: form.version });
  return goTo('/profile/business', 'saved');
}, shareLabels);

export default function SeenByBusiness() {
  const { choices, newOnes, version, seen, name } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  return (
    <Page title={t('profile.itemAudience.business')} lead={t('profile.business.lead')}>
      <Title within={t('profile.audience.title')}>{t('profile.itemAudience.business')}</Title>
      <p>{t('profile.business.each')}</p>
      <p>
        {t('profile.business.given')} <a href="/answers">{t('profile.audience.businessGo')}</a>
      </p>
      <PostForm failure={failure} version={version}>
        <ShareFields audience="business" choices={choices} newOnes={newOnes} failure={failure} />
        <p className="quiet">{t('profile.business.care')}</p>
        <Actions>
          <Send>{t('profile.save')}</Send>
          <Go kind="tertiary" to="/profile/audiences">
            {t('profile.audience.back')}
          </Go>
        </Actions>
      </PostForm>
      <Preview title={t('profile.seen.business')} seen={seen} name={name} />
    </Page>
  );
}
