import { useText } from '../../../web/text.tsx';
import type { Unshown as Section } from '../../sections/read-sections.ts';

/** What a plan lacks that nobody has written yet. */
export const unwritten = <K extends string>(missing: readonly K[], unshown: readonly Section[]): K[] =>
  missing.filter((key) => !unshown.some((section) => section.key === key));

/** What the customer has written and not yet shown to those who sign, each with the way to show it. */
export const Unshown = ({ sections }: { sections: readonly Section[] }) => {
  const { t } = useText();
  if (sections.length === 0) return null;
  return (
    <>
      <p>{t('path.unshown.lead')}</p>
      <ul className="no-print">
        {sections.map(({ id, key }) => (
          <li key={id}>
            <a href={`/plan-sections/${id}/shown`}>{t('path.unshown.show', { what: t(`path.content.${key}`) })}</a>
          </li>
        ))}
      </ul>
    </>
  );
};
