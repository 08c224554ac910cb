import { useLoaderData } from 'react-router';
import { Send } from '../../web/components/actions.tsx';
import { Facts, State } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, PostForm, TextArea } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { answerCorrection, correctionAnswerInput, readCorrection } from '../correct/answer-correction.ts';

export const handle: PageHandle = { roles: ['adviser', 'coordinator', 'manager'] };

export const loader = pageLoader((page) => page.run(readCorrection, { correctionId: page.param('correctionId') }));

/** A choice that was not made is no answer. */
const chosen = (text: string): boolean | undefined => (text === 'yes' ? true : text === 'no' ? false : undefined);

export const action = formAction(
  async (page, form) => {
    const input = { isDone: chosen(form.text('isDone')), answer: form.text('answer') };
    const said = form.read(correctionAnswerInput, input);
    await page.run(answerCorrection, { correctionId: page.param('correctionId'), version: form.version, ...said });
    return goTo(`/corrections/${page.param('correctionId')}`, 'correctionAnswered');
  },
  { isDone: 'rights.answer.isDone', answer: 'rights.answer.words' },
);

const Answer = ({ version }: { version: number }) => {
  const { t } = useText();
  const options = [
    { value: 'yes', label: t('rights.answer.yes') },
    { value: 'no', label: t('rights.answer.no') },
  ];
  return (
    <PostForm failure={useFailure()} version={version}>
      <Choice name="isDone" label={t('rights.answer.isDone')} options={options} />
      <TextArea
        name="answer"
        label={t('rights.answer.words')}
        hint={t('rights.answer.wordsHint')}
        rows={5}
        most={2000}
      />
      <Send>{t('rights.answer.send')}</Send>
    </PostForm>
  );
};

export default function OneCorrection() {
  const one = useLoaderData<typeof loader>();
  const { t, day, time } = useText();
  return (
    <Page title={t('rights.answer.title', { name: one.customerName })}>
      <Title within={t('rights.desk.title')}>{one.customerName}</Title>
      <Facts
        facts={[
          { what: t('rights.desk.about'), value: t(`rights.class.${one.about}`) },
          { what: t('rights.desk.due'), value: day(one.dueOn) },
          { what: t('rights.desk.state'), value: <State>{t(`rights.correct.state.${one.state}`)}</State> },
        ]}
      />
      <Section title={t('rights.answer.said')}>
        <p className="words">{one.words}</p>
      </Section>
      {one.state === 'asked' ? <Answer version={one.version} /> : null}
      {one.answeredAt ? (
        <>
          <p className="quiet">{t('rights.correct.answered', { name: one.answeredName, at: time(one.answeredAt) })}</p>
          <p className="words">{one.answer}</p>
        </>
      ) : null}
    </Page>
  );
}
