import type { ReactNode } from 'react';
import { Card } from '../../web/components/cards.tsx';
import { State } from '../../web/components/facts.tsx';
import { useText } from '../../web/text.tsx';
import type { AskView } from '../ask-person/read-asks.ts';

type About = Pick<AskView, 'about' | 'what' | 'language'>;

/** What an ask is about, in a line. */
export const AskAbout = ({ about, what, language }: About) => {
  const { t } = useText();
  if (about === 'general') return <>{t('askPerson.about.general')}</>;
  return (
    <>
      {t(`askPerson.about.${about}`)} <strong lang={about === 'match' ? language : undefined}>{what}</strong>
    </>
  );
};

type Timed = Pick<AskView, 'state' | 'isOverdue' | 'dueOn'>;

/** Whether it waits, and until when; that it is late is said plainly. */
export const AskState = ({ state, isOverdue, dueOn }: Timed) => {
  const { t, day } = useText();
  if (isOverdue) return <State kind="bad">{t('askPerson.state.late', { day: day(dueOn) })}</State>;
  if (state === 'asked') return <State kind="care">{t('askPerson.state.asked', { day: day(dueOn) })}</State>;
  return <State kind={state === 'answered' ? 'good' : 'plain'}>{t(`askPerson.state.${state}`)}</State>;
};

/** An ask to be opened, from a list: whether it waits, what it is about, and what else is said of it. */
export const AskCard = ({
  ask,
  to,
  title,
  level,
  children,
}: {
  ask: About & Timed;
  to: string;
  title: string;
  level: 2 | 3;
  children?: ReactNode;
}) => (
  <Card to={to} title={title} level={level}>
    <p>
      <AskState {...ask} />
    </p>
    <p className="quiet">
      <AskAbout {...ask} />
    </p>
    {children}
  </Card>
);
