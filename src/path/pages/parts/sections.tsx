import { Actions, Go } from '../../../web/components/actions.tsx';
import { Empty, Section } from '../../../web/components/layout.tsx';
import { type Text, useText } from '../../../web/text.tsx';
import type { SectionsView, SectionView } from '../../sections/read-sections.ts';
import { aboutText, ownerOfText } from './plan-words.ts';
import { Unshown, unwritten } from './unshown.tsx';

/** Who else sees a section and by what; how it came to be seen here. */
export const WhoSees = ({ section, isCustomer }: { section: SectionView; isCustomer: boolean }) => {
  const { t } = useText();
  if (section.crossing) return <p className="quiet">{t(`path.section.crossed.${section.crossing}`)}</p>;
  const others = section.seenBy.map(({ viewer, by }) =>
    t(`path.section.sees.${by}`, { who: t(`path.party.${viewer}`), reader: isCustomer ? 'customer' : 'other' }),
  );
  return (
    <p className="quiet">
      {ownerSees(t, section, isCustomer)} {others.join(' ')}
    </p>
  );
};

/** Who sees it whatever the customer says: themselves, and whose side wrote it. */
const ownerSees = (t: Text['t'], { owner, seenBy }: SectionView, isCustomer: boolean): string => {
  if (owner !== 'customer')
    return t(isCustomer ? 'path.section.sees.ownerAndYou' : 'path.section.sees.owner', {
      who: t(`path.party.${owner}`),
    });
  return seenBy.length === 0 ? t('path.section.sees.onlyCustomer') : '';
};

const One = ({ section, isCustomer }: { section: SectionView; isCustomer: boolean }) => {
  const { t, time } = useText();
  const about = <span className="aksel-sr-only">{aboutText(t, section)}</span>;
  return (
    <Section title={aboutText(t, section)}>
      {section.text ? <p className="words">{section.text}</p> : <Empty>{t('path.section.emptied')}</Empty>}
      <p className="quiet">
        {ownerOfText(t, section.owner, section.personName)} {time(section.changedAt)}
      </p>
      <WhoSees section={section} isCustomer={isCustomer} />
      <Actions>
        <Go to={`/plan-sections/${section.id}`} kind="tertiary">
          {t(section.isMine ? 'path.section.change' : 'path.section.open')} {about}
        </Go>
        {isCustomer ? (
          <Go to={`/plan-sections/${section.id}/shown`} kind="tertiary">
            {t('path.section.chooseWho')} {about}
          </Go>
        ) : null}
      </Actions>
    </Section>
  );
};

/** The sections a reader sees, what is still to be said, and the way to write. `base`: where the plan is for the reader. */
export const Sections = ({ view, base, isCustomer }: { view: SectionsView; base: string; isCustomer: boolean }) => {
  const { t } = useText();
  const { sections, unshown } = view;
  const missing = unwritten(view.missing, unshown);
  return (
    <>
      {missing.length > 0 ? (
        <p>{t('path.section.missing', { what: missing.map((key) => t(`path.content.${key}`)).join(', ') })}</p>
      ) : null}
      <Unshown sections={unshown} />
      {sections.length === 0 ? <Empty>{t('path.section.none')}</Empty> : null}
      {sections.map((section) => (
        <One key={section.id} section={section} isCustomer={isCustomer} />
      ))}
      <p className="no-print">
        <Go to={`${base}/sections/new`} kind="secondary">
          {t('path.section.write')}
        </Go>
      </p>
    </>
  );
};
