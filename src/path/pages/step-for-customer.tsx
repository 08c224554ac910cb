import { useLoaderData } from 'react-router';
import { ActingEnd, actingIn, actingLabels } from '../../web/components/acting.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, PostForm, TextArea } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { answerForCustomer, answerForCustomerInput } from '../answer-for-customer.ts';
import { readStepWithHistory } from '../read-step.ts';
import { StepFacts } from './parts/step-line.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => page.run(readStepWithHistory, { stepId: page.param('stepId') }));

export const action = formAction(
  async (page, form) => {
    const stepId = page.param('stepId');
    const input = form.read(answerForCustomerInput, {
      ...{ stepId, version: form.version, answer: form.text('answer') || undefined, word: form.text('word') },
      ...actingIn(form),
    });
    await page.run(answerForCustomer, input);
    return goTo(`/steps/${stepId}`, 'doneForCustomer');
  },
  { ...actingLabels, answer: 'acted.answer', word: 'acted.theirWord' },
);

const Answer = ({ stepId, version }: { stepId: string; version: number }) => {
  const { t } = useText();
  return (
    <PostForm failure={useFailure()} version={version}>
      <Choice
        name="answer"
        label={t('acted.answer')}
        options={(['agree', 'decline'] as const).map((value) => ({ value, label: t(`acted.answer.${value}`) }))}
      />
      <TextArea name="word" label={t('acted.theirWord')} hint={t('acted.theirWordHint')} rows={3} most={1000} />
      <ActingEnd back={`/steps/${stepId}`} />
    </PostForm>
  );
};

export default function StepForCustomer() {
  const { step } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('acted.stepTitle', { title: step.title })} lead={t('acted.doLead')}>
      <Title within={step.title}>{t('acted.stepShort')}</Title>
      <StepFacts step={step} mySide="adviser" />
      {step.waitsFor === 'customer' ? (
        <Answer stepId={step.id} version={step.version} />
      ) : (
        <Empty>
          <p>{t('acted.stepNotNow')}</p>
          <a href={`/steps/${step.id}`}>{t('acted.leave')}</a>
        </Empty>
      )}
    </Page>
  );
}
