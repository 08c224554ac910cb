import { Chips } from '../../../web/components/chips.tsx';
import { useLanguageName } from '../../../web/components/language-ticks.tsx';
import { Empty, Section } from '../../../web/components/layout.tsx';
import { useLicenceUntil } from '../../../web/components/licence-until.ts';
import { useTimeWords } from '../../../web/components/time-words.ts';
import { useText } from '../../../web/text.tsx';
import type { Seen } from '../../profile/audience.ts';
import { LevelChip } from './level.tsx';

const Experience = ({ one }: { one: Seen['experiences'][number] }) => {
  const { t } = useText();
  const timeWords = useTimeWords();
  return (
    <li>
      <span className="trail__when">{[timeWords(one), t(`profile.kind.${one.kind}`)].filter(Boolean).join(' · ')}</span>
      <h3 className="life__title" lang={one.language}>
        {one.title}
      </h3>
      {one.place ? <p lang={one.language}>{one.place}</p> : null}
      {one.did ? (
        <p className="words" lang={one.language}>
          {one.did}
        </p>
      ) : null}
      {one.skills.length > 0 ? (
        <Chips label={t('profile.experience.skills')}>
          {one.skills.map((label) => (
            <LevelChip key={label} label={label} level={null} />
          ))}
        </Chips>
      ) : null}
    </li>
  );
};

const KnowHow = ({ knowHow }: Pick<Seen, 'knowHow'>) => {
  const { t } = useText();
  const withWords = knowHow.filter(({ levelWords }) => levelWords !== '');
  return (
    <Section title={t('profile.knowHow')}>
      <Chips>
        {knowHow.map(({ label, level }) => (
          <LevelChip key={label} label={label} level={level} />
        ))}
      </Chips>
      {withWords.length > 0 ? (
        <ul>
          {withWords.map(({ label, levelWords }) => (
            <li key={label}>
              {label}: {levelWords}
            </li>
          ))}
        </ul>
      ) : null}
      {knowHow.some(({ level }) => level !== null) ? <p className="quiet">{t('profile.level.legend')}</p> : null}
    </Section>
  );
};

const Wishes = ({ wishes }: { wishes: NonNullable<Seen['wishes']> }) => {
  const { t } = useText();
  return (
    <Section title={t('profile.wishes')}>
      <ul>
        {wishes.what.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {wishes.where ? (
        <p>
          {t('profile.wishes.where')}: {wishes.where}
        </p>
      ) : null}
      {wishes.notWanted ? (
        <p>
          {t('profile.wishes.notWanted')}: {wishes.notWanted}
        </p>
      ) : null}
    </Section>
  );
};

const Languages = ({ languages }: Pick<Seen, 'languages'>) => {
  const { t } = useText();
  const languageName = useLanguageName();
  return (
    <Section title={t('profile.languages')}>
      <ul>
        {languages.map(({ code, level }) => (
          <li key={code}>
            {languageName(code)}: {t(`profile.cefr.${level}`)}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Licences = ({ licences }: Pick<Seen, 'licences'>) => {
  const { t } = useText();
  const untilOf = useLicenceUntil();
  return (
    <Section title={t('profile.licences')}>
      <ul>
        {licences.map(({ name, untilOn }) => (
          <li key={`${name} ${untilOn}`}>
            {name}
            {untilOn ? ` (${untilOf(untilOn).words})` : ''}
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** A profile as an audience sees it, in the order it is read: what they can, what they have done, and the rest. */
export const SeenProfile = ({ seen }: { seen: Seen }) => {
  const { t } = useText();
  const { knowHow, experiences, languages, licences, wishes } = seen;
  const isEmpty = knowHow.length + experiences.length + languages.length + licences.length === 0 && wishes === null;
  if (isEmpty) return <Empty>{t('profile.seen.nothing')}</Empty>;
  return (
    <>
      {knowHow.length > 0 ? <KnowHow knowHow={knowHow} /> : null}
      {experiences.length > 0 ? (
        <Section title={t('profile.experiences')}>
          <ol className="seen-experiences">
            {experiences.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
              <Experience key={at} one={one} />
            ))}
          </ol>
        </Section>
      ) : null}
      {languages.length > 0 ? <Languages languages={languages} /> : null}
      {licences.length > 0 ? <Licences licences={licences} /> : null}
      {wishes ? <Wishes wishes={wishes} /> : null}
    </>
  );
};
