import { State } from '../../../web/components/facts.tsx';
import { Empty, Section } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { SharedPlan, SharedSection, SharedStep } from '../../invitations/parts.ts';
import type { Invited } from '../../invitations/read-invited.ts';
import { aboutText } from './plan-words.ts';

const places = { done: 'been', doing: 'now' } as const;

/** Who does it, to somebody who is neither the customer nor who looks after them. */
const useWho = (name: string): ((step: SharedStep) => string) => {
  const { t } = useText();
  return ({ owner, ownerName }) => {
    if (owner === 'customer') return t('path.owner.by', { name });
    if (owner === 'named') return t('path.owner.named', { name: ownerName });
    return t(owner === 'adviser' ? 'path.owner.theAdviser' : 'path.owner.socialWorker');
  };
};

type From = Pick<Invited, 'name' | 'language' | 'untilOn'>;

const StepLine = ({ step, from }: { step: SharedStep; from: From }) => {
  const { t, day } = useText();
  const who = useWho(from.name)(step);
  const place = step.state === 'done' || step.state === 'doing' ? places[step.state] : 'come';
  return (
    <li className={`trail__${place}`}>
      <h3 className="step__title" lang={from.language}>
        {step.title}
      </h3>
      <p>
        <State kind="good">{t(`path.state.${step.state}`)}</State>{' '}
        {step.dueOn === null ? t('path.whoNoDay', { who }) : t('path.whoByWhen', { who, day: day(step.dueOn) })}
      </p>
      {step.why ? (
        <p className="words" lang={from.language}>
          {step.why}
        </p>
      ) : null}
      {step.place ? <p>{t('path.place', { place: step.place })}</p> : null}
    </li>
  );
};

const Told = ({ section, from }: { section: SharedSection; from: From }) => {
  const { t, time } = useText();
  return (
    <Section title={aboutText(t, section)}>
      <p className="words" lang={from.language}>
        {section.text}
      </p>
      <p className="quiet">
        {section.personName ? `${section.personName}, ` : ''}
        {time(section.changedAt)}
      </p>
    </Section>
  );
};

const isEmpty = ({ goal, steps, sections }: SharedPlan): boolean =>
  !goal && (steps === null || steps.length === 0) && sections.length === 0;

const Goal = ({ goal, from }: { goal: string; from: From }) => {
  const { t } = useText();
  return (
    <Section title={t('path.content.goal')}>
      {goal ? (
        <p className="words" lang={from.language}>
          {goal}
        </p>
      ) : (
        <Empty>{t('path.shared.noGoal', { name: from.name })}</Empty>
      )}
    </Section>
  );
};

const Steps = ({ steps, from }: { steps: readonly SharedStep[]; from: From }) => {
  const { t } = useText();
  return (
    <Section title={t('path.content.steps')}>
      {steps.length === 0 ? (
        <Empty>{t('path.shared.noSteps', { name: from.name })}</Empty>
      ) : (
        <ol className="trail">
          {steps.map((step) => (
            <StepLine key={step.id} step={step} from={from} />
          ))}
        </ol>
      )}
    </Section>
  );
};

/** The parts of a plan that the customer chose, as who was invited sees them. */
export const SharedPlanParts = ({ plan, from }: { plan: SharedPlan; from: From }) => {
  const { t, day } = useText();
  if (isEmpty(plan)) return <Empty>{t('path.shared.nothingYet', { day: day(from.untilOn) })}</Empty>;
  return (
    <>
      {plan.goal === null ? null : <Goal goal={plan.goal} from={from} />}
      {plan.steps === null ? null : <Steps steps={plan.steps} from={from} />}
      {plan.sections.map((section) => (
        <Told key={section.id} section={section} from={from} />
      ))}
    </>
  );
};
