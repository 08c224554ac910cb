import { useLoaderData } from 'react-router';
import { readAgreed } from '../../dialogue/index.ts';
import { professionalKinds } from '../../kernel/actor.ts';
import { addDays, dayIn } from '../../kernel/clock.ts';
import { Problem } from '../../kernel/problem.ts';
import { createSayTime } from '../../kernel/say-time.ts';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { proposeStep, proposeStepInput } from '../propose-step.ts';
import { sideOf } from '../rules.ts';
import { navOf, planPath } from './parts/sides.ts';
import { StepFields } from './parts/step-fields.tsx';
import { stepLabels, stepTextOf } from './parts/step-text.ts';

export const handle: PageHandle = { roles: ['customer', ...professionalKinds] };

/** What was agreed at an appointment, filled in as a step, so that one press sends it. */
export const loader = pageLoader(async (page) => {
  const { agreed, startsAt, withRole } = await page.run(readAgreed, page.param('appointmentId'));
  const timeZone = page.city?.timeZone ?? 'Europe/Helsinki';
  const at = createSayTime(page.language, timeZone)(startsAt);
  const step = {
    title: agreed,
    why: page.t('path.agreed.why', { at }),
    owner: 'customer' as const,
    ownerName: '',
    dueOn: addDays(dayIn(timeZone, page.app.clock()), 14),
    place: '',
    link: '',
    stage: null,
  };
  return {
    at,
    isAgreed: agreed !== '',
    step,
    withRoles: [withRole],
    mySide: sideOf(page.actor.role),
    back: `/appointments/${page.param('appointmentId')}`,
  };
});

export const action = formAction(async (page, form) => {
  const { customerId, agreed, withRole } = await page.run(readAgreed, page.param('appointmentId'));
  if (agreed === '') throw new Problem('notNow');
  const isOwn = page.actor.role === 'customer';
  const step = { ...stepTextOf(form), challengeId: null, customerId: isOwn ? null : customerId, withRole };
  await page.run(proposeStep, form.read(proposeStepInput, step));
  return goTo(planPath(sideOf(page.actor.role), customerId), 'sent');
}, stepLabels);

export default function AgreedStep() {
  const { at, isAgreed, step, withRoles, mySide, back } = useLoaderData<typeof loader>();
  const { t } = useText();
  const failure = useFailure();
  return (
    <Page title={t('path.agreed.title')} lead={t('path.agreed.lead', { at })}>
      <Title within={t(navOf(mySide))}>{t('path.agreed.title')}</Title>
      {isAgreed ? (
        <PostForm failure={failure}>
          <StepFields step={step} mySide={mySide} withRoles={withRoles} />
          <Send>{t('path.sendProposal')}</Send>
        </PostForm>
      ) : (
        <Empty>{t('path.agreed.nothing')}</Empty>
      )}
      <Actions>
        <Go to={back} kind="tertiary">
          {t('path.agreed.back')}
        </Go>
      </Actions>
    </Page>
  );
}
