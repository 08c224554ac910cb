import { Choice, DayInput, TextInput, Tick, Ticks } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import { linkParts } from '../../profile/tables.ts';

/** What the fields are called, for the list of what to mend. */
export const linkLabels = {
  name: 'profile.link.name',
  nameShown: 'profile.link.nameShown',
  parts: 'profile.audience.parts',
  untilOn: 'profile.link.untilOn',
} as const;

/** Whom the link is for, what it shows, and until when. */
export const LinkFields = ({ untilOn }: { untilOn: string }) => {
  const { t } = useText();
  const names = (['firstName', 'fullName'] as const).map((value) => ({
    value,
    label: t(`profile.link.nameShown.${value}`),
  }));
  return (
    <>
      <TextInput name="name" label={t('profile.link.name')} hint={t('profile.link.nameHint')} />
      <Ticks legend={t('profile.audience.parts')} name="parts">
        {linkParts.map((part) => (
          <Tick
            key={part}
            name="parts"
            value={part}
            label={t(`profile.part.${part}`)}
            isTicked={part === 'knowHow' || part === 'experiences'}
          />
        ))}
      </Ticks>
      <Choice name="nameShown" label={t('profile.link.nameShown')} options={names} value="firstName" />
      <DayInput name="untilOn" label={t('profile.link.untilOn')} hint={t('profile.link.untilHint')} value={untilOn} />
    </>
  );
};
