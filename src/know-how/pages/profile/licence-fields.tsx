import { DayInput, Pick, TextInput } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';

/** What the fields are called, for the list of what to mend. */
export const licenceLabels = {
  kind: 'profile.licence.which',
  name: 'profile.licence.name',
  untilOn: 'profile.licence.untilOn',
} as const;

export type ListedLicence = { value: string; label: string };

/** Which licence or card, its name where it is none of the list, and until when. */
export const LicenceFields = ({
  list,
  told,
}: {
  list: readonly ListedLicence[];
  told?: { which: string; name: string; untilOn: string | null };
}) => {
  const { t } = useText();
  const options = [
    { value: '', label: t('profile.choose') },
    ...list,
    { value: 'card:', label: t('profile.licence.otherCard') },
    { value: 'licence:', label: t('profile.licence.otherLicence') },
  ];
  return (
    <>
      <Pick name="kind" label={t('profile.licence.which')} options={options} value={told?.which ?? ''} />
      <TextInput
        name="name"
        label={t('profile.licence.name')}
        hint={t('profile.licence.nameHint')}
        value={told?.name ?? ''}
      />
      <DayInput
        name="untilOn"
        label={t('profile.licence.untilOn')}
        hint={t('profile.licence.untilHint')}
        value={told?.untilOn ?? ''}
      />
    </>
  );
};
