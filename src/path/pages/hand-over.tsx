import { useLoaderData } from 'react-router';
import { Send } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextArea } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { answerHandOver, handOverAnswerInput, takeBackHandOver } from '../hand-over/answer-hand-over.ts';
import type { HandOverView } from '../hand-over/hand-overs.ts';
import { readHandOver } from '../hand-over/read-hand-overs.ts';
import { HandOverFacts, HandOverStanding } from './parts/hand-over-facts.tsx';

export const handle: PageHandle = { roles: ['customer', 'adviser', 'socialWorker'] };

export const loader = pageLoader((page) => page.run(readHandOver, page.param('handOverId')));

/** Does what the pressed button says. Returns what to tell. */
const act = async (page: OpenPage, form: Form): Promise<string> => {
  const read = { handOverId: page.param('handOverId'), version: form.version };
  if (form.text('do') === 'takeBack') {
    await page.run(takeBackHandOver, read);
    return 'handOverTakenBack';
  }
  const answer = { answer: form.text('do'), reason: form.text('reason'), alternative: form.text('alternative') };
  await page.run(answerHandOver, { ...read, ...form.read(handOverAnswerInput, answer) });
  return form.text('do') === 'accept' ? 'handOverAccepted' : 'answered';
};

export const action = formAction(
  async (page, form) => goTo(`/hand-overs/${page.param('handOverId')}`, await act(page, form)),
  { reason: 'path.transfer.reason', alternative: 'path.transfer.alternative' },
);

const Answer = ({ one }: { one: HandOverView }) => {
  const { t } = useText();
  const failure = useFailure();
  if (one.moves.length === 0) return null;
  return (
    <PostForm failure={failure} version={one.version}>
      {one.moves.includes('accept') ? (
        <>
          <Send name="do" value="accept">
            {t('path.transfer.accept', { name: one.customerName })}
          </Send>
          <Confirm
            label={t('path.transfer.decline')}
            what={t('path.transfer.declineWhat')}
            isOpen={failure?.problem.code === 'badInput'}
          >
            <TextArea name="reason" label={t('path.transfer.reason')} rows={2} most={500} />
            <TextArea
              name="alternative"
              label={t('path.transfer.alternative')}
              hint={t('path.transfer.alternativeHint')}
              rows={2}
              most={500}
            />
            <Send kind="secondary" name="do" value="decline">
              {t('path.transfer.decline')}
            </Send>
          </Confirm>
        </>
      ) : null}
      {one.moves.includes('takeBack') ? (
        <Confirm label={t('path.transfer.takeBack')} what={t('path.transfer.takeBackWhat', { name: one.toName })}>
          <Send kind="secondary" name="do" value="takeBack">
            {t('path.transfer.takeBack')}
          </Send>
        </Confirm>
      ) : null}
    </PostForm>
  );
};

/** Where each goes on from here: to the customer when they are theirs, else to the list. */
const Ways = ({ one }: { one: HandOverView }) => {
  const { t } = useText();
  if (one.side === 'customer') return <a href="/plan">{t('path.toPlan')}</a>;
  const role = one.side === 'giver' ? one.fromRole : one.toRole;
  const base = role === 'adviser' ? '/customers' : '/social-work';
  // Of two authorities both go on; else whose the customer is now.
  const isTheirs =
    one.side === 'giver' ? one.state !== 'accepted' || one.fromRole !== one.toRole : one.state === 'accepted';
  return (
    <>
      {isTheirs && one.state !== 'overtaken' ? (
        <>
          <a href={`${base}/${one.customerId}`}>{t('path.invite.toCustomer')}</a>{' '}
        </>
      ) : null}
      {one.side === 'giver' && (one.state === 'declined' || one.state === 'expired') ? (
        <>
          <a href={`${base}/${one.customerId}/hand-over`}>{t('path.transfer.askAnother')}</a>{' '}
        </>
      ) : null}
      <a href="/hand-overs">{t('nav.handOvers')}</a>
    </>
  );
};

export default function HandOver() {
  const one = useLoaderData<typeof loader>();
  const { t } = useText();
  const isCustomer = one.side === 'customer';
  const title = isCustomer
    ? t('path.transfer.ofYou', { name: one.toName })
    : t('path.transfer.title', { name: one.customerName });
  return (
    <Page title={title} lead={isCustomer ? t('path.transfer.ofYouLead', { name: one.fromName }) : undefined}>
      <Title within={t(isCustomer ? 'nav.plan' : 'nav.handOvers')}>{title}</Title>
      <p>
        <HandOverStanding one={one} />
      </p>
      <HandOverFacts one={one} />
      <Answer one={one} />
      <p>
        <Ways one={one} />
      </p>
    </Page>
  );
}
