import { readDay } from '../../../kernel/clock.ts';
import { Send } from '../../../web/components/actions.tsx';
import { useFailure } from '../../../web/components/failures.tsx';
import { Choice, DayInput, PostForm, TextInput } from '../../../web/components/form.tsx';
import type { Form } from '../../../web/page.ts';
import { useText } from '../../../web/text.tsx';
import { toldStages } from '../../stages/tables.ts';
import { tellStageInput } from '../../stages/tell-stage.ts';
import type { PlanSide } from '../../tables.ts';

export const newStageLabels = {
  stage: 'path.stages.field.stage',
  fromOn: 'path.stages.field.fromOn',
  toOn: 'path.stages.field.toOn',
  words: 'path.stages.field.words',
} as const;

/** What was told in the form of `NewStage`. */
export const readNewStage = (form: Form, customerId: string | null) =>
  form.read(tellStageInput, {
    customerId,
    stage: form.text('stage'),
    fromOn: readDay(form.text('fromOn')),
    toOn: form.text('toOn').trim() === '' ? null : readDay(form.text('toOn')),
    words: form.text('words'),
  });

/** What began, when, and when it ended if it has. */
export const NewStage = ({ mySide }: { mySide: PlanSide }) => {
  const { t } = useText();
  return (
    <PostForm failure={useFailure()}>
      <Choice
        name="stage"
        label={t('path.stages.field.stage')}
        options={toldStages.map((stage) => ({ value: stage, label: t(`path.stage.${stage}`) }))}
      />
      <TextInput name="words" label={t('path.stages.field.words')} hint={t('path.stages.field.wordsHint')} />
      <DayInput name="fromOn" label={t('path.stages.field.fromOn')} />
      <DayInput name="toOn" label={t('path.stages.field.toOn')} hint={t('path.stages.field.toOnHint')} />
      <Send>{t(`path.stages.send.${mySide}`)}</Send>
    </PostForm>
  );
};
