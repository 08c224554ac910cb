import { Send } from '../../../web/components/actions.tsx';
import { More } from '../../../web/components/confirm.tsx';
import { useFailure } from '../../../web/components/failures.tsx';
import { PostForm, TextInput } from '../../../web/components/form.tsx';
import { Empty, Page, Section, Title } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { ChangedText, StepWords } from '../../signing/changed-texts.ts';
import type { JointPlan as Joint, PartyView } from '../../signing/read-front.ts';
import { ComparedText } from './compared-text.tsx';
import { aboutText, ownerOfText, partyText } from './plan-words.ts';
import { Unshown, unwritten } from './unshown.tsx';

/** Who, by when, where, and what it leads to. */
const restOf = (t: ReturnType<typeof useText>['t'], day: (day: string) => string, step: StepWords): string[] =>
  [
    t('path.sign.step', { owner: step.owner, name: step.ownerName, day: day(step.dueOn) }),
    step.place ? t('path.place', { place: step.place }) : '',
    step.link,
    step.stage ? t('path.leadsTo', { stage: t(`path.stage.${step.stage}`) }) : '',
  ].filter(Boolean);

const stepText = (t: ReturnType<typeof useText>['t'], day: (day: string) => string, step: StepWords): string =>
  [step.title, step.why, ...restOf(t, day, step)].filter(Boolean).join('\n');

const ChangeLine = ({ change }: { change: ChangedText }) => {
  const { t, day } = useText();
  const words = (): { name: string; before: string | null; after: string | null } => {
    switch (change.part) {
      case 'kind': {
        const kind = (one: typeof change.before) => (one === null ? null : t(`path.kind.${one}`));
        return { name: t('path.sign.part.kind'), before: kind(change.before), after: kind(change.after) };
      }
      case 'goal':
        return { name: t('path.goal'), before: change.before, after: change.after };
      case 'step': {
        const step = (one: StepWords | null) => one && stepText(t, day, one);
        return { name: t('path.sign.part.step'), before: step(change.before), after: step(change.after) };
      }
      case 'section': {
        const name = change.about ? aboutText(t, change.about) : t('path.sign.part.section');
        return { name, before: change.before, after: change.after };
      }
    }
  };
  const { name, before, after } = words();
  return (
    <li>
      <p>
        {name} <span className="quiet">{t(`path.sign.what.${change.what}`)}</span>
      </p>
      <ComparedText before={before ?? ''} after={after ?? ''} />
    </li>
  );
};

const Changes = ({ party }: { party: PartyView }) => {
  const text = useText();
  const { t, time } = text;
  if (party.state !== 'changed' || !party.signed) return null;
  const values = { name: party.signed.onPaperBy ?? party.signed.personName, at: time(party.signed.at) };
  return (
    <Section title={t('path.sign.changedSince', values)}>
      <ul className="changes">
        {party.changes.map((change) => (
          <ChangeLine key={`${change.part} ${'id' in change ? change.id : ''}`} change={change} />
        ))}
      </ul>
    </Section>
  );
};

const Sign = ({ front }: { front: Joint['front'] }) => {
  const { t } = useText();
  const failure = useFailure();
  if (!front.canSign && !front.canSignForKela) {
    const missing = unwritten(front.missing, front.unshown);
    return (
      <>
        {missing.length > 0 ? (
          <p>{t('path.sign.first', { what: missing.map((key) => t(`path.content.${key}`)).join(', ') })}</p>
        ) : null}
        <Unshown sections={front.unshown} />
      </>
    );
  }
  return (
    <PostForm failure={failure}>
      <input type="hidden" name="sha256" value={front.sha256} />
      {front.canSign ? <Send>{t('path.sign.sign')}</Send> : null}
      {front.canSignForKela ? (
        <More label={t('path.sign.kela')} isOpen={failure !== undefined}>
          <TextInput name="forKela" label={t('path.sign.kelaName')} hint={t('path.sign.kelaHint')} />
          <Send kind="secondary" name="do" value="kela">
            {t('path.sign.kelaSend')}
          </Send>
        </More>
      ) : null}
    </PostForm>
  );
};

const Steps = ({ steps }: Pick<Joint, 'steps'>) => {
  const { t, day } = useText();
  if (steps.length === 0) return <Empty>{t('path.sign.noSteps')}</Empty>;
  return (
    <ul className="history">
      {steps.map((step) => (
        <li key={step.id}>
          <h3 className="step__title">{step.title}</h3>
          {step.why ? <p className="words">{step.why}</p> : null}
          {restOf(t, day, step).map((line) => (
            <p key={line} className="quiet">
              {line}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
};

/** The whole plan as its parties sign it, what changed since each signed, and the button to sign. */
export const JointPlan = ({ plan, base, within }: { plan: Joint; base: string; within: string }) => {
  const text = useText();
  const { t } = text;
  const { front, goal, steps, sections } = plan;
  const title = t(`path.kind.${front.frame.kind}`);
  const signers = front.parties.map((party) => partyText(text, party)).join(', ');
  return (
    <Page title={title} lead={t('path.sign.lead', { who: signers })}>
      <Title within={within}>{title}</Title>
      {front.parties.map((party) => (
        <Changes key={party.party} party={party} />
      ))}
      <Section title={t('path.goal')}>
        {goal.text ? <p className="goal words">{goal.text}</p> : <Empty>{t('path.sign.noGoal')}</Empty>}
      </Section>
      <Section title={t('path.content.steps')}>
        <Steps steps={steps} />
      </Section>
      {sections.map((section) => (
        <Section key={section.id} title={aboutText(t, section)}>
          <p className="words">{section.text}</p>
          <p className="quiet">{ownerOfText(t, section.owner, section.personName)}</p>
        </Section>
      ))}
      <Sign front={front} />
      <p className="no-print">
        <a href={base}>{t('path.toPlan')}</a>
      </p>
    </Page>
  );
};
