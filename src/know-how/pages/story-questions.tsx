import { redirect, useLoaderData } from 'react-router';
import { badField } from '../../kernel/problem.ts';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextArea } from '../../web/components/form.tsx';
import { KeepTyped } from '../../web/components/keep-typed.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { type Answers, answerQuestions, answersInput } from '../ask-back/answer-questions.ts';
import { readQuestions } from '../ask-back/read-questions.ts';
import { isThinKind, thinKinds } from '../ask-back/rules.ts';
import { readAnswers } from './ask-back/read-answers.ts';
import { keepDraft } from './keep-draft.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const { questions, ...story } = await page.run(readQuestions, page.param('storyId'));
  return {
    ...story,
    questions: questions.map(({ key, ask, words: own }) => ({
      key,
      question: ask ?? (isThinKind(key) ? page.t(`ask.${key}`) : ''),
      words: own,
    })),
  };
});

/** The answers to the questions that were shown, each in a field named by its question; all empty when they are passed over. */
const answersOf = (form: Form): Answers => {
  const { answers: asked } = form.read(answersInput, {
    answers: form.all('asked').map((key) => ({ key, answer: '' })),
  });
  if (form.text('what') === 'pass') return asked;
  return readAnswers(
    form,
    asked.map(({ key }) => key),
  );
};

const answer = async (page: OpenPage, form: Form): Promise<Response> => {
  const storyId = page.param('storyId');
  const answers = answersOf(form);
  if (form.text('what') !== 'pass' && answers.every((one) => one.answer === ''))
    throw badField(answers[0]?.key ?? 'form', 'ask.answerOne');
  const told = await page.run(answerQuestions, { storyId, version: form.version, answers });
  const path = `/know-how/stories/${told.id}`;
  if (told.suggestions > 0) return redirect(`${path}#left`, 303);
  return answers.some((one) => one.answer !== '') ? goTo(path, 'nothingNew') : goTo(path);
};

export const action = keepDraft(
  formAction(answer, Object.fromEntries(thinKinds.map((kind) => [kind, `ask.${kind}` as const]))),
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Question = ({ one: { key, question, words: own } }: { one: Loaded['questions'][number] }) => {
  const { t } = useText();
  const hint = own.length > 0 ? t('ask.about', { words: own.join(' … ') }) : undefined;
  return (
    <>
      <input type="hidden" name="asked" value={key} />
      <TextArea name={key} label={question} rows={2} {...(hint ? { hint } : {})} />
    </>
  );
};

export default function StoryQuestions() {
  const { storyId, language, version, questions } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const text = useText();
  const { t } = text;
  const back = `/know-how/stories/${storyId}`;
  if (questions.length === 0)
    return (
      <Page title={t('ask.none')}>
        <Title within={t('nav.knowHow')}>{t('ask.title')}</Title>
        <Empty>
          <p>{t('ask.noneWhat')}</p>
          <Actions>
            <Go to={back}>{t('ask.back')}</Go>
          </Actions>
        </Empty>
      </Page>
    );
  return (
    <Page title={t('ask.title')} lead={t('ask.lead')}>
      <Title within={t('nav.knowHow')}>{t('ask.title')}</Title>
      <PostForm version={version} failure={failure}>
        {language === text.language ? null : (
          <p>{t('ask.inLanguage', { language: t(`knowHow.language.${language}`) })}</p>
        )}
        {questions.map((one) => (
          <Question key={one.key} one={one} />
        ))}
        <p className="quiet">{t('ask.what')}</p>
        <Actions>
          <Send name="what" value="answer">
            {t('ask.send')}
          </Send>
          <Send kind="tertiary" name="what" value="pass">
            {t('ask.pass')}
          </Send>
        </Actions>
      </PostForm>
      <KeepTyped />
      <Actions>
        <Go kind="tertiary" to={back}>
          {t('ask.back')}
        </Go>
      </Actions>
    </Page>
  );
}
