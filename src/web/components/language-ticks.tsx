import { languageNames } from '../../kernel/language-names.ts';
import { useText } from '../text.tsx';
import { More } from './confirm.tsx';
import { Tick, Ticks } from './form.tsx';

const atHand = ['fi', 'sv', 'en'];
const spokenHere = ['ar', 'de', 'es', 'et', 'fa', 'fr', 'ku', 'pl', 'ru', 'so', 'sw', 'th', 'tr', 'uk', 'vi', 'zh'];

/** Sign languages of the country, which Intl has no names for. */
const isSigned = (code: string): code is 'fse' | 'fss' => code === 'fse' || code === 'fss';

/** Names of languages in the reader's own: 'fi' is "suomi". */
export const useLanguageName = (): ((code: string) => string) => {
  const { language, t } = useText();
  const nameOf = languageNames(language);
  return (code) => (isSigned(code) ? t(`form.language.${code}`) : (nameOf(code) ?? code));
};

/** Languages to tick, sent as `languages`: the country's own, English and what is ticked at hand; others spoken here behind a word. */
export const LanguageTicks = ({ legend, ticked }: { legend: string; ticked: readonly string[] }) => {
  const { t, language } = useText();
  const nameOf = useLanguageName();
  const shown = [...new Set([...atHand, ...ticked])];
  const byName = spokenHere
    .filter((code) => !shown.includes(code))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b), language));
  const tick = (code: string) => (
    <Tick key={code} name="languages" value={code} label={nameOf(code)} isTicked={ticked.includes(code)} />
  );
  return (
    <Ticks legend={legend} name="languages">
      {shown.map(tick)}
      <More label={t('form.otherLanguages')}>{byName.map(tick)}</More>
    </Ticks>
  );
};
