import { Go } from '../../../web/components/actions.tsx';
import { Empty, Section } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import { columnOf } from '../../board/columns.ts';
import type { PlanView } from '../../read-plan.ts';
import type { StepView } from '../../steps.ts';
import type { Side } from '../../tables.ts';
import { StepLines } from './step-line.tsx';

const groups = [
  'mine',
  'doing',
  'agreed',
  'theirs',
  'idea',
  'declined',
  'done',
  'ended',
  'dropped',
  'withdrawn',
] as const;
type Group = (typeof groups)[number];

const groupOf = (step: StepView, mySide: Side): Group => {
  if (step.state === 'proposed') return step.waitsFor === mySide ? 'mine' : 'theirs';
  return step.state;
};

/** How many of a group stand on the plan's page; the list has the rest. */
const atOnce = 10;

/** The steps of a plan: what waits for the reader first, then what is under way and agreed, then the rest. */
export const PlanSteps = ({ steps, mySide, base }: { steps: readonly StepView[]; mySide: Side; base: string }) => {
  const { t } = useText();
  if (steps.length === 0) return <Empty>{t(`path.noSteps.${mySide === 'customer' ? 'customer' : 'adviser'}`)}</Empty>;
  const listAt = `${base}/steps?view=list`;
  const found = groups.map((group) => {
    const inGroup = steps.filter((step) => groupOf(step, mySide) === group);
    if (inGroup.length === 0) return null;
    return (
      <Section key={group} title={t(`path.group.${group}`, { count: inGroup.length })}>
        <StepLines steps={inGroup.slice(0, atOnce)} mySide={mySide} />
        {inGroup.length > atOnce ? (
          <p>
            <a href={`${listAt}&state=${columnOf(inGroup[0]?.state ?? 'idea')}`}>
              {t('path.board.all', { count: inGroup.length })}
            </a>
          </p>
        ) : null}
      </Section>
    );
  });
  return (
    <>
      {found}
      <p className="no-print">
        <a href={`${base}/steps`}>{t('path.board.open')}</a>
      </p>
    </>
  );
};

/** The goal in the plan's own words, and the way to write it. */
export const PlanGoal = ({ goal, writeAt, mySide }: { goal: PlanView['goal']; writeAt: string; mySide: Side }) => {
  const { t, time } = useText();
  return (
    <Section title={t('path.goal')}>
      {goal.text ? (
        <p className="goal words">{goal.text}</p>
      ) : (
        <Empty>{t(`path.noGoal.${mySide === 'customer' ? 'customer' : 'adviser'}`)}</Empty>
      )}
      {goal.at && goal.personName ? (
        <p className="quiet">{t('path.goalBy', { name: goal.personName, at: time(goal.at) })}</p>
      ) : null}
      <p className="no-print">
        <Go to={writeAt} kind="secondary">
          {goal.text ? t('path.changeGoal') : t('path.writeGoal')}
        </Go>
      </p>
    </Section>
  );
};
