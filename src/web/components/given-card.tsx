import { useText } from '../text.tsx';
import { Chips, KnowHowChip } from './chips.tsx';
import { useLanguageName } from './language-ticks.tsx';
import { useLicenceUntil } from './licence-until.ts';
import { type Time, useTimeWords } from './time-words.ts';

type Experience = Time & {
  id: string;
  kind: 'work' | 'study' | 'care' | 'volunteering' | 'hobby';
  title: string;
  place: string;
  language: string;
  skills: readonly string[];
};

type Level = 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2' | 'native';

type Voucher = { name: string; told: string; by: 'adviser' | 'link'; city: string | null };

/** What somebody gave a business with a yes, as it may be seen now. */
export type GivenCardView = {
  intro: string;
  skills: readonly { skillId: number; label: string; seenBy: readonly Voucher[] }[];
  experiences: readonly Experience[];
  languages: readonly { id: string; code: string; level: Level }[];
  licences: readonly { id: string; name: string; untilOn: string | null }[];
  /** Compared with needs now; when not, `needs` is empty. */
  isMatched: boolean;
  needs: readonly { label: string; state: 'met' | 'partly' | 'missing' }[];
};

/** Which needs the shared know-how answers, in a sentence. */
const FitsFor = ({ needs }: Pick<GivenCardView, 'needs'>) => {
  const { t } = useText();
  const met = needs.filter(({ state }) => state === 'met').map(({ label }) => label);
  const partly = needs
    .filter(({ state }) => state === 'partly')
    .map(({ label }) => t('business.card.partly', { label }));
  const fits = [...met, ...partly];
  return fits.length === 0 ? null : <p>{t('business.card.fits', { fits: fits.join(', ') })}</p>;
};

/** Who vouches for which of it and how they said it, where they chose to show that. What is said by a link must not look as if the city had said it. */
const SeenBy = ({ skills }: Pick<GivenCardView, 'skills'>) => {
  const { t } = useText();
  const wordsOf = ({ name, told, by, city }: Voucher): string =>
    by === 'adviser'
      ? t('business.card.byAdviser', { name, city: city ?? '' })
      : t('business.card.byLink', { who: [name, told].filter(Boolean).join(', ') });
  const seen = skills.filter(({ seenBy }) => seenBy.length > 0);
  return (
    <>
      {seen.map(({ skillId, label, seenBy }) => (
        <p key={skillId}>
          {t('business.card.seenBy', { label, count: seenBy.length, who: seenBy.map(wordsOf).join('; ') })}
        </p>
      ))}
    </>
  );
};

const Experiences = ({ experiences }: Pick<GivenCardView, 'experiences'>) => {
  const { t } = useText();
  const timeWords = useTimeWords();
  if (experiences.length === 0) return null;
  return (
    <>
      <p className="given__what">{t('business.card.experiences')}</p>
      <ul className="given__list">
        {experiences.map((one) => (
          <li key={one.id}>
            <strong lang={one.language}>{[one.title, one.place].filter(Boolean).join(', ')}</strong>
            <br />
            <span className="quiet">{[timeWords(one), t(`profile.kind.${one.kind}`)].filter(Boolean).join(' · ')}</span>
            {one.skills.length > 0 ? (
              <>
                <br />
                {t('business.card.shownThere', { skills: one.skills.join(', ') })}
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
};

const Languages = ({ languages }: Pick<GivenCardView, 'languages'>) => {
  const { t } = useText();
  const languageName = useLanguageName();
  if (languages.length === 0) return null;
  const said = languages.map(({ code, level }) => `${languageName(code)}: ${t(`profile.cefr.${level}`)}`);
  return (
    <>
      <p className="given__what">{t('business.card.languages')}</p>
      <ul className="given__list">
        {said.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
};

const Licences = ({ licences }: Pick<GivenCardView, 'licences'>) => {
  const { t } = useText();
  const untilOf = useLicenceUntil();
  if (licences.length === 0) return null;
  return (
    <>
      <p className="given__what">{t('business.card.licences')}</p>
      <ul className="given__list">
        {licences.map(({ id, name, untilOn }) => (
          <li key={id}>
            {name}
            {untilOn ? ` (${untilOf(untilOn).words})` : ''}
          </li>
        ))}
      </ul>
    </>
  );
};

/** A card without its name: the same before it is given, for whom it is of, and for the business. */
export const GivenCard = ({ card }: { card: GivenCardView }) => {
  const { t } = useText();
  return (
    <>
      {card.intro ? <p className="words">{card.intro}</p> : null}
      {card.skills.length === 0 ? null : (
        <Chips label={t('business.card.skills')}>
          {card.skills.map(({ skillId, label }) => (
            <KnowHowChip key={skillId} label={label} />
          ))}
        </Chips>
      )}
      <SeenBy skills={card.skills} />
      <Experiences experiences={card.experiences} />
      <Languages languages={card.languages} />
      <Licences licences={card.licences} />
      {card.isMatched ? <FitsFor needs={card.needs} /> : <p className="quiet">{t('business.card.notMatched')}</p>}
    </>
  );
};
