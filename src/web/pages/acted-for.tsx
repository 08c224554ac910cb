import { useLoaderData } from 'react-router';
import { answerDispute, disputeActed, readActedFor, wordInput } from '../../kernel/acting/acted-for.ts';
import type { ActedMove } from '../../kernel/acting/rules.ts';
import { Go, Send } from '../components/actions.tsx';
import { Facts, State } from '../components/facts.tsx';
import { useFailure } from '../components/failures.tsx';
import { PostForm, TextArea } from '../components/form.tsx';
import { Page, Section, Title } from '../components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['customer', 'adviser'] };

export const loader = pageLoader(async (page) => ({
  ...(await page.run(readActedFor, { actedForId: page.param('actedForId') })),
  isMine: page.actor.role === 'customer',
}));

export const action = formAction(
  async (page, form) => {
    const said = { ...form.read(wordInput, { word: form.text('word') }), version: form.version };
    const say = page.actor.role === 'customer' ? disputeActed : answerDispute;
    const actedForId = page.param('actedForId');
    await page.run(say, { ...said, actedForId });
    return goTo(`/acted-for/${actedForId}`, 'sent');
  },
  { word: 'acted.word' },
);

/** The one thing that can be said now, by who looks at it. */
const Say = ({ move, version }: { move: ActedMove; version: number }) => {
  const failure = useFailure();
  const { t } = useText();
  return (
    <Section title={t(`acted.say.${move}`)}>
      <PostForm failure={failure} version={version}>
        <TextArea name="word" label={t('acted.word')} hint={t(`acted.say.${move}Hint`)} rows={4} most={1000} />
        <Send kind={move === 'dispute' ? 'secondary' : 'primary'}>{t(`acted.say.${move}Send`)}</Send>
      </PostForm>
    </Section>
  );
};

const Said = () => {
  const { customerName, dispute, disputedAt, answer, answeredAt, answeredName } = useLoaderData<typeof loader>();
  const { t, time } = useText();
  return (
    <>
      {disputedAt ? (
        <Section title={t('acted.disputed', { name: customerName })}>
          <p className="words">{dispute}</p>
          <p className="quiet">{time(disputedAt)}</p>
        </Section>
      ) : null}
      {answeredAt ? (
        <Section title={t('acted.answered', { name: answeredName })}>
          <p className="words">{answer}</p>
          <p className="quiet">{time(answeredAt)}</p>
        </Section>
      ) : null}
    </>
  );
};

export default function OneActedFor() {
  const acted = useLoaderData<typeof loader>();
  const { t, time } = useText();
  const { isMine, customerName, customerId, officialName, path, state } = acted;
  const title = t(`acted.what.${acted.what}`);
  return (
    <Page title={title} lead={isMine ? t('acted.forMe') : t('acted.forCustomer', { name: customerName })}>
      <Title within={isMine ? t('acted.title') : customerName}>{title}</Title>
      <Facts
        facts={[
          { what: t('acted.who'), value: officialName },
          { what: t('acted.way'), value: t(`acted.way.${acted.way}`) },
          { what: t('acted.at'), value: time(acted.at) },
          { what: t(isMine ? 'acted.reasonOfMine' : 'acted.reason'), value: acted.reason },
          {
            what: t('acted.state'),
            value: state === 'told' ? null : <State>{t(`acted.state.${state}`)}</State>,
          },
        ]}
      />
      {isMine ? (
        <p>
          <a href={path}>{t('acted.look')}</a>
        </p>
      ) : null}
      <Said />
      {acted.moves.map((move) => (
        <Say key={move} move={move} version={acted.version} />
      ))}
      <p>
        <Go to={isMine ? '/done-for-me' : `/customers/${customerId}`} kind="tertiary">
          {isMine ? t('acted.back') : t('acted.toCustomer', { name: customerName })}
        </Go>
      </p>
    </Page>
  );
}
