import { State } from '../../../web/components/facts.tsx';
import { Section } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { Question } from '../../after-care/questions.ts';
import type { PlanSide } from '../../tables.ts';

/** What was answered, and who has read it. */
export const AfterCareAnswer = ({ question: { answer, words, answeredAt, seenName } }: { question: Question }) => {
  const { t, time } = useText();
  if (answer === null || answeredAt === null) return <p className="quiet">{t('path.afterCare.notAnswered')}</p>;
  return (
    <>
      <p>
        <State kind={answer === 'well' ? 'good' : answer === 'skipped' ? 'plain' : 'care'}>
          {t(`path.afterCare.answer.${answer}`)}
        </State>{' '}
        <span className="quiet">{time(answeredAt)}</span>
      </p>
      {words ? <p className="words">{words}</p> : null}
      {seenName ? <p className="quiet">{t('path.afterCare.seenBy', { name: seenName })}</p> : null}
    </>
  );
};

/** How it has been going since work began; nothing before it has been asked. */
export const AfterCare = ({ questions, mySide }: { questions: readonly Question[]; mySide: PlanSide }) => {
  const { t } = useText();
  if (questions.length === 0) return null;
  return (
    <Section title={t(`path.afterCare.title.${mySide}`)}>
      <ul className="history">
        {questions.map((question) => (
          <li key={question.id}>
            <p>
              <a href={`/after-care/${question.id}`}>{t('path.afterCare.after', { months: question.months })}</a>
            </p>
            <AfterCareAnswer question={question} />
          </li>
        ))}
      </ul>
    </Section>
  );
};
