import { State } from '../../../web/components/facts.tsx';
import { Empty, Section } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { SharedPlan, SharedSection, SharedStep } from '../../invitations/parts.ts';
import { aboutText } from './plan-words.ts';

const places = { done: 'been', doing: 'now' } as const;

const StepLine = ({ step }: { step: SharedStep }) => {
  const { t, day } = useText();
  const who = step.owner === 'named' ? t('path.owner.named', { name: step.ownerName }) : t(`path.owner.${step.owner}`);
  const place = step.state === 'done' || step.state === 'doing' ? places[step.state] : 'come';
  return (
    <li className={`trail__${place}`}>
      <h3 className="step__title">{step.title}</h3>
      <p>
        <State kind="good">{t(`path.state.${step.state}`)}</State>{' '}
        {step.dueOn === null ? t('path.whoNoDay', { who }) : t('path.whoByWhen', { who, day: day(step.dueOn) })}
      </p>
      {step.why ? <p className="words">{step.why}</p> : null}
      {step.place ? <p>{t('path.place', { place: step.place })}</p> : null}
    </li>
  );
};

const Told = ({ section }: { section: SharedSection }) => {
  const { t, time } = useText();
  return (
    <Section title={aboutText(t, section)}>
      <p className="words">{section.text}</p>
      <p className="quiet">
        {section.personName ? `${section.personName}, ` : ''}
        {time(section.changedAt)}
      </p>
    </Section>
  );
};

/** The parts of a plan that the customer chose, as who was invited sees them. */
export const SharedPlanParts = ({ plan, name }: { plan: SharedPlan; name: string }) => {
  const { t } = useText();
  return (
    <>
      {plan.goal === null ? null : (
        <Section title={t('path.content.goal')}>
          {plan.goal ? <p className="words">{plan.goal}</p> : <Empty>{t('path.shared.noGoal', { name })}</Empty>}
        </Section>
      )}
      {plan.steps === null ? null : (
        <Section title={t('path.content.steps')}>
          {plan.steps.length === 0 ? <Empty>{t('path.shared.noSteps')}</Empty> : null}
          {plan.steps.length > 0 ? (
            <ol className="trail">
              {plan.steps.map((step) => (
                <StepLine key={step.id} step={step} />
              ))}
            </ol>
          ) : null}
        </Section>
      )}
      {plan.sections.map((section) => (
        <Told key={section.id} section={section} />
      ))}
    </>
  );
};
