import { useLoaderData } from 'react-router';
import { formAction, type PageHandle, pageLoader } from '../../web/page.ts';
import { inviteLabels } from './parts/invite-words.ts';
import { ProposeInvitation } from './parts/propose-invitation.tsx';
import { actOnProposal, loadProposal } from './parts/propose-invitation-load.ts';

export const handle: PageHandle = { roles: ['socialWorker'] };

export const loader = pageLoader((page) => loadProposal(page, '/social-work'));

export const action = formAction((page, form) => actOnProposal(page, form, '/social-work'), inviteLabels);

export default function SocialInvite() {
  return <ProposeInvitation {...useLoaderData<typeof loader>()} />;
}
