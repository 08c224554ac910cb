import { useLoaderData } from 'react-router';
import { exportLetters } from '../../kernel/notices/letters.ts';
import { aroundLetter } from '../../kernel/notices/write-letters.ts';
import { Empty, Page, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['coordinator'] };

/** Each letter whole, in its reader's language. */
export const loader = pageLoader(async ({ app, run }) => {
  const letters = await run((work) => exportLetters(work), undefined);
  return letters.map(({ id, name, language, subject, body }) => ({
    ...{ id, name, language, subject, body },
    ...aroundLetter({ name, language }, { say: app.say, url: app.config.url }),
  }));
});

export default function LettersPrint() {
  const letters = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('letters.printTitle', { count: letters.length })} lead={t('letters.printLead')}>
      <Title within={t('letters.title')}>{t('letters.print')}</Title>
      {letters.length === 0 ? <Empty>{t('letters.none')}</Empty> : null}
      {letters.map((letter) => (
        <section key={letter.id} className="section letter" lang={letter.language}>
          <p>{letter.name}</p>
          <h2 className="aksel-heading aksel-heading--small">{letter.subject}</h2>
          <p>{letter.greeting}</p>
          <p className="words">{letter.body}</p>
          <p>{letter.closing}</p>
        </section>
      ))}
      <p className="no-print">
        <a href="/letters">{t('letters.back')}</a>
      </p>
    </Page>
  );
}
