import { Actions, Go } from '../../../web/components/actions.tsx';
import { More } from '../../../web/components/confirm.tsx';
import { Facts, State } from '../../../web/components/facts.tsx';
import { Section } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { PlanFront as Front, PartyView } from '../../signing/read-front.ts';
import { partyText } from './plan-words.ts';
import { useUnchecked } from './unchecked.ts';
import { Unshown, unwritten } from './unshown.tsx';

const stateKinds = { inForce: 'good', waits: 'care', over: 'care' } as const;
const partyStates = { stands: 'good', changed: 'care', over: 'care', none: 'plain' } as const;

const Signed = ({ party }: { party: PartyView }) => {
  const text = useText();
  const { t, time } = text;
  const { signed, state } = party;
  return (
    <li>
      {partyText(text, party)}: <State kind={partyStates[state]}>{t(`path.signed.${state}`)}</State>
      {signed ? (
        <span className="quiet">
          {' '}
          {signed.onPaperBy === null
            ? t('path.signed.at', { name: signed.personName, at: time(signed.at), version: signed.version })
            : t('path.signed.onPaper', { name: signed.onPaperBy, seen: signed.personName, at: time(signed.at) })}
        </span>
      ) : null}
    </li>
  );
};

const Valid = ({ validity }: Pick<Front, 'validity'>) => {
  const { t, day } = useText();
  const { state, fromOn, untilOn } = validity;
  return (
    <>
      <State kind={stateKinds[state]}>{t(`path.plan.${state}`)}</State>
      {fromOn ? (
        <>
          {' '}
          {untilOn
            ? t('path.plan.fromUntil', { from: day(fromOn), until: day(untilOn) })
            : t('path.plan.from', { from: day(fromOn) })}
        </>
      ) : null}
    </>
  );
};

/** Why there is a plan of this kind, in plain words, and where that stands. */
const Basis = ({ frame }: Pick<Front, 'frame'>) => {
  const { t, day, language } = useText();
  const nameUnchecked = useUnchecked();
  return (
    <More label={t('path.front.why')}>
      <p>{frame.basis[language]}</p>
      <p className="quiet">{t('path.front.law', { law: frame.law, day: day(frame.begunOn) })}</p>
      {frame.reviewMonths ? <p className="quiet">{t('path.front.review', { count: frame.reviewMonths })}</p> : null}
      <p className="quiet">{t('path.front.source', { source: frame.source })}</p>
      {frame.unchecked ? (
        <p className="quiet">{t('path.front.unchecked', { what: nameUnchecked(frame.unchecked) })}</p>
      ) : null}
    </More>
  );
};

/** Of which kind the plan is and whose, whether it is in force, what it lacks and who has signed it. `base`: where the plan is for the reader. */
export const PlanFront = ({ front, base }: { front: Front; base: string }) => {
  const text = useText();
  const { t, day } = text;
  const { frame, parties, unshown } = front;
  const missing = unwritten(front.missing, unshown);
  const { changedBy: name, why } = frame;
  return (
    <Section title={t(`path.kind.${frame.kind}`)}>
      {why ? <p className="words">{t('path.front.changed', { name, day: day(frame.begunOn), why })}</p> : null}
      <Facts
        facts={[
          { what: t('path.front.parties'), value: parties.map((party) => partyText(text, party)).join(', ') },
          { what: t('path.front.state'), value: <Valid validity={front.validity} /> },
          { what: t('path.front.missing'), value: missing.map((key) => t(`path.content.${key}`)).join(', ') },
        ]}
      />
      <Unshown sections={unshown} />
      <ul className="changes">
        {parties.map((party) => (
          <Signed key={party.party} party={party} />
        ))}
      </ul>
      <Actions>
        <Go to={`${base}/sign`} kind={front.canSign ? 'primary' : 'secondary'}>
          {t(front.canSign ? 'path.front.sign' : 'path.front.read')}
        </Go>
        {front.mine === 'employment' ? (
          <Go to={`${base}/kind`} kind="tertiary">
            {t('path.front.kind')}
          </Go>
        ) : null}
        {front.mine === 'wellbeing' ? null : (
          <Go to={`${base}/sections`} kind="tertiary">
            {t('path.front.sections')}
          </Go>
        )}
        <Go to={`${base}/paper`} kind="tertiary">
          {t('path.paper.link')}
        </Go>
      </Actions>
      <Basis frame={frame} />
    </Section>
  );
};
