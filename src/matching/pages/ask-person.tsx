import { useLoaderData } from 'react-router';
import { Actions, Go } from '../../web/components/actions.tsx';
import { Cards } from '../../web/components/cards.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { type AskView, readOwnAsks } from '../ask-person/read-asks.ts';
import { AskCard } from './ask-about.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run((work) => readOwnAsks(work), undefined));

/** My words are the name of what I asked: the beginning of them. */
const beginningOf = (words: string): string => {
  const [line = ''] = words.split('\n');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
};

const List = ({ asks }: { asks: readonly Omit<AskView, 'askedAt' | 'answeredAt'>[] }) => (
  <Cards>
    {asks.map((ask) => (
      <AskCard
        key={ask.personAskId}
        ask={ask}
        to={`/ask-a-person/${ask.personAskId}`}
        title={beginningOf(ask.words)}
        level={3}
      />
    ))}
  </Cards>
);

export default function AskAPerson() {
  const { asks } = useLoaderData<typeof loader>();
  const { t } = useText();
  const waiting = asks.filter(({ state }) => state === 'asked');
  const over = asks.filter(({ state }) => state !== 'asked');
  return (
    <Page title={t('askPerson.title')} lead={t('askPerson.lead')}>
      <Title>{t('askPerson.title')}</Title>
      {asks.length === 0 ? <Empty>{t('askPerson.none')}</Empty> : null}
      {waiting.length > 0 ? (
        <Section title={t('askPerson.waiting', { count: waiting.length })}>
          <List asks={waiting} />
        </Section>
      ) : null}
      {over.length > 0 ? (
        <Section title={t('askPerson.over')}>
          <List asks={over} />
        </Section>
      ) : null}
      <Actions>
        <Go to="/ask-a-person/new">{t('askPerson.ask')}</Go>
      </Actions>
    </Page>
  );
}
