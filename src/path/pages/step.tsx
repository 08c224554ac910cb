import { useLoaderData } from 'react-router';
import { Actions, Go, Press, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextArea } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type PageHandle, type Page as PageOf, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { answerStep, answerStepInput } from '../answer-step.ts';
import { finishStep, finishStepInput } from '../finish-step.ts';
import { readStepWithHistory } from '../read-step.ts';
import { sideOf } from '../rules.ts';
import type { StepView } from '../steps.ts';
import type { Side } from '../tables.ts';
import { withdrawStep, withdrawStepInput } from '../withdraw-step.ts';
import { StepHistory } from './parts/step-history.tsx';
import { StepFacts } from './parts/step-line.tsx';

export const handle: PageHandle = { roles: ['customer', 'adviser'] };

export const loader = pageLoader(async (page) => ({
  ...(await page.run(readStepWithHistory, { stepId: page.param('stepId') })),
  mySide: sideOf(page.actor.role),
}));

/** Does what the pressed button says. Returns what to tell. */
const act = async (page: PageOf, form: Form): Promise<string> => {
  const read = { stepId: page.param('stepId'), version: form.version };
  switch (form.text('do')) {
    case 'finish':
      await page.run(finishStep, form.read(finishStepInput, read));
      return 'saved';
    case 'withdraw':
      await page.run(withdrawStep, form.read(withdrawStepInput, read));
      return 'removed';
    default: {
      const answer = form.text('do');
      await page.run(answerStep, form.read(answerStepInput, { ...read, answer, word: form.text('word') }));
      return answer === 'agree' && page.actor.role === 'customer' ? 'agreed' : 'answered';
    }
  }
};

export const action = formAction(async (page, form) => {
  const done = await act(page, form);
  return goTo(`/steps/${page.param('stepId')}`, done);
});

const Answer = ({ step, mySide }: { step: StepView; mySide: Side }) => {
  const { t } = useText();
  const failure = useFailure();
  if (!step.moves.includes('agree')) return null;
  return (
    <Section title={t('path.answer.title')}>
      <PostForm failure={failure} version={step.version}>
        <Send name="do" value="agree">
          {t('path.answer.agree')}
        </Send>
        <TextArea name="word" label={t('path.answer.word')} hint={t(`path.answer.wordHint.${mySide}`)} rows={3} />
        <Send kind="secondary" name="do" value="decline">
          {t('path.answer.decline')}
        </Send>
      </PostForm>
    </Section>
  );
};

const Others = ({ step }: { step: StepView }) => {
  const { t } = useText();
  const button = step.moves.includes('finish') ? 'finish' : step.moves.includes('withdraw') ? 'withdraw' : null;
  if (button === null && !step.moves.includes('change')) return null;
  return (
    <Actions>
      {button ? (
        <Press kind={button === 'finish' ? 'primary' : 'secondary'} fields={{ do: button, version: step.version }}>
          {t(`path.${button}`)}
        </Press>
      ) : null}
      {step.moves.includes('change') ? (
        <Go to={`/steps/${step.id}/change`} kind="secondary">
          {t('path.change')}
        </Go>
      ) : null}
    </Actions>
  );
};

export default function Step() {
  const { step, versions, mySide } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={step.title}>
      <Title within={t(mySide === 'customer' ? 'nav.plan' : 'nav.caseload')}>{step.title}</Title>
      <StepFacts step={step} mySide={mySide} />
      <Answer step={step} mySide={mySide} />
      <Others step={step} />
      <StepHistory versions={versions} mySide={mySide} />
      <p className="no-print">
        <a href={mySide === 'customer' ? '/plan' : `/customers/${step.customerId}`}>{t('path.toPlan')}</a>
      </p>
    </Page>
  );
}
