import type { ReactNode } from 'react';
import { Actions, Go } from '../../../web/components/actions.tsx';
import { More } from '../../../web/components/confirm.tsx';
import { State } from '../../../web/components/facts.tsx';
import { Section } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { Fact } from '../../stages/facts.ts';
import type { FactView, StagesInJointPlan, StagesView, StepLead } from '../../stages/read-stages.ts';
import type { Coming, Spell } from '../../stages/stages.ts';
import type { PlanSide } from '../../tables.ts';
import { StagesPicture } from './stages-picture.tsx';

/** What happened, in a sentence. */
export const useFactWords = (mySide: PlanSide) => {
  const { t, day } = useText();
  return ({ kind, stage, fromOn, toOn, words }: Omit<Fact, 'takenBack'>): string => {
    if (kind === 'yes') return t(`path.stages.yes.${mySide}`, { what: words, day: day(fromOn) });
    if (kind === 'toward') return t('path.stages.done', { what: words, day: day(fromOn) });
    const name = stage ? t(`path.stage.${stage}`) : '';
    const values = { stage: words ? `${name}, ${words}` : name, from: day(fromOn), to: toOn === null ? '' : day(toOn) };
    return t(toOn === null ? 'path.stages.began' : 'path.stages.beganEnded', values);
  };
};

const Happened = ({ fact, mySide }: { fact: FactView; mySide: PlanSide }) => {
  const { t } = useText();
  const say = useFactWords(mySide);
  return (
    <p>
      {say(fact)} {fact.byName ? <span className="quiet">{t('path.stages.by', { name: fact.byName })} </span> : null}
      {fact.canEnd || fact.canTakeBack ? (
        <a className="no-print" href={`/stages/${fact.id}`}>
          {t('path.stages.mend')}
        </a>
      ) : null}
    </p>
  );
};

const When = ({ spell: { fromOn, toOn } }: { spell: Spell }) => {
  const { t, day } = useText();
  return (
    <span className="trail__when">
      {toOn === null
        ? t('path.stages.since', { from: day(fromOn) })
        : t('path.stages.fromTo', { from: day(fromOn), to: day(toOn) })}
    </span>
  );
};

const Been = ({ spell, isNow, children }: { spell: Spell; isNow: boolean; children?: ReactNode }) => {
  const { t } = useText();
  return (
    <li className={isNow ? 'trail__now' : 'trail__been'}>
      <p>
        <strong>{t(`path.stage.${spell.stage}`)}</strong>{' '}
        {isNow ? <State kind="good">{t('path.stages.now')}</State> : null}
        <When spell={spell} />
      </p>
      {children}
    </li>
  );
};

const Lead = ({ lead: { title, on, isDone } }: { lead: StepLead }) => {
  const { t, day } = useText();
  return <p>{t(isDone ? 'path.stages.leadDone' : 'path.stages.lead', { what: title, day: day(on) })}</p>;
};

const Ahead = ({ coming: { stage, beginsOn, leads } }: { coming: Coming<StepLead> }) => {
  const { t, day } = useText();
  return (
    <li className="trail__come">
      <p>
        <strong>{t(`path.stage.${stage}`)}</strong>{' '}
        <span className="quiet">
          {beginsOn === null ? t('path.stages.couldCome') : t('path.stages.begins', { day: day(beginsOn) })}
        </span>
      </p>
      {leads.map((lead) => (
        <Lead key={`${lead.on} ${lead.title}`} lead={lead} />
      ))}
    </li>
  );
};

const TakenBack = ({ facts, mySide }: { facts: readonly Fact[]; mySide: PlanSide }) => {
  const { t, time } = useText();
  const say = useFactWords(mySide);
  if (facts.length === 0) return null;
  return (
    <More label={t('path.stages.takenBack')}>
      <ul className="history">
        {facts.map((fact) => (
          <li key={fact.id}>
            <p>
              {say(fact)} <span className="quiet">{t('path.stages.by', { name: fact.byName })}</span>
            </p>
            {fact.takenBack ? (
              <p className="quiet">
                {t('path.stages.takenBackBy', { name: fact.takenBack.name, at: time(fact.takenBack.at) })}
              </p>
            ) : null}
            {fact.takenBack?.why ? <p className="words">{fact.takenBack.why}</p> : null}
          </li>
        ))}
      </ul>
    </More>
  );
};

/** The path: where one has been, is now, and what could come; as a picture and in words. */
export const Stages = ({ stages, mySide, tellAt }: { stages: StagesView; mySide: PlanSide; tellAt: string }) => {
  const { t } = useText();
  const { spells, coming, takenBack, today } = stages;
  const ahead = coming.map(({ stage, beginsOn, leads }) => ({
    stage,
    isLedTo: beginsOn !== null || leads.length > 0,
  }));
  return (
    <div id="stages">
      <Section title={t(`path.stages.title.${mySide}`)}>
        <p>{t(`path.stages.lead.${mySide}`)}</p>
        <StagesPicture spells={spells} today={today} ahead={ahead} />
        <ol className="trail">
          {spells.map((spell, at) => (
            <Been key={spell.fromOn} spell={spell} isNow={at === spells.length - 1}>
              {spell.facts.map((fact) => (
                <Happened key={fact.id} fact={fact} mySide={mySide} />
              ))}
            </Been>
          ))}
          {coming.map((one) => (
            <Ahead key={one.stage} coming={one} />
          ))}
        </ol>
        <TakenBack facts={takenBack} mySide={mySide} />
        <Actions>
          <Go to={tellAt} kind="secondary">
            {t(`path.stages.tell.${mySide}`)}
          </Go>
        </Actions>
      </Section>
    </div>
  );
};

/** The stages and their days alone, for another authority. */
export const StagesOfJointPlan = ({ stages: { spells, today } }: { stages: StagesInJointPlan }) => {
  const { t } = useText();
  return (
    <Section title={t('path.stages.title.adviser')}>
      <p className="quiet">{t('path.stages.joint')}</p>
      <StagesPicture spells={spells} today={today} />
      <ol className="trail">
        {spells.map((spell, at) => (
          <Been key={spell.fromOn} spell={spell} isNow={at === spells.length - 1} />
        ))}
      </ol>
    </Section>
  );
};
