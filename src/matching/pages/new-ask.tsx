import { useLoaderData } from 'react-router';
import { Problem } from '../../kernel/problem.ts';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextArea, Tick } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { askInput, askPerson } from '../ask-person/ask-person.ts';
import { prepareAsk } from '../ask-person/read-asks.ts';
import { AskAbout } from './ask-about.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const about = { suggestionId: page.query.get('suggestion'), challengeId: page.query.get('match') };
  try {
    return { ...(await page.run(prepareAsk, about)), ...about };
  } catch (error) {
    // Matching that is not agreed to shows no match to ask about; /matches says so.
    if (error instanceof Problem && error.code === 'notNow') throw goTo('/matches');
    throw error;
  }
});

export const action = formAction(
  async (page, form) => {
    const given = {
      words: form.text('words'),
      suggestionId: form.text('suggestionId') || null,
      challengeId: form.text('challengeId') || null,
      showsWords: form.has('showsWords'),
    };
    const { personAskId } = await page.run(askPerson, form.read(askInput, given));
    return goTo(`/ask-a-person/${personAskId}`, 'personAsked');
  },
  { words: 'askPerson.form.words' },
);

export default function NewAsk() {
  const { about, what, language, adviser, dueOn, suggestionId, challengeId } = useLoaderData<typeof loader>();
  const { t, day } = useText();
  const failure = useFailure();
  const who = adviser ? t('askPerson.form.adviser', { name: adviser }) : t('askPerson.form.givers');
  return (
    <Page title={t('askPerson.form.title')} lead={t('askPerson.form.lead')}>
      <Title within={t('askPerson.title')}>{t('askPerson.form.title')}</Title>
      {about === 'general' ? null : (
        <p>
          <AskAbout about={about} what={what} language={language} />
        </p>
      )}
      <PostForm failure={failure}>
        <input type="hidden" name="suggestionId" value={suggestionId ?? ''} />
        <input type="hidden" name="challengeId" value={challengeId ?? ''} />
        <TextArea name="words" label={t('askPerson.form.words')} hint={t('askPerson.form.hint')} most={1000} />
        {about === 'skill' ? <Tick name="showsWords" label={t('askPerson.form.showsWords')} /> : null}
        <p>
          {who} {t('askPerson.form.due', { day: day(dueOn) })}
        </p>
        <p className="quiet">
          {t(`askPerson.form.sees.${about}`)} {t('askPerson.form.handed')}
        </p>
        <Actions>
          <Send>{t('askPerson.form.send')}</Send>
          <Go to="/ask-a-person" kind="tertiary">
            {t('askPerson.mine')}
          </Go>
        </Actions>
      </PostForm>
    </Page>
  );
}
