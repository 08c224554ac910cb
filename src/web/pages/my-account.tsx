import { useLoaderData } from 'react-router';
import { Send } from '../components/actions.tsx';
import { Page, Section, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'signedIn' };

export const loader = pageLoader(({ session, city, language }) => ({
  name: session?.actor?.name ?? null,
  role: session?.actor?.role ?? null,
  city: city?.name[language] ?? null,
}));

export default function MyAccount() {
  const { name, role, city } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={name ?? t('account.title')} lead={role && city ? t('account.acting', { role: t(`role.${role}`), city }) : undefined}>
      <Title>{t('account.title')}</Title>
      <Section title={t('account.roles')}>
        <p>
          <a href="/act-as" className="aksel-link">
            {t('account.change')}
          </a>
        </p>
        <p>
          <a href="/join" className="aksel-link">
            {t('account.join')}
          </a>
        </p>
      </Section>
      <Section title={t('account.logOut')}>
        <form method="post" action="/log-out" className="actions">
          <Send name="where" value="here">
            {t('account.logOutHere')}
          </Send>
          <Send kind="secondary" name="where" value="everywhere">
            {t('account.logOutEverywhere')}
          </Send>
        </form>
      </Section>
    </Page>
  );
}
