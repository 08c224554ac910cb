import { Choice } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import { languageLevels } from '../../profile/kinds.ts';

/** How well a language is known: the Framework's steps in plain words. */
export const CefrChoice = ({ value = null }: { value?: string | null }) => {
  const { t } = useText();
  const options = languageLevels.map((level) => ({
    value: level,
    label: t(`profile.cefr.${level}`),
    hint: t(`profile.cefr.${level}.what`),
  }));
  return <Choice name="level" label={t('profile.cefr')} options={options} value={value} />;
};
