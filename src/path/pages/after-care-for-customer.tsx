import { useLoaderData } from 'react-router';
import { ActingEnd, actingIn, actingLabels } from '../../web/components/acting.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, PostForm, TextArea } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { afterCareForCustomerInput, answerAfterCareForCustomer } from '../after-care/answer-for-customer.ts';
import { readQuestion } from '../after-care/read-after-care.ts';
import { afterCareAnswers } from '../after-care/tables.ts';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => page.run(readQuestion, { afterCareId: page.param('afterCareId') }));

export const action = formAction(
  async (page, form) => {
    const afterCareId = page.param('afterCareId');
    const input = form.read(afterCareForCustomerInput, {
      ...{ afterCareId, version: form.version, answer: form.text('answer'), words: form.text('words') },
      ...actingIn(form),
    });
    await page.run(answerAfterCareForCustomer, input);
    return goTo(`/after-care/${afterCareId}`, 'doneForCustomer');
  },
  { ...actingLabels, answer: 'acted.afterCare.answer', words: 'acted.theirWord' },
);

export default function AfterCareForCustomer() {
  const { question, name } = useLoaderData<typeof loader>();
  const { t } = useText();
  const failure = useFailure();
  const back = `/after-care/${question.id}`;
  return (
    <Page title={t('path.afterCare.askOf', { name })} lead={t('acted.doLead')}>
      <Title within={name}>{t('acted.stepShort')}</Title>
      {question.answer === null ? (
        <PostForm failure={failure} version={question.version}>
          <Choice
            name="answer"
            label={t('acted.afterCare.answer')}
            options={afterCareAnswers.map((value) => ({ value, label: t(`path.afterCare.answer.${value}`) }))}
          />
          <TextArea
            name="words"
            label={t('acted.theirWord')}
            hint={t('acted.afterCare.wordHint')}
            rows={4}
            most={2000}
          />
          <ActingEnd back={back} />
        </PostForm>
      ) : (
        <Empty>
          <p>{t('acted.afterCare.notNow')}</p>
          <a href={back}>{t('acted.leave')}</a>
        </Empty>
      )}
    </Page>
  );
}
