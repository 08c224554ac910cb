import { Send } from '../../../web/components/actions.tsx';
import { Pick, PostForm } from '../../../web/components/form.tsx';
import { Page, Title } from '../../../web/components/layout.tsx';
import type { FormFailure } from '../../../web/page.ts';
import { useText } from '../../../web/text.tsx';
import type { StepText } from '../../rules.ts';
import type { StepStart } from '../../start-step.ts';
import type { Side } from '../../tables.ts';
import { StepFields } from './step-fields.tsx';

/** Proposing a step to the other side. */
export const NewStep = ({
  name,
  challenges,
  challengeId,
  start,
  failure,
  mySide,
}: {
  name: string;
  challenges: StepStart['challenges'];
  challengeId: string;
  start: StepText;
  failure: FormFailure | undefined;
  mySide: Side;
}) => {
  const { t } = useText();
  const options = challenges.map(({ id, title, businessName }) => ({ value: id, label: `${businessName}: ${title}` }));
  return (
    <Page title={t(`path.newStep.${mySide}`, { name })} lead={t(`path.newStep.lead.${mySide}`)}>
      <Title within={t(mySide === 'customer' ? 'nav.plan' : 'nav.caseload')}>
        {t(`path.newStep.${mySide}`, { name })}
      </Title>
      <PostForm failure={failure}>
        {options.length > 0 ? (
          <Pick
            name="challengeId"
            label={t('path.field.challenge')}
            options={[{ value: '', label: t('path.field.noChallenge') }, ...options]}
            value={challengeId}
          />
        ) : null}
        <StepFields step={start} mySide={mySide} />
        <Send>{t('path.sendProposal')}</Send>
      </PostForm>
    </Page>
  );
};
