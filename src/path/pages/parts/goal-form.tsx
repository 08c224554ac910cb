import { Send } from '../../../web/components/actions.tsx';
import { BothVersions, PostForm, TextArea } from '../../../web/components/form.tsx';
import { Page, Section, Title } from '../../../web/components/layout.tsx';
import type { FormFailure } from '../../../web/page.ts';
import { useText } from '../../../web/text.tsx';
import type { GoalVersion } from '../../goals.ts';
import type { PlanSide } from '../../tables.ts';

const Earlier = ({ versions }: { versions: readonly GoalVersion[] }) => {
  const { t, time } = useText();
  return (
    <Section title={t('path.goalHistory')}>
      <ol className="history">
        {versions.map(({ version, at, personName, goal }) => (
          <li key={version}>
            <p className="quiet">{t('path.goalBy', { name: personName, at: time(at) })}</p>
            <p className="words">{goal || t('path.emptied')}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
};

/** Writing the goal, with every version of it below. */
export const GoalForm = ({
  goal,
  version,
  versions,
  failure,
  mySide,
}: {
  goal: string;
  version: number;
  versions: readonly GoalVersion[];
  failure: FormFailure | undefined;
  mySide: PlanSide;
}) => {
  const { t } = useText();
  return (
    <Page title={t(`path.goalForm.${mySide}`)} lead={t('path.goalForm.lead')}>
      <Title within={t(mySide === 'customer' ? 'nav.plan' : 'nav.caseload')}>{t(`path.goalForm.${mySide}`)}</Title>
      <BothVersions failure={failure} mine={failure?.typed.goal?.[0] ?? ''} theirs={goal} />
      <PostForm failure={failure} version={version}>
        <TextArea name="goal" label={t('path.goal')} hint={t('path.goalForm.hint')} value={goal} />
        <Send>{t('path.save')}</Send>
      </PostForm>
      {versions.length > 0 ? <Earlier versions={versions} /> : null}
    </Page>
  );
};
