import { hostOf, isWebLink } from '../../../kernel/web-link.ts';
import { State, type StateKind } from '../../../web/components/facts.tsx';
import type { Text } from '../../../web/text.tsx';
import { useText } from '../../../web/text.tsx';
import type { StepText } from '../../rules.ts';
import type { StepSigned } from '../../sign-step.ts';
import type { StepView } from '../../steps.ts';
import type { Side } from '../../tables.ts';
import { chooseText, ownerText, waitsText } from './sides.ts';

/** Where a step stands, said to whoever reads. */
export const stateText = (
  t: Text['t'],
  step: Pick<StepView, 'state' | 'waitsFor' | 'onlyMine'>,
  mySide: Side,
): string => {
  if (step.onlyMine && step.state === 'idea') return t('path.state.onlyMine');
  if (step.waitsFor === null) return t(`path.state.${step.state}`);
  return waitsText(t, step.waitsFor, mySide);
};

/** What was said with an answer: why not, or with the yes. */
export const Word = ({ of: { word, state } }: { of: Pick<StepView, 'word' | 'state'> }) => {
  const { t } = useText();
  if (!word) return null;
  return <p className="words">{t(['agreed', 'doing'].includes(state) ? 'path.withWord' : 'path.theWord', { word })}</p>;
};

/** A link somebody wrote: it says where it leads, takes nothing of this page along, and is only text where it is no address of the web. */
export const WebLink = ({ link }: { link: string }) => {
  if (!isWebLink(link)) return <span>{link}</span>;
  return (
    <a href={link} rel="noopener noreferrer nofollow">
      {hostOf(link)}
    </a>
  );
};

/** What shows that a step is done. */
export const Evidence = ({ of: { evidence, evidenceLink } }: { of: Pick<StepView, 'evidence' | 'evidenceLink'> }) => {
  const { t } = useText();
  return (
    <>
      {evidence ? <p className="words">{t('path.evidence', { evidence })}</p> : null}
      {evidenceLink ? (
        <p>
          {t('path.field.evidenceLink')}: <WebLink link={evidenceLink} />
        </p>
      ) : null}
    </>
  );
};

const stateKind = ({ state, waitsFor }: StepView, mySide: Side): StateKind => {
  if (waitsFor === mySide) return 'care';
  return ['agreed', 'doing', 'done'].includes(state) ? 'good' : 'plain';
};

/** Where it is done and what it leads to. */
const Whereabouts = ({ step }: { step: StepText }) => {
  const { t } = useText();
  return (
    <>
      {step.place ? <p>{t('path.place', { place: step.place })}</p> : null}
      {step.link ? (
        <p>
          {t('path.field.link')}: <WebLink link={step.link} />
        </p>
      ) : null}
      {step.stage ? <p className="quiet">{t('path.leadsTo', { stage: t(`path.stage.${step.stage}`) })}</p> : null}
    </>
  );
};

/** With whom it is agreed on, where it is not the adviser. */
const With = ({ step, mySide }: { step: StepView; mySide: Side }) => {
  const { t } = useText();
  if (step.withRole === 'adviser' || mySide === step.withRole) return null;
  return <p className="quiet">{t('path.withWhom', { who: chooseText(t, step.withRole, mySide) })}</p>;
};

/** What a step says: where it stands, who, by when, why, where, and the challenge it grew from. */
export const StepFacts = ({ step, mySide }: { step: StepView; mySide: Side }) => {
  const { t, day } = useText();
  const who = ownerText(t, step, mySide);
  return (
    <>
      <p>
        <State kind={stateKind(step, mySide)}>{stateText(t, step, mySide)}</State>{' '}
        {step.dueOn === null ? t('path.whoNoDay', { who }) : t('path.whoByWhen', { who, day: day(step.dueOn) })}
      </p>
      <With step={step} mySide={mySide} />
      {step.why ? <p className="words">{step.why}</p> : null}
      <Whereabouts step={step} />
      {step.challenge ? (
        <p className="quiet">
          {t('path.grewFrom', { title: step.challenge.title, business: step.challenge.businessName })}
        </p>
      ) : null}
      {step.challenge?.isYesTakenBack ? (
        <p>{t(`path.yesTakenBack.${mySide === 'customer' ? 'customer' : 'adviser'}`)}</p>
      ) : null}
      <Word of={step} />
      {step.state === 'done' ? <Evidence of={step} /> : null}
    </>
  );
};

/** Which version both have signed by agreeing to it, who and when. */
export const Signed = ({ signed }: { signed: StepSigned | null }) => {
  const { t, time } = useText();
  if (signed === null) return null;
  const { version, isCurrent, by } = signed;
  return (
    <div>
      <p>{t(isCurrent ? 'path.step.signed' : 'path.step.signedBefore', { version })}</p>
      <ul className="signed quiet">
        {by.map(({ side, personName: name, at }) => (
          <li key={side}>{t('path.step.signedBy', { name, at: time(at) })}</li>
        ))}
      </ul>
    </div>
  );
};

/** Where on the line a step stands: behind, agreed, or what could come. */
const places = {
  ...{ done: 'been', doing: 'now', agreed: 'now', proposed: 'come', idea: 'come' },
  ...{ declined: 'come', withdrawn: 'come', dropped: 'come', ended: 'come' },
} as const;

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
