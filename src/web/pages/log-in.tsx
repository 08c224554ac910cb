import { redirect, useLoaderData } from 'react-router';
import { safeBack } from '../../kernel/login/routes.ts';
import { Go } from '../components/actions.tsx';
import { Page, Section, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: 'anyone' };

export const loader = pageLoader(({ query, unsaved, session }) => {
  const back = safeBack(query.get('back'));
  if (session) throw redirect(session.actor ? back : `/act-as?back=${encodeURIComponent(back)}`, 303);
  return { back: encodeURIComponent(back), unsaved };
});

export default function LogIn() {
  const { back, unsaved } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('logIn.title')} lead={t('logIn.lead')}>
      <Title>{t('logIn.title')}</Title>
      {unsaved.words.length > 0 ? (
        <Section title={t('logIn.ended')}>
          <p>{unsaved.comesBack ? t('logIn.comesBack') : t('logIn.copy')}</p>
          {unsaved.words.map((text) => (
            <p key={text} className="words">
              {text}
            </p>
          ))}
        </Section>
      ) : null}
      <Section title={t('logIn.people')}>
        <p>{t('logIn.peopleHow')}</p>
        <Go to={`/log-in/start?door=people&back=${back}`}>{t('logIn.peopleGo')}</Go>
      </Section>
      <Section title={t('logIn.staff')}>
        <p>{t('logIn.staffHow')}</p>
        <Go to={`/log-in/start?door=staff&back=${back}`} kind="secondary">
          {t('logIn.staffGo')}
        </Go>
      </Section>
    </Page>
  );
}
