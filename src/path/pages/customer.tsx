import { useLoaderData } from 'react-router';
import { type ActedForView, readDoneForCustomer } from '../../kernel/acting/acted-for.ts';
import { ActedList } from '../../web/components/acting.tsx';
import { Actions, Go } from '../../web/components/actions.tsx';
import { Chips, KnowHowChip } from '../../web/components/chips.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { ReachNote } from '../../web/components/reach-words.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readAfterCare } from '../after-care/read-after-care.ts';
import { readNotes } from '../notes/read-notes.ts';
import { type CustomerView, readCustomer } from '../read-customer.ts';
import { readRhythm } from '../rhythm/read-rhythm.ts';
import { readPlanFront } from '../signing/read-front.ts';
import { readStages } from '../stages/read-stages.ts';
import { AfterCare } from './parts/after-care.tsx';
import { AdviserNotes } from './parts/notes.tsx';
import { PlanFront } from './parts/plan-front.tsx';
import { PlanGoal, PlanSteps } from './parts/plan-parts.tsx';
import { Rhythm } from './parts/rhythm.tsx';
import { Stages } from './parts/stages.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader(async (page) => {
  const customerId = page.param('customerId');
  return {
    ...(await page.run(readCustomer, { customerId })),
    front: await page.run(readPlanFront, { customerId }),
    rhythm: await page.run(readRhythm, { customerId }),
    stages: await page.run(readStages, { customerId }),
    notes: (await page.run(readNotes, { customerId })).notes,
    afterCare: await page.run(readAfterCare, { customerId }),
    done: (await page.run(readDoneForCustomer, { customerId })).done,
  };
});

const Answer = ({ answer, customerId }: { answer: CustomerView['answers'][number]; customerId: string }) => {
  const { t, time } = useText();
  return (
    <li>
      <p>
        <strong>{t(`path.answered.${answer.answer}`)}</strong> {answer.businessName}:{' '}
        <span lang={answer.language}>{answer.title}</span> <span className="quiet">{time(answer.answeredAt)}</span>
      </p>
      {answer.word ? <p className="words">{t('path.theWord', { word: answer.word })}</p> : null}
      {answer.stepId ? (
        <a href={`/steps/${answer.stepId}`}>{t('path.customer.toStep')}</a>
      ) : answer.answer === 'yes' ? (
        <a href={`/customers/${customerId}/steps/new?challenge=${answer.challengeId}`}>
          {t('path.customer.proposeFor')}
        </a>
      ) : null}
    </li>
  );
};

const Answers = ({ answers, customerId }: { answers: CustomerView['answers']; customerId: string }) => {
  const { t } = useText();
  return (
    <Section title={t('path.customer.answers')}>
      {answers.length === 0 ? (
        <p className="quiet">{t('path.customer.noAnswers')}</p>
      ) : (
        <ul className="history">
          {answers.map((answer) => (
            <Answer key={answer.challengeId} answer={answer} customerId={customerId} />
          ))}
        </ul>
      )}
    </Section>
  );
};

const KnowHow = ({ knowHow, customerId }: Pick<CustomerView, 'knowHow'> & { customerId: string }) => {
  const { t } = useText();
  return (
    <Section title={t('path.customer.knowHow')}>
      {knowHow === null ? <p className="quiet">{t('path.customer.noConsent')}</p> : null}
      {knowHow?.length === 0 ? <p className="quiet">{t('path.customer.noKnowHow')}</p> : null}
      {knowHow && knowHow.length > 0 ? (
        <Chips>
          {knowHow.map(({ id, label }) => (
            <KnowHowChip key={id} label={label} />
          ))}
        </Chips>
      ) : null}
      {knowHow ? (
        <p>
          <a href={`/customers/${customerId}/profile`}>{t('path.customer.profile')}</a>
        </p>
      ) : null}
    </Section>
  );
};

/** How many of what was done for the customer stand on their page. */
const doneShown = 3;

const DoneFor = ({ done, customerId }: { done: readonly ActedForView[]; customerId: string }) => {
  const { t } = useText();
  if (done.length === 0) return null;
  return (
    <Section title={t('acted.doneTitle')}>
      <ActedList done={done.slice(0, doneShown)} shows="official" />
      <p>
        <a href={`/customers/${customerId}/act-for`}>{t('acted.doneAll', { count: done.length })}</a>
      </p>
    </Section>
  );
};

export default function Customer() {
  const view = useLoaderData<typeof loader>();
  const { customer, goal, steps, answers, knowHow, front, rhythm, stages, afterCare, notes, done } = view;
  const { isRestricted, reachTrouble, standIn } = view;
  const { t, day } = useText();
  const side = (
    <>
      <AdviserNotes notes={notes} customerId={customer.id} />
      <Answers answers={answers} customerId={customer.id} />
      <KnowHow knowHow={knowHow} customerId={customer.id} />
      <DoneFor done={done} customerId={customer.id} />
    </>
  );
  return (
    <Page title={customer.name} lead={customer.area || undefined} side={side}>
      <Title within={t('nav.caseload')}>{customer.name}</Title>
      {standIn ? (
        <p role="note">{t('path.customer.standIn', { name: standIn.name, until: day(standIn.untilOn) })}</p>
      ) : null}
      {isRestricted ? <p role="note">{t('rights.restricted.customer')}</p> : null}
      <ReachNote trouble={reachTrouble} who="other" />
      <PlanFront front={front} base={`/customers/${customer.id}`} />
      <PlanGoal goal={goal} writeAt={`/customers/${customer.id}/goal`} mySide="adviser" />
      <PlanSteps steps={steps} mySide="adviser" base={`/customers/${customer.id}`} />
      <Stages stages={stages} mySide="adviser" tellAt={`/customers/${customer.id}/stages/new`} />
      <AfterCare questions={afterCare} mySide="adviser" />
      <Rhythm rhythm={rhythm} mySide="adviser" />
      <Actions>
        <Go to={`/customers/${customer.id}/steps/new`}>{t('path.propose')}</Go>
        <Go to={`/customers/${customer.id}/appointments/new`} kind="secondary">
          {t('path.customer.meet')}
        </Go>
        <Go to={`/customers/${customer.id}/threads/new`} kind="secondary">
          {t('dialogue.new.title')}
        </Go>
        <Go to={`/customers/${customer.id}/documents`} kind="secondary">
          {t('documents.link')}
        </Go>
        {knowHow && knowHow.length > 0 ? (
          <Go to={`/customers/${customer.id}/vouch`} kind="secondary">
            {t('path.customer.vouch')}
          </Go>
        ) : null}
        <Go to={`/customers/${customer.id}/invite`} kind="tertiary">
          {t('path.invite.link')}
        </Go>
        <Go to={`/customers/${customer.id}/act-for`} kind="tertiary">
          {t('acted.forShort')}
        </Go>
        <Go to={`/customers/${customer.id}/sent`} kind="tertiary">
          {t('reach.log.short')}
        </Go>
        <Go to={`/customers/${customer.id}/hand-over`} kind="tertiary">
          {t('path.transfer.link')}
        </Go>
        <Go to={`/customers/${customer.id}/protection`} kind="tertiary">
          {t('rights.protect.link')}
        </Go>
        <Go to="/caseload" kind="tertiary">
          {t('path.customer.back')}
        </Go>
      </Actions>
    </Page>
  );
}
