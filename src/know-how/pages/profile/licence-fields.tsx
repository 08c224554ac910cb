import { readDay } from '../../../kernel/clock.ts';
import { DayInput, Pick, TextInput } from '../../../web/components/form.tsx';
import type { Form } from '../../../web/page.ts';
import { useText } from '../../../web/text.tsx';
import { licenceInput } from '../../profile/licences.ts';

/** What the fields are called, for the list of what to mend. */
export const licenceLabels = {
  which: 'profile.licence.which',
  name: 'profile.licence.name',
  untilOn: 'profile.licence.untilOn',
} as const;

/** A licence as its form sends it: the list's by `kind:code`, or another by its name. */
export const licenceIn = (form: Form) => {
  const [kind = '', code = ''] = form.text('which').split(':');
  return form.read(licenceInput, {
    kind: kind || 'card',
    code,
    name: code === '' ? form.text('name') : '',
    untilOn: readDay(form.text('untilOn')) || null,
  });
};

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
    ...list,
    { value: 'card:', label: t('profile.licence.otherCard') },
    { value: 'licence:', label: t('profile.licence.otherLicence') },
  ];
  return (
    <>
      <Pick name="which" label={t('profile.licence.which')} options={options} value={told?.which ?? ''} />
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
