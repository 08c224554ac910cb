import { type Language, languages } from '../../kernel/languages.ts';
import { Pick, TextArea } from '../../web/components/form.tsx';
import { useText } from '../../web/text.tsx';
import { longestStory } from '../rules.ts';

/** What the fields are called, for the list of what to mend. */
export const storyLabels = { text: 'knowHow.text.label', language: 'knowHow.language.label' } as const;

/** The customer's own words, and the language they are in. */
export const StoryFields = ({ text = '', language }: { text?: string; language: Language }) => {
  const { t } = useText();
  const options = languages.map((one) => ({ value: one, label: t(`knowHow.language.${one}`) }));
  return (
    <>
      <TextArea
        name="text"
        label={t('knowHow.text.label')}
        hint={t('knowHow.text.hint')}
        most={longestStory}
        value={text}
        rows={8}
      />
      <Pick name="language" label={t('knowHow.language.label')} options={options} value={language} />
    </>
  );
};
