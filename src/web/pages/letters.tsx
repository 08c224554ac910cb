import { useLoaderData } from 'react-router';
import { languageNames } from '../../kernel/language-names.ts';
import { listLetters, postedInput, sayPosted } from '../../kernel/notices/letters.ts';
import { Actions, Go, Send } from '../components/actions.tsx';
import { useFailure } from '../components/failures.tsx';
import { PostForm, Tick, Ticks } from '../components/form.tsx';
import { Empty, Page, Title } from '../components/layout.tsx';
import { Pager, pageNumber } from '../components/pager.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['coordinator'] };

export const loader = pageLoader((page) => page.run(listLetters, { page: pageNumber(page.query) }));

export const action = formAction(
  async (page, form) => {
    await page.run(sayPosted, form.read(postedInput, { letterIds: form.all('letterIds') }));
    return goTo('/letters', 'lettersPosted');
  },
  { letterIds: 'letters.which' },
);

const Waiting = () => {
  const { letters } = useLoaderData<typeof loader>();
  const { t, time, language } = useText();
  return (
    <PostForm failure={useFailure()}>
      <Actions>
        <Go to="/letters/print" kind="secondary">
          {t('letters.print')}
        </Go>
        <Go to="/letters/file?form=pdf" kind="secondary">
          {t('letters.pdf')}
        </Go>
        <Go to="/letters/file" kind="tertiary">
          {t('letters.file')}
        </Go>
      </Actions>
      <Ticks legend={t('letters.which')} name="letterIds">
        {letters.map((letter) => (
          <Tick
            key={letter.id}
            name="letterIds"
            value={letter.id}
            label={t('letters.one', { name: letter.name, subject: letter.subject })}
            hint={t('letters.since', {
              at: time(letter.madeAt),
              language: languageNames(language)(letter.language) ?? letter.language,
            })}
          />
        ))}
      </Ticks>
      <Send>{t('letters.posted')}</Send>
    </PostForm>
  );
};

export default function Letters() {
  const { letters, page, hasMore } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('letters.title')} lead={t('letters.lead')}>
      <Title>{t('letters.title')}</Title>
      {letters.length === 0 ? <Empty>{t('letters.none')}</Empty> : <Waiting />}
      <Pager page={page} hasMore={hasMore} />
    </Page>
  );
}
