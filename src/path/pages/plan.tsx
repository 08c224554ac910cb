import { useLoaderData } from 'react-router';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextInput, Tick } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { addIdea, ideaInput } from '../add-idea.ts';
import { readAfterCare } from '../after-care/read-after-care.ts';
import { readShownNotes } from '../notes/read-notes.ts';
import { readPlan } from '../read-plan.ts';
import { readRhythm } from '../rhythm/read-rhythm.ts';
import { readPlanFront } from '../signing/read-front.ts';
import { readStages } from '../stages/read-stages.ts';
import { AfterCare } from './parts/after-care.tsx';
import { ShownNotes } from './parts/notes.tsx';
import { PlanFront } from './parts/plan-front.tsx';
import { PlanGoal, PlanSteps } from './parts/plan-parts.tsx';
import { Rhythm } from './parts/rhythm.tsx';
import { Stages } from './parts/stages.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => ({
  plan: await page.run(readPlan, { customerId: null }),
  rhythm: await page.run(readRhythm, { customerId: null }),
  front: await page.run(readPlanFront, { customerId: null }),
  stages: await page.run(readStages, { customerId: null }),
  notes: await page.run(readShownNotes, undefined),
  afterCare: await page.run(readAfterCare, { customerId: null }),
  city: page.city?.name[page.language] ?? '',
  now: page.app.clock().toISOString(),
}));

export const action = formAction(
  async (page, form) => {
    await page.run(
      addIdea,
      form.read(ideaInput, { title: form.text('title'), onlyMine: form.text('onlyMine') === 'yes' }),
    );
    return goTo('/plan', 'ideaAdded');
  },
  { title: 'path.idea.what' },
);

/** One field for one thing one might do. */
const NewIdea = () => {
  const { t } = useText();
  return (
    <Section title={t('path.idea.title')}>
      <PostForm failure={useFailure()}>
        <TextInput name="title" label={t('path.idea.what')} hint={t('path.idea.hint')} />
        <Tick name="onlyMine" label={t('path.field.onlyMine')} hint={t('path.field.onlyMineHint')} />
        <Send kind="secondary">{t('path.idea.add')}</Send>
      </PostForm>
    </Section>
  );
};

export default function Plan() {
  const { plan, notes, front, rhythm, stages, afterCare, city, now } = useLoaderData<typeof loader>();
  const { t, time } = useText();
  const waiting = plan.steps.filter(({ waitsFor }) => waitsFor === 'customer').length;
  return (
    <Page
      title={waiting > 0 ? t('path.plan.waiting', { count: waiting }) : t('path.plan.title')}
      lead={t('path.plan.lead')}
    >
      <Title>{t('nav.plan')}</Title>
      <p className="print-only">{t('path.plan.printed', { city, name: plan.customer.name, at: time(now) })}</p>
      <PlanFront front={front} base="/plan" />
      <PlanGoal goal={plan.goal} writeAt="/plan/goal" mySide="customer" />
      <PlanSteps steps={plan.steps} mySide="customer" base="/plan" />
      <Stages stages={stages} mySide="customer" tellAt="/plan/stages/new" />
      <AfterCare questions={afterCare} mySide="customer" />
      <Rhythm rhythm={rhythm} mySide="customer" />
      <ShownNotes notes={notes} />
      <Actions>
        <Go to="/plan/steps/new">{t('path.propose')}</Go>
        <Go to="/invitations" kind="secondary">
          {t('path.invite.title')}
        </Go>
      </Actions>
      <div className="no-print">
        <NewIdea />
      </div>
    </Page>
  );
}
