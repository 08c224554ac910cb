import { useLoaderData } from 'react-router';
import { notFound } from '../../kernel/problem.ts';
import { Page, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';

/** Stands in for the page of Job Market Finland that a real advert would open. */
export const handle: PageHandle = { roles: 'anyone' };

export const loader = pageLoader(({ app, param }) => {
  const advert = app.services.adverts?.original?.(param('uid'));
  if (!advert) throw notFound();
  const { title, employer, text, language } = advert;
  return { title, employer, text, language };
});

export default function DemoAdvert() {
  const { title, employer, text, language } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={title} lead={t('matching.adverts.madeUp')}>
      <Title>{title}</Title>
      <p>{employer}</p>
      <p lang={language}>{text}</p>
      <p>
        <a href="/adverts">{t('matching.adverts.title')}</a>
      </p>
    </Page>
  );
}
