import { useLoaderData } from 'react-router';
import { professionalKinds } from '../../kernel/actor.ts';
import { ActedMarks } from '../../web/components/acted-marks.tsx';
import { Actions, Go, Press, Send } from '../../web/components/actions.tsx';
import { AnswersBy } from '../../web/components/answers-by.tsx';
import { More } from '../../web/components/confirm.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextArea, TextInput } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readStepOnPage } from '../read-step.ts';
import { otherProfessional } from '../rules.ts';
import type { StepView } from '../steps.ts';
import type { ProfessionalRole, Side } from '../tables.ts';
import { navOf, planPath, voiceOf } from './parts/sides.ts';
import { actOnStep } from './parts/step-act.ts';
import { StepHistory } from './parts/step-history.tsx';
import { Signed, StepFacts } from './parts/step-line.tsx';
import { endingLabels } from './parts/step-text.ts';

export const handle: PageHandle = { roles: ['customer', ...professionalKinds] };

export const loader = pageLoader((page) => page.run(readStepOnPage, { stepId: page.param('stepId') }));

export const action = formAction(async (page, form) => {
  const done = await actOnStep(page, form, page.param('stepId'));
  return goTo(`/steps/${page.param('stepId')}`, done);
}, endingLabels);

const Answer = ({ step, mySide }: { step: StepView; mySide: Side }) => {
  const { t } = useText();
  const failure = useFailure();
  if (!step.moves.includes('agree')) return null;
  return (
    <Section title={t('path.answer.title')}>
      <PostForm failure={failure} version={step.version}>
        <Send name="do" value="agree">
          {t('path.answer.agree')}
        </Send>
        <TextArea
          name="word"
          label={t('path.answer.word')}
          hint={t(`path.answer.wordHint.${voiceOf(mySide, step.withRole)}`)}
          rows={3}
        />
        <Send kind="secondary" name="do" value="decline">
          {t('path.answer.decline')}
        </Send>
      </PostForm>
    </Section>
  );
};

/** Why it is left, by the side that leaves it. */
const Leave = ({ step, mySide }: { step: StepView; mySide: Side }) => {
  const { t } = useText();
  const failure = useFailure();
  const move = (['drop', 'end'] as const).find((one) => step.moves.includes(one));
  if (move === undefined) return null;
  const isAsked = failure?.problem.fields.some(({ field }) => field === 'word') ?? false;
  return (
    <More label={t(`path.leave.${move}`)} isOpen={isAsked}>
      <TextArea
        name="word"
        label={t('path.leave.why')}
        hint={t(step.state === 'idea' ? 'path.leave.hint.idea' : `path.leave.hint.${voiceOf(mySide, step.withRole)}`)}
        rows={3}
      />
      <Send kind="secondary" name="do" value={move}>
        {t(`path.leave.send.${move}`)}
      </Send>
    </More>
  );
};

const Finish = () => {
  const { t } = useText();
  return (
    <>
      <TextArea name="evidence" label={t('path.field.evidence')} hint={t('path.field.evidenceHint')} rows={3} />
      <TextInput name="evidenceLink" label={t('path.field.evidenceLink')} hint={t('path.field.linkHint')} />
      <Send name="do" value="finish">
        {t('path.finish')}
      </Send>
    </>
  );
};

/** Going on with what is agreed, or leaving what one would not go on with. */
const GoOn = ({ step, mySide }: { step: StepView; mySide: Side }) => {
  const { t } = useText();
  const failure = useFailure();
  const canFinish = step.moves.includes('finish');
  if (!canFinish && !step.moves.includes('drop')) return null;
  const form = (
    <PostForm failure={failure} version={step.version}>
      {canFinish ? <Finish /> : null}
      <Leave step={step} mySide={mySide} />
    </PostForm>
  );
  return canFinish ? <Section title={t('path.done.title')}>{form}</Section> : form;
};

/** Who of those who look after the customer sees it, and whether the other does. */
const WhoSees = ({ step, mySide, others }: { step: StepView; mySide: Side; others: readonly ProfessionalRole[] }) => {
  const { t } = useText();
  const person = (role: ProfessionalRole) => t(`path.stepShown.person.${role}`);
  if (mySide !== 'customer')
    return mySide === step.withRole ? null : <p className="quiet">{t('path.stepShown.crossed')}</p>;
  const other = otherProfessional(step.withRole);
  if (step.onlyMine || !(step.isShown || others.includes(other))) return null;
  return (
    <Section title={t('path.stepShown.title')}>
      <p>
        {t('path.stepShown.lead', { who: person(step.withRole) })}{' '}
        {step.isShown ? t('path.stepShown.also', { who: person(other) }) : null}
      </p>
      <Actions>
        <Press fields={{ do: step.isShown ? 'hide' : 'show' }}>
          {t(step.isShown ? 'path.stepShown.hide' : 'path.stepShown.show', { who: person(other) })}
        </Press>
      </Actions>
    </Section>
  );
};

const presses = ['start', 'takeUp', 'withdraw'] as const;

const Others = ({ step, mySide }: { step: StepView; mySide: Side }) => {
  const { t } = useText();
  const buttons = presses.filter((move) => step.moves.includes(move));
  const change = (['edit', 'change'] as const).find((move) => step.moves.includes(move));
  const canActFor = mySide === 'adviser' && step.waitsFor === 'customer';
  if (buttons.length === 0 && change === undefined && !canActFor) return null;
  const changing = step.state === 'ended' ? 'path.proposeAgain' : 'path.change';
  return (
    <Actions>
      {buttons.map((move) => (
        <Press key={move} fields={{ do: move, version: step.version }}>
          {t(`path.${move}`)}
        </Press>
      ))}
      {change ? (
        <Go to={`/steps/${step.id}/change`} kind={change === 'edit' ? 'primary' : 'secondary'}>
          {t(change === 'edit' ? 'path.idea.edit' : changing)}
        </Go>
      ) : null}
      {canActFor ? (
        <Go to={`/steps/${step.id}/for-customer`} kind="tertiary">
          {t('acted.stepShort')}
        </Go>
      ) : null}
    </Actions>
  );
};

export default function Step() {
  const { step, versions, mySide, others, promised, marks } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={step.title}>
      <Title within={t(navOf(mySide))}>{step.title}</Title>
      <StepFacts step={step} mySide={mySide} />
      {promised ? (
        <p>
          <AnswersBy promised={promised} isMine={mySide === 'adviser'} />
        </p>
      ) : null}
      <Signed signed={step.signed} />
      <ActedMarks marks={marks} />
      <Answer step={step} mySide={mySide} />
      <Others step={step} mySide={mySide} />
      <GoOn step={step} mySide={mySide} />
      <WhoSees step={step} mySide={mySide} others={others} />
      <StepHistory stepId={step.id} versions={versions} mySide={mySide} />
      {mySide === 'customer' || mySide === step.withRole ? (
        <p className="no-print">
          <a
            href={`${mySide === 'customer' ? '/threads/new' : `/customers/${step.customerId}/threads/new`}?step=${step.id}`}
          >
            {t('dialogue.new.ofStep')}
          </a>
        </p>
      ) : null}
      <p className="no-print">
        <a href={planPath(mySide, step.customerId)}>{t('path.toPlan')}</a>
      </p>
    </Page>
  );
}
