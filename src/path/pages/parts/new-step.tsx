import { Send } from '../../../web/components/actions.tsx';
import { Pick, PostForm } from '../../../web/components/form.tsx';
import { Page, Title } from '../../../web/components/layout.tsx';
import type { FormFailure } from '../../../web/page.ts';
import { useText } from '../../../web/text.tsx';
import type { StepText } from '../../rules.ts';
import type { StepStart } from '../../start-step.ts';
import type { Side } from '../../tables.ts';
import { navOf } from './sides.ts';
import { StepFields, WithWhom } from './step-fields.tsx';

/** Proposing a step to the other side. */
export const NewStep = ({
  name,
  challenges,
  challengeId,
  start,
  failure,
  mySide,
  withRoles,
}: {
  name: string;
  challenges: StepStart['challenges'];
  challengeId: string;
  start: StepText;
  failure: FormFailure | undefined;
  mySide: Side;
  withRoles: StepStart['withRoles'];
}) => {
  const { t } = useText();
  const voice = mySide === 'customer' ? 'customer' : 'adviser';
  const title = t(`path.newStep.${voice}`, { name });
  const options = challenges.map(({ id, title, businessName }) => ({ value: id, label: `${businessName}: ${title}` }));
  return (
    <Page title={title} lead={t(`path.newStep.lead.${withRoles.length > 1 ? 'both' : voice}`)}>
      <Title within={t(navOf(mySide))}>{title}</Title>
      <PostForm failure={failure}>
        {options.length > 0 ? (
          <Pick
            name="challengeId"
            label={t('path.field.challenge')}
            options={[{ value: '', label: t('path.field.noChallenge') }, ...options]}
            value={challengeId}
          />
        ) : null}
        <WithWhom withRoles={withRoles} />
        <StepFields step={start} mySide={mySide} withRoles={withRoles} />
        <Send>{t('path.sendProposal')}</Send>
      </PostForm>
    </Page>
  );
};
