import { useLoaderData } from 'react-router';
import { professionalKinds } from '../../kernel/actor.ts';
import { Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { BothVersions, PostForm, Tick } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { changeStep, changeStepInput } from '../change-step.ts';
import { proposeIdea, proposeIdeaInput } from '../propose-idea.ts';
import { readStep } from '../read-step.ts';
import { sideOf } from '../rules.ts';
import { startStep } from '../start-step.ts';
import { voiceOf } from './parts/sides.ts';
import { StepFields, WithWhom } from './parts/step-fields.tsx';
import { stepLabels, stepTextOf } from './parts/step-text.ts';

export const handle: PageHandle = { roles: ['customer', ...professionalKinds] };

export const loader = pageLoader(async (page) => {
  const step = await page.run(readStep, { stepId: page.param('stepId') });
  return {
    step,
    mySide: sideOf(page.actor.role),
    /** With whom the customer can agree on a step. */
    withRoles: page.actor.role === 'customer' ? (await page.run(startStep, { customerId: null })).withRoles : [],
  };
});

export const action = formAction(async (page, form) => {
  const stepId = page.param('stepId');
  const read = { ...stepTextOf(form), stepId, version: form.version };
  if (form.text('do') === 'save') {
    const onlyMine = form.text('onlyMine') === 'yes';
    await page.run(changeStep, form.read(changeStepInput, { ...read, dueOn: read.dueOn || null, onlyMine }));
    return goTo(`/steps/${stepId}`, 'saved');
  }
  if (form.text('do') === 'propose')
    await page.run(proposeIdea, form.read(proposeIdeaInput, { ...read, withRole: form.text('withRole') || 'adviser' }));
  else await page.run(changeStep, form.read(changeStepInput, read));
  return goTo(`/steps/${stepId}`, 'sent');
}, stepLabels);

const textOf = (title: string, why: string) => [title, why].filter(Boolean).join('\n\n');

export default function ChangeStep() {
  const { step, mySide, withRoles } = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  const mine = textOf(failure?.typed.title?.[0] ?? '', failure?.typed.why?.[0] ?? '');
  const isIdea = step.state === 'idea';
  const title = t(isIdea ? 'path.idea.editTitle' : 'path.changeStep.title');
  const canChange = step.moves.includes('change') || step.moves.includes('edit');
  if (!canChange)
    return (
      <Page title={title}>
        <Title within={step.title}>{title}</Title>
        <Empty>
          <p>{t('path.changeStep.notNow')}</p>
          <a href={`/steps/${step.id}`}>{t('path.backToStep')}</a>
        </Empty>
      </Page>
    );
  return (
    <Page
      title={title}
      lead={t(isIdea ? 'path.idea.editLead' : `path.changeStep.lead.${voiceOf(mySide, step.withRole)}`)}
    >
      <Title within={step.title}>{title}</Title>
      <BothVersions failure={failure} mine={mine} theirs={textOf(step.title, step.why)} />
      <PostForm failure={failure} version={step.version}>
        <StepFields step={step} mySide={mySide} withRoles={withRoles} isIdea={isIdea} />
        {isIdea ? (
          <>
            {step.onlyMine ? (
              <Tick name="onlyMine" label={t('path.field.onlyMine')} hint={t('path.field.onlyMineHint')} isTicked />
            ) : null}
            <Send name="do" value="save">
              {t('path.idea.save')}
            </Send>
            {step.wasProposed ? null : <WithWhom withRoles={withRoles} />}
            <Send kind="secondary" name="do" value="propose">
              {t('path.idea.propose')}
            </Send>
          </>
        ) : (
          <Send>{t('path.sendChange')}</Send>
        )}
      </PostForm>
      <p>
        <a href={`/steps/${step.id}`}>{t('path.backToStep')}</a>
      </p>
    </Page>
  );
}
