import { Section } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { ComparedField } from '../../compare-step.ts';
import type { StepVersionView } from '../../read-step.ts';
import type { Change } from '../../rules.ts';
import { owners, type Side, stages, stepStates } from '../../tables.ts';
import { ownerText } from './sides.ts';
import { Evidence, Word } from './step-line.tsx';

/** What a field of a version said, as its reader reads it. */
export const useFieldText = (mySide: Side): ((field: ComparedField, value: string) => string) => {
  const { t, day } = useText();
  return (field, value) => {
    if (value === '') return t('path.emptied');
    if (field === 'dueOn') return day(value);
    const state = field === 'state' && stepStates.find((one) => one === value);
    if (state) return t(`path.state.${state}`);
    const owner = field === 'owner' && owners.find((one) => one === value);
    if (owner) return owner === 'named' ? t('path.choose.named') : ownerText(t, { owner, ownerName: '' }, mySide);
    const stage = field === 'stage' && stages.find((one) => one === value);
    return stage ? t(`path.stage.${stage}`) : value;
  };
};

const ChangeLine = ({ change: { field, before, after }, mySide }: { change: Change; mySide: Side }) => {
  const { t } = useText();
  const show = useFieldText(mySide);
  return (
    <li>
      <span className="quiet">{t(`path.field.${field}`)}</span> <del>{show(field, before)}</del>{' '}
      <ins>{show(field, after)}</ins>
    </li>
  );
};

/** What a version was, seen from the one before: none for the first the reader finds. */
const did = ({ state }: StepVersionView, before: StepVersionView | undefined) => {
  if (state === 'idea') {
    if (before === undefined) return 'idea';
    return before.state === 'idea' ? 'ideaChanged' : 'tookUp';
  }
  return state === 'proposed' && (before === undefined || before.state === 'idea') ? 'first' : state;
};

/** Every version of a step, the newest first: who did what when, and what changed. */
export const StepHistory = ({
  stepId,
  versions,
  mySide,
}: {
  stepId: string;
  versions: readonly StepVersionView[];
  mySide: Side;
}) => {
  const { t, time } = useText();
  return (
    <Section title={t('path.history')}>
      <ol className="history">
        {versions.map((version, index) => (
          <li key={version.version}>
            <p>
              {t(`path.did.${did(version, versions[index + 1])}`, { name: version.personName })}{' '}
              <span className="quiet">
                {t('path.step.version', { version: version.version, at: time(version.at) })}
              </span>
            </p>
            <Word of={version} />
            <Evidence of={version} />
            {version.changes.length > 0 ? (
              <ul className="changes">
                {version.changes.map((change) => (
                  <ChangeLine key={change.field} change={change} mySide={mySide} />
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
      {versions.length > 1 ? (
        <p className="no-print">
          <a href={`/steps/${stepId}/compare`}>{t('path.compare.link')}</a>
        </p>
      ) : null}
    </Section>
  );
};
