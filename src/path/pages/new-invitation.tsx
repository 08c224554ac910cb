import { useLoaderData } from 'react-router';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, PostForm } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { invite, prepareInvitation } from '../invitations/invite.ts';
import { InviteFields } from './parts/invite-fields.tsx';
import { inviteIn } from './parts/invite-in.ts';
import { inviteLabels } from './parts/invite-words.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run((work) => prepareInvitation(work), undefined));

export const action = formAction(async (page, form) => {
  const { id } = await page.run(invite, inviteIn(form));
  return goTo(`/invitations/${id}`, 'invited');
}, inviteLabels);

export default function NewInvitation() {
  const { choices, usualDays } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('path.invite.new')} lead={t('path.invite.newLead', { days: usualDays })}>
      <Title within={t('path.invite.title')}>{t('path.invite.new')}</Title>
      <PostForm failure={useFailure()}>
        <InviteFields choices={choices} />
        <Choice
          name="nameShown"
          label={t('path.invite.nameShown')}
          options={[
            { value: 'firstName', label: t('path.invite.firstName') },
            { value: 'fullName', label: t('path.invite.fullName') },
          ]}
          value="firstName"
        />
        <Actions>
          <Send>{t('path.invite.send')}</Send>
          <Go to="/invitations" kind="tertiary">
            {t('path.invite.back')}
          </Go>
        </Actions>
      </PostForm>
    </Page>
  );
}
