import { useLoaderData } from 'react-router';
import { Send } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { leaveInvitation } from '../invitations/end-invitation.ts';
import { openInvitation } from '../invitations/read-invited.ts';
import { inviteeRoles } from '../invitations/tables.ts';
import { SharedPlanParts } from './parts/shared-plan.tsx';
import { WhoInvites } from './parts/who-invites.tsx';

export const handle: PageHandle = { roles: inviteeRoles };

export const loader = pageLoader((page) => page.run(openInvitation, page.param('invitationId')));

export const action = formAction(async (page, form) => {
  await page.run(leaveInvitation, { invitationId: page.param('invitationId'), version: form.version });
  return goTo('/invited', 'invitationLeft');
});

export default function InvitedPlanPage() {
  const { plan, ...invited } = useLoaderData<typeof loader>();
  const { t } = useText();
  const title = t('path.shared.title', { name: invited.name });
  return (
    <Page title={title} lead={t('path.shared.lead', { name: invited.name })} side={<WhoInvites of={invited} />}>
      <Title within={t('nav.invited')}>{title}</Title>
      <SharedPlanParts plan={plan} from={invited} />
      <PostForm failure={useFailure()} version={invited.version}>
        <Confirm label={t('path.invited.leave')} what={t('path.invited.leaveWhat', { name: invited.name })}>
          <Send kind="secondary">{t('path.invited.leave')}</Send>
        </Confirm>
      </PostForm>
      <p>
        <a href="/invited">{t('path.invited.back')}</a>
      </p>
    </Page>
  );
}
