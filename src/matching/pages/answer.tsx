import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { Confirm } from '../../web/components/confirm.tsx';
import { useDraft } from '../../web/components/draft.tsx';
import { State } from '../../web/components/facts.tsx';
import { PostForm, TextArea } from '../../web/components/form.tsx';
import { GivenCard } from '../../web/components/given-card.tsx';
import { Section } from '../../web/components/layout.tsx';
import type { FormFailure } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import type { OwnAnswer } from '../read-challenges.ts';
import type { OneMatch } from '../show-match.ts';

type Asked = { match: OneMatch; failure?: FormFailure | undefined };

/** What was said, and why, so that nobody has to remember. */
const Said = ({ answer }: { answer: OwnAnswer }) => {
  const { t, time } = useText();
  return (
    <>
      <p>
        <State kind={answer.answer === 'yes' ? 'good' : 'plain'}>{t(`matching.said.${answer.answer}`)}</State>{' '}
        <span className="quiet">{t('matching.said.at', { at: time(answer.answeredAt) })}</span>
      </p>
      {answer.word ? <p>{t('matching.answers.word', { word: answer.word })}</p> : null}
    </>
  );
};

const CardSeen = ({ match: { ownCard } }: { match: OneMatch }) => {
  const { t } = useText();
  if (!ownCard) return null;
  return (
    <Section title={t('matching.card.seen')}>
      <p>
        <strong>{ownCard.name}</strong>
      </p>
      <GivenCard card={ownCard} />
      {ownCard.skills.length > 0 ? null : <p className="quiet">{t('matching.card.noSkills')}</p>}
    </Section>
  );
};

/** The two other answers, each with a word to go along: at first, or after a yes (`withdraw`). */
const NotYes = ({
  of,
  version,
  hint,
  word,
  failure,
}: {
  of: 'answer' | 'withdraw';
  version: number;
  hint: string;
  word?: string | undefined;
  failure: FormFailure | undefined;
}) => {
  const { t } = useText();
  return (
    <PostForm failure={failure} version={version} className={of === 'answer' ? 'form answer' : 'form'}>
      <TextArea name="word" label={t(`matching.${of}.word`)} hint={hint} value={word ?? ''} rows={2} most={500} />
      <Actions>
        <Send kind="secondary" name="answer" value="notNow">
          {t(`matching.${of}.notNow`)}
        </Send>
        <Send kind="secondary" name="answer" value="no">
          {t(`matching.${of}.no`)}
        </Send>
      </Actions>
    </PostForm>
  );
};

const Withdraw = ({ match, failure }: Asked) => {
  const { t } = useText();
  const isWritten = useDraft() !== null || failure !== undefined;
  return (
    <Confirm label={t('matching.withdraw')} what={t('matching.withdraw.what')} isOpen={isWritten}>
      <NotYes failure={failure} version={match.version} hint={t('matching.withdraw.wordHint')} of="withdraw" />
    </Confirm>
  );
};

const StandingYes = ({ match, failure }: Asked) => {
  const { t } = useText();
  const threadId = match.answer?.threadId;
  return (
    <>
      <CardSeen match={match} />
      <Actions>
        {threadId ? <Go to={`/threads/${threadId}`}>{t('matching.thread')}</Go> : null}
        {match.isOpen && match.isConsented ? (
          <Go to={`/matches/${match.challengeId}/yes`} kind="secondary">
            {t('matching.card.change')}
          </Go>
        ) : null}
      </Actions>
      <Withdraw match={match} failure={failure} />
    </>
  );
};

/** The answer I have given, on top of the page. */
export const Answered = ({ match, failure }: Asked) => {
  const { t } = useText();
  if (!match.answer) return null;
  const isYes = match.answer.answer === 'yes';
  return (
    <>
      <Said answer={match.answer} />
      {isYes ? <StandingYes match={match} failure={failure} /> : null}
      {!isYes && !match.isOpen ? <p>{t('matching.said.closed')}</p> : null}
    </>
  );
};

/** The three answers, while there is something to answer. A yes goes on to a page of its own, where the card is chosen. */
export const AnswerOpen = ({ match, failure }: Asked) => {
  const { t } = useText();
  const { answer, isOpen, isConsented, challengeId, version } = match;
  if (!isOpen || !isConsented || answer?.answer === 'yes') return null;
  return (
    <Section title={answer ? t('matching.answer.change') : t('matching.answer.title')}>
      <p>{t('matching.privacy')}</p>
      <Actions>
        <Go to={`/matches/${challengeId}/yes`}>{t('matching.answer.yes')}</Go>
      </Actions>
      <p className="quiet">{t('matching.answer.yesNext')}</p>
      <NotYes
        failure={failure}
        version={version}
        // After a yes taken back the business knows that somebody has answered.
        hint={t(answer?.threadId ? 'matching.withdraw.wordHint' : 'matching.answer.wordHint')}
        word={answer?.word}
        of="answer"
      />
    </Section>
  );
};
