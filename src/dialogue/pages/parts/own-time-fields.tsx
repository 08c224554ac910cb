import { DayInput, TextInput } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';

/** A time of the professional's own choosing. */
export const OwnTimeFields = ({ day, clock, minutes }: { day: string; clock: string; minutes: number }) => {
  const { t } = useText();
  return (
    <>
      <DayInput name="day" label={t('appointments.field.day')} value={day} />
      <TextInput name="clock" label={t('appointments.field.clock')} hint={t('appointments.clock.hint')} value={clock} />
      <TextInput name="minutes" label={t('appointments.field.minutes')} inputMode="numeric" value={String(minutes)} />
    </>
  );
};
