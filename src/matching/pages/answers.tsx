import { useLoaderData } from 'react-router';
import { Go } from '../../web/components/actions.tsx';
import { Card, Cards } from '../../web/components/cards.tsx';
import { State } from '../../web/components/facts.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { Pager, pageNumber } from '../../web/components/pager.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { type AnswerLine, myAnswers } from '../read-answers.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run(myAnswers, { page: pageNumber(page.query) }));

const Line = ({ line }: { line: AnswerLine }) => {
  const { t, time } = useText();
  return (
    <Card to={`/matches/${line.challengeId}`} title={line.title} lang={line.language}>
      <p>{line.businessName}</p>
      <p>
        <State kind={line.answer === 'yes' ? 'good' : 'plain'}>{t(`matching.said.${line.answer}`)}</State>
        {line.isOpen ? null : <> {t('matching.answers.closed')}</>}
      </p>
      {line.word ? <p>{t('matching.answers.word', { word: line.word })}</p> : null}
      <p className="quiet">{time(line.answeredAt)}</p>
    </Card>
  );
};

export default function Answers() {
  const { answers, page, hasMore } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('matching.answers.title')} lead={t('matching.answers.lead')}>
      <Title>{t('matching.answers.title')}</Title>
      {answers.length === 0 ? (
        <Empty>
          <p>{t('matching.answers.empty')}</p>
          <Go to="/matches">{t('matching.answers.look')}</Go>
        </Empty>
      ) : (
        <Cards>
          {answers.map((line) => (
            <Line key={line.challengeId} line={line} />
          ))}
        </Cards>
      )}
      <Pager page={page} hasMore={hasMore} />
    </Page>
  );
}
