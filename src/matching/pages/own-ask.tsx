import { useLoaderData } from 'react-router';
import { Actions, Go, Press } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { leaveProposal } from '../ask-person/leave-proposal.ts';
import { sayRead } from '../ask-person/read-answer.ts';
import { type OwnAsk, readOwnAsk } from '../ask-person/read-asks.ts';
import { withdrawAsk } from '../ask-person/withdraw-ask.ts';
import { AskAbout, AskState } from './ask-about.tsx';
import { Proposals } from './proposals.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run(readOwnAsk, page.param('personAskId')));

export const action = formAction(async (page, form) => {
  const personAskId = page.param('personAskId');
  const here = `/ask-a-person/${personAskId}`;
  const { version } = form;
  switch (form.text('do')) {
    case 'leave':
      await page.run(leaveProposal, { personProposalId: form.text('proposal'), version });
      return goTo(here, 'proposalLeft');
    case 'read':
      await page.run(sayRead, { personAskId });
      return goTo('/', 'saved');
    default:
      await page.run(withdrawAsk, { personAskId, version });
      return goTo(here, 'askWithdrawn');
  }
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** With whom it is now: who it was handed to, else my adviser, else those who give advisers. */
const useWho = ({ adviser, handed }: Loaded): string => {
  const { t } = useText();
  if (handed) return t('askPerson.waits.handed', { name: handed.toName });
  return adviser ? t('askPerson.waits.adviser', { name: adviser }) : t('askPerson.waits.givers');
};

const Waits = ({ ask }: { ask: Loaded }) => {
  const { dueOn, isOverdue, version, handed } = ask;
  const { t, day } = useText();
  const who = useWho(ask);
  const due = handed ? 'askPerson.waits.stillDue' : 'askPerson.waits.due';
  return (
    <>
      <p>
        {who} {t(isOverdue ? 'askPerson.waits.late' : due, { day: day(dueOn) })}
      </p>
      {handed ? <p>{t('askPerson.handed.by', { name: handed.byName, why: handed.why })}</p> : null}
      <Confirm label={t('askPerson.withdraw')} what={t('askPerson.withdrawWhat')}>
        <Press fields={{ do: 'withdraw', version }}>{t('askPerson.withdrawYes')}</Press>
      </Confirm>
    </>
  );
};

const Answer = ({ ask }: { ask: Loaded }) => {
  const { t, time } = useText();
  if (ask.answeredAt === null) return null;
  const { answer, answeredName: name, answeredRole: role, answeredAt, proposals, isNew } = ask;
  return (
    <Section title={t('askPerson.answer.title', { name })}>
      <blockquote className="words">{answer}</blockquote>
      <p className="quiet">
        {name}
        {role ? `, ${t(`role.${role}`)}` : ''}, {time(answeredAt)}
      </p>
      <Proposals proposals={proposals} canLeave />
      {isNew ? <Press fields={{ do: 'read' }}>{t('askPerson.read')}</Press> : null}
    </Section>
  );
};

const headingOf = ({ state }: Pick<OwnAsk, 'state'>) => `askPerson.one.${state}` as const;

export default function OwnAskPage() {
  const ask = useLoaderData<typeof loader>();
  const { t, time } = useText();
  return (
    <Page title={t(headingOf(ask))}>
      <Title within={t('askPerson.title')}>{t(headingOf(ask))}</Title>
      <p>
        <AskState {...ask} />
      </p>
      {ask.state === 'asked' ? <Waits ask={ask} /> : null}
      <Answer ask={ask} />
      <Section title={t('askPerson.one.asked.words')}>
        <p>
          <AskAbout {...ask} />
        </p>
        <blockquote className="words">{ask.words}</blockquote>
        <p className="quiet">{t('askPerson.one.at', { at: time(ask.askedAt) })}</p>
      </Section>
      <Actions>
        <Go to="/ask-a-person" kind="secondary">
          {t('askPerson.mine')}
        </Go>
      </Actions>
    </Page>
  );
}
