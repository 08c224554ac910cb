import { type Language, languages } from '../../../kernel/languages.ts';
import { Choice, Pick, TextArea, TextInput, Tick } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import type { ExperienceInput } from '../../profile/experience-input.ts';
import { experienceKinds, mostOf } from '../../profile/kinds.ts';
import { writePartDay } from '../../profile/part-day.ts';

/** What the fields are called, for the list of what to mend. */
export const experienceLabels = {
  kind: 'profile.experience.kind',
  title: 'profile.experience.title',
  place: 'profile.experience.place',
  from: 'profile.experience.from',
  to: 'profile.experience.to',
  did: 'profile.experience.did',
  language: 'knowHow.language.label',
} as const;

/** Of an experience: what it is, what I did, when. Only the first two are needed. */
export const ExperienceFields = ({ told, language }: { told?: ExperienceInput; language: Language }) => {
  const { t } = useText();
  const kinds = experienceKinds.map((value) => ({ value, label: t(`profile.kind.${value}`) }));
  const options = languages.map((one) => ({ value: one, label: t(`knowHow.language.${one}`) }));
  return (
    <>
      <Choice name="kind" label={t('profile.experience.kind')} options={kinds} value={told?.kind ?? null} />
      <TextInput
        name="title"
        label={t('profile.experience.title')}
        hint={t('profile.experience.titleHint')}
        value={told?.title ?? ''}
      />
      <TextInput
        name="place"
        label={t('profile.experience.place')}
        hint={t('profile.experience.placeHint')}
        value={told?.place ?? ''}
      />
      <TextArea
        name="did"
        label={t('profile.experience.did')}
        hint={t('profile.experience.didHint')}
        most={mostOf.did}
        value={told?.did ?? ''}
        rows={6}
      />
      <TextInput
        name="from"
        label={t('profile.experience.from')}
        hint={t('profile.experience.dayHint')}
        value={writePartDay(told?.from ?? null)}
      />
      <TextInput name="to" label={t('profile.experience.to')} value={writePartDay(told?.to ?? null)} />
      <Tick name="isOngoing" label={t('profile.experience.isOngoing')} isTicked={told?.isOngoing ?? false} />
      <Tick
        name="isAbout"
        label={t('profile.experience.isAbout')}
        isTicked={Boolean(told?.from?.about || told?.to?.about)}
      />
      <Pick name="language" label={t('knowHow.language.label')} options={options} value={told?.language ?? language} />
    </>
  );
};
