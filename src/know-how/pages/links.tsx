import { useLoaderData } from 'react-router';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { makeLink, prepareLink } from '../profile/links.ts';
import { LinkFields, linkLabels } from './profile/link-fields.tsx';
import { linkIn } from './profile/link-in.ts';
import { ShareFields } from './profile/share-fields.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run((work) => prepareLink(work), undefined));

export const action = formAction(async (page, form) => {
  const { id } = await page.run(makeLink, linkIn(form));
  return goTo(`/profile/links/${id}`, 'saved');
}, linkLabels);

export default function NewLink() {
  const { untilOn, choices } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  return (
    <Page title={t('profile.link.new')} lead={t('profile.link.lead')}>
      <Title within={t('profile.audience.title')}>{t('profile.link.new')}</Title>
      <PostForm failure={failure}>
        <LinkFields untilOn={untilOn} />
        <ShareFields audience="link" choices={choices} newOnes={[]} failure={failure} />
        <p className="quiet">{t('profile.link.warning')}</p>
        <Actions>
          <Send>{t('profile.link.make')}</Send>
          <Go kind="tertiary" to="/profile/audiences">
            {t('profile.audience.back')}
          </Go>
        </Actions>
      </PostForm>
    </Page>
  );
}
