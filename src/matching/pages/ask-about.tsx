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
