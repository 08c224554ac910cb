import { useLoaderData } from 'react-router';
import { Press } from '../../web/components/actions.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { answerAsAdviser } from '../vouching/answer-request.ts';
import { readAsked } from '../vouching/read-vouching.ts';
import { withdrawAsAdviser } from '../vouching/withdraw-vouching.ts';
import { AnswerForm } from './vouching/answer-form.tsx';
import { answersIn } from './vouching/answers-in.ts';
import { SaidList } from './vouching/said-list.tsx';
import { AskedWords } from './vouching/words.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => page.run(readAsked, page.param('vouchRequestId')));

const act = async (page: OpenPage, form: Form) => {
  const requestId = page.param('vouchRequestId');
  if (form.text('do') === 'withdraw') return page.run(withdrawAsAdviser, { requestId, skill: form.text('skill') });
  const { vouchings } = await page.run(readAsked, requestId);
  return page.run(answerAsAdviser, { requestId, version: form.version, answers: answersIn(form, vouchings) });
};

export const action = formAction(async (page, form) => {
  const { isOpen } = await act(page, form);
  const done = form.text('do') === 'withdraw' ? 'tookBack' : 'vouchAnswered';
  return goTo(isOpen ? `/vouching/${page.param('vouchRequestId')}` : '/vouching', done);
});

export default function AskedOne() {
  const view = useLoaderData<typeof loader>();
  const { t } = useText();
  const { nameShown, vouchings, version, canAnswer, isOffered } = view;
  const title = t(canAnswer ? 'vouch.page.title' : 'vouch.answered.title', { name: nameShown });
  return (
    <Page title={title} lead={t(canAnswer ? 'vouch.desk.oneLead' : 'vouch.answered.lead')}>
      <Title within={t('vouch.desk.title')}>{title}</Title>
      {isOffered ? null : <AskedWords {...view} labels={vouchings.map(({ label }) => label)} />}
      {canAnswer ? (
        <>
          <AnswerForm asked={vouchings} version={version} isGuest={false} />
          <Section title={t('vouch.page.noTitle')}>
            <p>{t('vouch.page.noWhat', { name: nameShown })}</p>
            <Press fields={{ do: 'decline', version }}>{t('vouch.page.no')}</Press>
          </Section>
        </>
      ) : (
        <SaidList vouchings={vouchings} />
      )}
    </Page>
  );
}
