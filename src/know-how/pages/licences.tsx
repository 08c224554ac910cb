import { useLoaderData } from 'react-router';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { licenceOptions } from '../profile/licence-list.ts';
import { addLicence } from '../profile/licences.ts';
import { LicenceFields, licenceLabels } from './profile/licence-fields.tsx';
import { licenceIn } from './profile/licence-in.ts';
import { SaveActions } from './profile/save-actions.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => licenceOptions(page.language));

export const action = formAction(async (page, form) => {
  await page.run(addLicence, licenceIn(form));
  return goTo('/profile', 'saved');
}, licenceLabels);

export default function AddLicence() {
  const list = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  return (
    <Page title={t('profile.licences.add')} lead={t('profile.licence.lead')}>
      <Title within={t('profile.title')}>{t('profile.licences.add')}</Title>
      <PostForm failure={failure}>
        <LicenceFields list={list} />
        <SaveActions />
      </PostForm>
    </Page>
  );
}
