import { More } from '../../../web/components/confirm.tsx';
import { useFailure } from '../../../web/components/failures.tsx';
import { Choice, DayInput, Pick, TextArea, TextInput } from '../../../web/components/form.tsx';
import { useText } from '../../../web/text.tsx';
import type { StepText } from '../../rules.ts';
import { type Owner, type ProfessionalRole, type Side, stages } from '../../tables.ts';
import { chooseText } from './sides.ts';

/** Where it is done and what it leads to: what few steps need. */
const Details = ({ step }: { step: StepText }) => {
  const { t } = useText();
  const failure = useFailure();
  const isWritten = Boolean(step.place || step.link || step.stage);
  return (
    <More label={t('path.field.more')} isOpen={isWritten || failure !== undefined}>
      <TextInput name="place" label={t('path.field.place')} value={step.place} />
      <TextInput name="link" label={t('path.field.link')} hint={t('path.field.linkHint')} value={step.link} />
      <Pick
        name="stage"
        label={t('path.field.stage')}
        options={[
          { value: '', label: t('path.field.noStage') },
          ...stages.map((stage) => ({ value: stage, label: t(`path.stage.${stage}`) })),
        ]}
        value={step.stage ?? ''}
      />
    </More>
  );
};

const ownersFor: Record<Side, readonly Owner[]> = {
  customer: ['customer', 'adviser', 'socialWorker', 'named'],
  adviser: ['adviser', 'customer', 'socialWorker', 'named'],
  socialWorker: ['socialWorker', 'customer', 'adviser', 'named'],
};

/** With whom a customer agrees on it, where they can choose. */
export const WithWhom = ({
  withRoles,
  value = 'adviser',
}: {
  withRoles: readonly ProfessionalRole[];
  value?: ProfessionalRole;
}) => {
  const { t } = useText();
  if (withRoles.length < 2) return null;
  const options = withRoles.map((role) => ({ value: role, label: chooseText(t, role, 'customer') }));
  return <Choice name="withRole" label={t('path.with')} hint={t('path.withHint')} value={value} options={options} />;
};

/** What a step says, to be written or changed. */
export const StepFields = ({
  step,
  mySide,
  withRoles,
  isIdea = false,
}: {
  step: StepText;
  mySide: Side;
  /** With whom a customer can agree on a step: nobody else is offered as the one who does it. */
  withRoles: readonly ProfessionalRole[];
  isIdea?: boolean;
}) => {
  const { t } = useText();
  const isOffered = (owner: Owner) =>
    owner !== 'socialWorker' || mySide !== 'customer' || step.owner === owner || withRoles.includes(owner);
  return (
    <>
      <TextInput name="title" label={t('path.field.title')} hint={t('path.field.titleHint')} value={step.title} />
      <TextArea name="why" label={t('path.field.why')} hint={t('path.field.whyHint')} value={step.why} rows={3} />
      <Choice
        name="owner"
        label={t('path.field.owner')}
        value={step.owner}
        options={ownersFor[mySide]
          .filter(isOffered)
          .map((owner) => ({ value: owner, label: chooseText(t, owner, mySide) }))}
      />
      <div className="only-named">
        <TextInput
          name="ownerName"
          label={t('path.field.ownerName')}
          hint={t('path.field.ownerNameHint')}
          value={step.ownerName}
        />
      </div>
      <DayInput
        name="dueOn"
        label={t('path.field.dueOn')}
        {...(isIdea ? { hint: t('path.field.dueOnIdea') } : {})}
        value={step.dueOn ?? ''}
      />
      <Details step={step} />
    </>
  );
};
