import { State, type StateKind } from '../../../web/components/facts.tsx';
import type { Text } from '../../../web/text.tsx';
import { useText } from '../../../web/text.tsx';
import type { StepView } from '../../steps.ts';
import type { Side } from '../../tables.ts';

/** Who does it, said to whoever reads. */
export const ownerText = (t: Text['t'], owner: Side, mySide: Side): string =>
  owner === mySide ? t('path.owner.me') : t(`path.owner.${owner}`);

/** Where a step stands, said to whoever reads. */
export const stateText = (t: Text['t'], step: Pick<StepView, 'state' | 'waitsFor'>, mySide: Side): string => {
  if (step.waitsFor === null) return t(`path.state.${step.state}`);
  return step.waitsFor === mySide ? t('path.waits.me') : t(`path.waits.${step.waitsFor}`);
};

/** What was said with an answer: why not, or with the yes. */
export const Word = ({ of: { word, state } }: { of: Pick<StepView, 'word' | 'state'> }) => {
  const { t } = useText();
  if (!word) return null;
  return <p className="words">{t(state === 'agreed' ? 'path.withWord' : 'path.theWord', { word })}</p>;
};

const stateKind = ({ state, waitsFor }: StepView, mySide: Side): StateKind => {
  if (waitsFor === mySide) return 'care';
  return state === 'agreed' || state === 'done' ? 'good' : 'plain';
};

/** What a step says: where it stands, who, by when, why, and the challenge it grew from. */
export const StepFacts = ({ step, mySide }: { step: StepView; mySide: Side }) => {
  const { t, day } = useText();
  return (
    <>
      <p>
        <State kind={stateKind(step, mySide)}>{stateText(t, step, mySide)}</State>{' '}
        {t('path.whoByWhen', { who: ownerText(t, step.owner, mySide), day: day(step.dueOn) })}
      </p>
      {step.why ? <p className="words">{step.why}</p> : null}
      {step.challenge ? (
        <p className="quiet">
          {t('path.grewFrom', { title: step.challenge.title, business: step.challenge.businessName })}
        </p>
      ) : null}
      {step.challenge?.isYesTakenBack ? <p>{t(`path.yesTakenBack.${mySide}`)}</p> : null}
      <Word of={step} />
    </>
  );
};

/** Where on the line a step stands: behind, agreed, or what could come. */
const places = { done: 'been', agreed: 'now', proposed: 'come', declined: 'come', withdrawn: 'come' } as const;

const StepLine = ({ step, mySide }: { step: StepView; mySide: Side }) => (
  <li className={`trail__${places[step.state]}`}>
    <h3 className="step__title">
      <a href={`/steps/${step.id}`}>{step.title}</a>
    </h3>
    <StepFacts step={step} mySide={mySide} />
  </li>
);

/** Steps as a line one walks along. */
export const StepLines = ({ steps, mySide }: { steps: readonly StepView[]; mySide: Side }) => (
  <ol className="trail">
    {steps.map((step) => (
      <StepLine key={step.id} step={step} mySide={mySide} />
    ))}
  </ol>
);
