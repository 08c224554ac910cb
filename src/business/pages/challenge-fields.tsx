import { readDay } from '../../kernel/clock.ts';
import { languages } from '../../kernel/languages.ts';
import { hours } from '../../kernel/tables.ts';
import { Choice, DayInput, TextArea, TextInput } from '../../web/components/form.tsx';
import { LanguageTicks, useLanguageName } from '../../web/components/language-ticks.tsx';
import type { Form } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import type { ChallengeRecord } from '../load-challenge.ts';

export type Told = Pick<
  ChallengeRecord,
  'problem' | 'title' | 'language' | 'place' | 'hours' | 'languages' | 'untilOn'
>;

/** What the fields are called, for the list of what to mend. */
export const challengeLabels = {
  problem: 'business.form.problem',
  title: 'business.form.title',
  language: 'business.form.language',
  place: 'business.form.place',
  hours: 'business.form.hours',
  languages: 'business.form.languages',
  untilOn: 'business.form.untilOn',
} as const;

/** What was sent of these fields, for a schema to read. */
export const toldIn = (form: Form): Record<keyof Told, unknown> => ({
  problem: form.text('problem'),
  title: form.text('title'),
  language: form.text('language'),
  place: form.text('place'),
  hours: form.text('hours'),
  languages: form.all('languages'),
  untilOn: readDay(form.text('untilOn')),
});

export const ProblemField = ({ problem = '' }: { problem?: string }) => {
  const { t } = useText();
  return (
    <TextArea
      name="problem"
      label={t('business.form.problem')}
      hint={t('business.form.problemHint')}
      value={problem}
      rows={9}
      most={5000}
    />
  );
};

/** The rest of a challenge, below the problem. */
export const OtherFields = ({ told }: { told: Omit<Told, 'problem'> }) => {
  const { t } = useText();
  const languageName = useLanguageName();
  return (
    <>
      <Choice
        name="language"
        label={t('business.form.language')}
        options={languages.map((value) => ({ value, label: languageName(value) }))}
        value={told.language}
      />
      <TextInput name="title" label={t('business.form.title')} hint={t('business.form.titleHint')} value={told.title} />
      <TextInput name="place" label={t('business.form.place')} value={told.place} />
      <Choice
        name="hours"
        label={t('business.form.hours')}
        options={hours.map((value) => ({ value, label: t(`business.hours.${value}`) }))}
        value={told.hours}
      />
      <LanguageTicks legend={t('business.form.languages')} ticked={told.languages} />
      <DayInput name="untilOn" label={t('business.form.untilOn')} value={told.untilOn} />
    </>
  );
};
