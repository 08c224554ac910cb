import { Actions, Go } from '../../../web/components/actions.tsx';
import { More } from '../../../web/components/confirm.tsx';
import { State, type StateKind } from '../../../web/components/facts.tsx';
import { Empty, Section } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import { type Due, type DueState, nextOf } from '../../rhythm/due.ts';
import type { RhythmInJointPlan, Rhythm as RhythmView, Talk } from '../../rhythm/read-rhythm.ts';
import type { PlanSide } from '../../tables.ts';
import { useUnchecked } from './unchecked.ts';

const kindOf: Record<DueState, StateKind> = { done: 'good', passed: 'plain', late: 'bad', soon: 'care', due: 'plain' };

const Why = ({ due }: { due: Due }) => {
  const { t, day } = useText();
  const { every, unit, times, againMonths, anchor } = due;
  const from = day(due.anchorOn);
  const why = due.isOnce ? 'path.rhythm.why.once' : (`path.rhythm.why.every.${anchor}` as const);
  return (
    <>
      <p>
        {againMonths === null
          ? t(why, { every, unit, from })
          : t('path.rhythm.why.again', { months: againMonths, times: times ?? 0, every, unit, from })}
        {due.closedOn ? ` ${t('path.rhythm.closed', { day: day(due.closedOn) })}` : ''}
        {due.inPerson ? ` ${t('path.rhythm.inPerson')}` : ''}
      </p>
      <p className="quiet">{t(due.isOfCity ? 'path.rhythm.ofCity' : 'path.rhythm.ofLaw', { law: due.law })}</p>
    </>
  );
};

const Coming = ({ dues }: { dues: readonly Due[] }) => {
  const { t, day } = useText();
  if (dues.length === 0) return <p>{t('path.rhythm.nothing')}</p>;
  return (
    <ul className="history">
      {dues.map((due) => (
        <li key={`${due.kind} ${due.dueOn}`}>
          <p>
            <strong>{t('path.rhythm.talk', { talk: due.kind })}</strong> {t('path.rhythm.by', { day: day(due.dueOn) })}{' '}
            <State kind={kindOf[due.state]}>{t(`path.rhythm.state.${due.state}`)}</State>
          </p>
          <Why due={due} />
        </li>
      ))}
    </ul>
  );
};

/** What a talk said before it was changed, and why it was. */
const Changes = ({ talk: { changes } }: { talk: Talk }) => {
  const { t, day } = useText();
  return changes.map(({ kind, heldOn, how, why, personName }) => (
    <p key={`${heldOn} ${why}`} className="quiet words">
      {t('path.rhythm.was', {
        talk: t('path.rhythm.talk', { talk: kind }),
        day: day(heldOn),
        how,
        name: personName,
        why,
      })}
    </p>
  ));
};

const HeldTalk = ({ talk, canChange }: { talk: Talk; canChange: boolean }) => {
  const { t, day } = useText();
  const { id, kind, heldOn, how, howWhy, byName } = talk;
  return (
    <li>
      <p>
        {t('path.rhythm.talk', { talk: kind })}{' '}
        <span className="quiet">{t('path.rhythm.heldBy', { day: day(heldOn), how, name: byName })}</span>{' '}
        {canChange ? (
          <a className="no-print" href={`/talks/${id}`}>
            {t('path.rhythm.changeTalk')}
          </a>
        ) : null}
      </p>
      {howWhy ? <p className="words">{t('path.rhythm.howWhy', { why: howWhy })}</p> : null}
      <Changes talk={talk} />
    </li>
  );
};

const Held = ({ rhythm, mySide }: { rhythm: RhythmView; mySide: PlanSide }) => {
  const { t, day } = useText();
  const { talks, takenBack } = rhythm;
  const passed = rhythm.due.filter(({ state }) => state === 'passed');
  if (talks.length + passed.length + takenBack.length === 0) return null;
  return (
    <More label={t('path.rhythm.held')}>
      <ul className="history">
        {talks.map((talk) => (
          <HeldTalk key={talk.id} talk={talk} canChange={mySide === 'adviser'} />
        ))}
        {passed.map((due) => (
          <li key={`${due.kind} ${due.dueOn}`}>
            <p>
              {t('path.rhythm.talk', { talk: due.kind })} {t('path.rhythm.by', { day: day(due.dueOn) })}{' '}
              <State>{t('path.rhythm.state.passed')}</State>
            </p>
          </li>
        ))}
        {takenBack.map((talk) => (
          <li key={talk.id}>
            <p>
              {t('path.rhythm.talk', { talk: talk.kind })} {day(talk.heldOn)}{' '}
              <State>{t('path.rhythm.takenBack')}</State>
            </p>
            <Changes talk={talk} />
          </li>
        ))}
      </ul>
    </More>
  );
};

const ByWhichLaw = ({ model, mySide }: { model: NonNullable<RhythmView['jobSearch']>['model']; mySide: PlanSide }) => {
  const { t, day, language } = useText();
  const told = mySide === 'customer' ? 'path.rhythm.model' : 'path.rhythm.modelAdviser';
  const { duty, neglect, unchecked } = model;
  const nameUnchecked = useUnchecked();
  return (
    <More label={t('path.rhythm.rule')}>
      <p>{t(told, { law: model.law, from: day(model.fromOn) })}</p>
      <ul>
        {model.phases.map(({ fromOn, says }) => (
          <li key={fromOn}>{t('path.rhythm.phase', { day: day(fromOn), what: says[language] })}</li>
        ))}
      </ul>
      {duty ? <p>{t('path.rhythm.duty', duty)}</p> : null}
      {neglect ? <p>{t('path.rhythm.neglect', { what: neglect[language] })}</p> : null}
      <p className="quiet">{t('path.rhythm.source', { source: model.source })}</p>
      {unchecked ? <p className="quiet">{t('path.front.unchecked', { what: nameUnchecked(unchecked) })}</p> : null}
    </More>
  );
};

const ToWrite = ({ rhythm: { customer, jobSearch } }: { rhythm: RhythmView }) => {
  const { t } = useText();
  const isGoing = jobSearch?.endedOn === null;
  return (
    <Actions>
      {isGoing ? (
        <Go to={`/customers/${customer.id}/talk`} kind="secondary">
          {t('path.rhythm.record')}
        </Go>
      ) : null}
      <Go to={`/customers/${customer.id}/job-search`} kind={isGoing ? 'tertiary' : 'secondary'}>
        {t(isGoing ? 'path.rhythm.change' : 'path.rhythm.begin')}
      </Go>
    </Actions>
  );
};

const Search = ({ jobSearch }: { jobSearch: NonNullable<RhythmView['jobSearch']> }) => {
  const { t, day } = useText();
  const { begunOn, endedOn, endedWhy } = jobSearch;
  return (
    <>
      <p>
        {endedOn === null
          ? t('path.rhythm.begun', { day: day(begunOn) })
          : t('path.rhythm.ended', { begun: day(begunOn), ended: day(endedOn) })}
      </p>
      {endedWhy ? <p className="words">{t('path.rhythm.endedWhy', { why: endedWhy })}</p> : null}
    </>
  );
};

/** What comes next and why: the talks the law asks for, the same for the customer and their adviser. */
export const Rhythm = ({ rhythm, mySide }: { rhythm: RhythmView; mySide: PlanSide }) => {
  const { t } = useText();
  const { jobSearch, due } = rhythm;
  return (
    <div id="rhythm">
      <Section title={t('path.rhythm.title')}>
        {jobSearch ? <Search jobSearch={jobSearch} /> : <Empty>{t(`path.rhythm.none.${mySide}`)}</Empty>}
        {jobSearch?.endedOn === null ? <Coming dues={nextOf(due)} /> : null}
        {jobSearch ? <p className="quiet">{t('path.rhythm.lead')}</p> : null}
        <Held rhythm={rhythm} mySide={mySide} />
        {jobSearch ? <ByWhichLaw model={jobSearch.model} mySide={mySide} /> : null}
        {mySide === 'adviser' ? <ToWrite rhythm={rhythm} /> : null}
      </Section>
    </div>
  );
};

/** What comes next, for another authority that is party to the plan. */
export const RhythmOfJointPlan = ({ rhythm: { next } }: { rhythm: RhythmInJointPlan }) => {
  const { t } = useText();
  return (
    <Section title={t('path.rhythm.title')}>
      <p className="quiet">{t('path.rhythm.joint')}</p>
      <Coming dues={next} />
    </Section>
  );
};
