import { useLoaderData } from 'react-router';
import { readMarks } from '../../kernel/acting/acted-for.ts';
import { ActedMarks } from '../../web/components/acted-marks.tsx';
import { Press, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { ButtonForm, Choice, PostForm, TextArea } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { answerAfterCare, answerAfterCareInput } from '../after-care/answer-after-care.ts';
import type { Question } from '../after-care/questions.ts';
import { readQuestion } from '../after-care/read-after-care.ts';
import { seeAfterCare } from '../after-care/see-after-care.ts';
import { afterCareWords } from '../after-care/tables.ts';
import { AfterCareAnswer } from './parts/after-care.tsx';

export const handle: PageHandle = { roles: ['customer', 'adviser'] };

export const loader = pageLoader(async (page) => ({
  ...(await page.run(readQuestion, { afterCareId: page.param('afterCareId') })),
  marks: await page.run(readMarks, { path: `/after-care/${page.param('afterCareId')}` }),
  isMine: page.actor.role === 'customer',
}));

export const action = formAction(
  async (page, form) => {
    const read = { afterCareId: page.param('afterCareId'), version: form.version };
    const here = `/after-care/${read.afterCareId}`;
    if (page.actor.role === 'adviser') {
      await page.run(seeAfterCare, read);
      return goTo(here, 'saved');
    }
    const isSkipped = form.text('do') === 'skip';
    const told = isSkipped ? { answer: 'skipped' } : { answer: form.text('answer'), words: form.text('words') };
    await page.run(answerAfterCare, form.read(answerAfterCareInput, { ...read, ...told }));
    return goTo(here, isSkipped ? 'saved' : 'answered');
  },
  { answer: 'path.afterCare.field.answer', words: 'path.afterCare.field.words' },
);

const ToAnswer = ({ question }: { question: Question }) => {
  const { t } = useText();
  return (
    <>
      <PostForm failure={useFailure()} version={question.version}>
        <Choice
          name="answer"
          label={t('path.afterCare.field.answer')}
          options={afterCareWords.map((answer) => ({ value: answer, label: t(`path.afterCare.answer.${answer}`) }))}
        />
        <TextArea name="words" label={t('path.afterCare.field.words')} hint={t('path.afterCare.field.hint')} rows={4} />
        <Send>{t('path.afterCare.send')}</Send>
      </PostForm>
      <p>
        <Press kind="tertiary" fields={{ do: 'skip', version: question.version }}>
          {t('path.afterCare.skip')}
        </Press>
      </p>
    </>
  );
};

const Answered = ({ question, isMine }: { question: Question; isMine: boolean }) => {
  const { t } = useText();
  const canSee = !isMine && question.answer !== null && question.seenAt === null;
  return (
    <>
      <AfterCareAnswer question={question} />
      {canSee ? (
        <ButtonForm version={question.version}>
          <Send>{t('path.afterCare.see')}</Send>
        </ButtonForm>
      ) : null}
    </>
  );
};

export default function AfterCarePage() {
  const { question, name, marks, isMine } = useLoaderData<typeof loader>();
  const { t, day } = useText();
  const { months } = question;
  const title = isMine ? t('path.afterCare.ask') : t('path.afterCare.askOf', { name });
  const waits = isMine && question.answer === null;
  const lead = waits
    ? t('path.afterCare.lead', { months, until: day(question.answerUntil) })
    : t('path.afterCare.after', { months });
  return (
    <Page title={title} lead={lead}>
      <Title within={t(isMine ? 'nav.plan' : 'nav.caseload')}>{title}</Title>
      {waits ? <ToAnswer question={question} /> : <Answered question={question} isMine={isMine} />}
      <ActedMarks marks={marks} />
      {isMine || question.answer !== null ? null : (
        <p>
          <a href={`/after-care/${question.id}/for-customer`}>{t('acted.stepShort')}</a>
        </p>
      )}
      <p>
        <a href={isMine ? '/plan#stages' : `/customers/${question.customerId}`}>{isMine ? t('nav.plan') : name}</a>
      </p>
    </Page>
  );
}
