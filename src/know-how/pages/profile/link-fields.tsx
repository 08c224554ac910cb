import { Choice, DayInput, TextInput } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import { shareLabels } from './share-fields.tsx';

/** What the fields are called, for the list of what to mend. */
export const linkLabels = {
  ...shareLabels,
  name: 'profile.link.name',
  nameShown: 'profile.link.nameShown',
  untilOn: 'profile.link.untilOn',
} as const;

/** Whom the link is for, by which name, and until when. */
export const LinkFields = ({ untilOn }: { untilOn: string }) => {
  const { t } = useText();
  const names = (['firstName', 'fullName'] as const).map((value) => ({
    value,
    label: t(`profile.link.nameShown.${value}`),
  }));
  return (
    <>
      <TextInput name="name" label={t('profile.link.name')} hint={t('profile.link.nameHint')} />
      <Choice name="nameShown" label={t('profile.link.nameShown')} options={names} value="firstName" />
      <DayInput name="untilOn" label={t('profile.link.untilOn')} hint={t('profile.link.untilHint')} value={untilOn} />
    </>
  );
};
