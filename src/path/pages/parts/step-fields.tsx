import { Choice, DayInput, TextArea, TextInput } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import type { StepText } from '../../rules.ts';
import { otherSide } from '../../rules.ts';
import type { Side } from '../../tables.ts';

/** What a step says, to be written or changed. */
export const StepFields = ({ step, mySide }: { step: StepText; mySide: Side }) => {
  const { t } = useText();
  const other = otherSide(mySide);
  return (
    <>
      <TextInput name="title" label={t('path.field.title')} hint={t('path.field.titleHint')} value={step.title} />
      <TextArea name="why" label={t('path.field.why')} hint={t('path.field.whyHint')} value={step.why} rows={3} />
      <Choice
        name="owner"
        label={t('path.field.owner')}
        value={step.owner}
        options={[
          { value: mySide, label: t('path.choose.me') },
          { value: other, label: t(`path.choose.${other}`) },
        ]}
      />
      <DayInput name="dueOn" label={t('path.field.dueOn')} value={step.dueOn} />
    </>
  );
};
