import { useLoaderData } from 'react-router';
import { notFound } from '../../kernel/problem.ts';
import { Page, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { openLink } from '../profile/open-link.ts';
import { cityOfSecret } from '../vouching/link.ts';
import { SeenProfile } from './profile/seen-profile.tsx';

/** For whoever has the link, logged in or not. */
export const handle: PageHandle = { roles: 'anyone', isUnlisted: true };

/** The address is a secret: no other site is told of it, whatever is pressed here. */
export const headers = () => ({ 'referrer-policy': 'no-referrer' });

export const loader = pageLoader(async (page) => {
  const secret = page.param('profileSecret');
  const city = page.app.cities.find(cityOfSecret(secret) ?? '');
  if (!city) throw notFound();
  const { name, untilOn, seen } = await page.runAsGuest(city.id, openLink, secret);
  return { name, untilOn, seen, city: city.name[page.language] };
});

export default function Shared() {
  const { name, untilOn, seen, city } = useLoaderData<typeof loader>();
  const { t, day } = useText();
  const title = t('profile.shared.title', { name });
  return (
    <Page title={title} lead={t('profile.shared.lead', { name, day: day(untilOn) })}>
      <Title>{title}</Title>
      <SeenProfile seen={seen} />
      <p className="quiet">{t('profile.shared.about', { city, name })}</p>
    </Page>
  );
}
