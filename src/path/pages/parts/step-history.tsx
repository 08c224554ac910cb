import { Section } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { StepVersionView } from '../../read-step.ts';
import type { Change } from '../../rules.ts';
import type { Side } from '../../tables.ts';
import { ownerText, Word } from './step-line.tsx';

const ChangeLine = ({ change, mySide }: { change: Change; mySide: Side }) => {
  const { t, day } = useText();
  const show = (value: string): string => {
    if (value === '') return t('path.emptied');
    if (change.field === 'dueOn') return day(value);
    return change.field === 'owner' ? ownerText(t, value === 'customer' ? 'customer' : 'adviser', mySide) : value;
  };
  return (
    <li>
      <span className="quiet">{t(`path.field.${change.field}`)}</span> <del>{show(change.before)}</del>{' '}
      <ins>{show(change.after)}</ins>
    </li>
  );
};

const did = (version: StepVersionView) => (version.version === 1 ? 'first' : version.state);

/** Every version of a step, the newest first: who did what when, and what changed. */
export const StepHistory = ({ versions, mySide }: { versions: readonly StepVersionView[]; mySide: Side }) => {
  const { t, time } = useText();
  return (
    <Section title={t('path.history')}>
      <ol className="history">
        {versions.map((version) => (
          <li key={version.version}>
            <p>
              {t(`path.did.${did(version)}`, { name: version.personName })}{' '}
              <span className="quiet">{time(version.at)}</span>
            </p>
            <Word of={version} />
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
    </Section>
  );
};
