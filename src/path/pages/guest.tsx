import { useLoaderData } from 'react-router';
import { Problem } from '../../kernel/problem.ts';
import { cityOfSecret } from '../../know-how/index.ts';
import { Page, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { openInvitationByLink } from '../invitations/read-invited.ts';
import { SharedPlanParts } from './parts/shared-plan.tsx';
import { WhoInvites } from './parts/who-invites.tsx';

/** For whoever has the link, logged in or not. */
export const handle: PageHandle = { roles: 'anyone', isUnlisted: true };

/** The address is a secret: no other site is told of it, whatever is pressed here. */
export const headers = () => ({ 'referrer-policy': 'no-referrer' });

export const loader = pageLoader(async (page) => {
  const secret = page.param('inviteSecret');
  const city = page.app.cities.find(cityOfSecret(secret) ?? '');
  if (!city) throw new Problem('linkOver');
  const { id: _, version: __, ...invited } = await page.runAsGuest(city.id, openInvitationByLink, secret);
  return { invited, city: city.name[page.language] };
});

export default function Guest() {
  const { invited, city } = useLoaderData<typeof loader>();
  const { t } = useText();
  const { plan, name } = invited;
  const title = t('path.shared.title', { name });
  return (
    <Page title={title} lead={t('path.shared.lead', { name })} side={<WhoInvites of={invited} />}>
      <Title>{title}</Title>
      <SharedPlanParts plan={plan} from={invited} />
      <p className="quiet">{t('path.shared.about', { city, name })}</p>
    </Page>
  );
}
