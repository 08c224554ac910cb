import { Card } from '../../web/components/cards.tsx';
import { Chips, KnowHowChip } from '../../web/components/chips.tsx';
import { State } from '../../web/components/facts.tsx';
import { useText } from '../../web/text.tsx';
import type { MatchView } from '../match-view.ts';
import { MatchBar } from './match-bar.tsx';

/** Only needs that are met or partly met: what is missing is counted here and named on the match's own page. */
const MyPart = ({ match }: { match: MatchView }) => {
  const mine = match.parts.filter(({ state }) => state !== 'missing');
  return (
    <Chips>
      {mine.map(({ skillId, label, state }) => (
        <KnowHowChip key={skillId} label={label} fit={state} />
      ))}
    </Chips>
  );
};

/** A match in the list: whose, where, until when, how it fits. */
export const MatchCard = ({ match }: { match: MatchView }) => {
  const { t, day } = useText();
  const { challengeId, title, language, businessName, place, untilOn, parts, answer, wished, byPerson } = match;
  return (
    <Card to={`/matches/${challengeId}`} title={title} lang={language} level={3}>
      <p>{[businessName, place].filter(Boolean).join(', ')}</p>
      {answer ? (
        <p>
          <State kind={answer.answer === 'yes' ? 'good' : 'plain'}>{t(`matching.said.${answer.answer}`)}</State>
        </p>
      ) : null}
      {byPerson ? <p>{t('askPerson.card', byPerson)}</p> : null}
      <MatchBar parts={parts} />
      <MyPart match={match} />
      {wished.length > 0 ? <p>{t('matching.wished.card', { skills: wished.join(', ') })}</p> : null}
      <p className="quiet">{t('matching.until', { day: day(untilOn) })}</p>
    </Card>
  );
};
