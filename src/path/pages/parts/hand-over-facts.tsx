import { Facts, State, type StateKind } from '../../../web/components/facts.tsx';
import { useText } from '../../../web/text.tsx';
import type { HandOverView } from '../../hand-over/hand-overs.ts';
import type { HandOverState } from '../../hand-over/rules.ts';

const kinds: Partial<Record<HandOverState, StateKind>> = { waiting: 'care', accepted: 'good', expired: 'bad' };

export const HandOverStanding = ({ one: { state, dueOn, toName } }: { one: HandOverView }) => {
  const { t, day } = useText();
  return (
    <State kind={kinds[state] ?? 'plain'}>{t(`path.transfer.state.${state}`, { day: day(dueOn), name: toName })}</State>
  );
};

/** Whose the customer is, who was asked and why, until when, and what came of it. */
export const HandOverFacts = ({ one }: { one: HandOverView }) => {
  const { t, day, time } = useText();
  const { fromName, fromRole, toName, toRole, why, begunAt, dueOn, state, reason, alternative } = one;
  const said = (text: string) => (text === '' ? '' : <span className="words">{text}</span>);
  const facts = [
    {
      what: t('path.transfer.from', { state, isSame: fromRole === toRole ? 'yes' : 'no' }),
      value: t('path.transfer.person', { name: fromName, role: t(`role.${fromRole}`) }),
    },
    {
      what: t('path.transfer.to', { state }),
      value: t('path.transfer.person', { name: toName, role: t(`role.${toRole}`) }),
    },
    { what: t('path.transfer.why'), value: said(why) },
    { what: t('path.transfer.begun'), value: time(begunAt) },
    { what: t('path.transfer.due'), value: state === 'waiting' || state === 'expired' ? day(dueOn) : '' },
    { what: t('path.transfer.reason'), value: said(reason) },
    { what: t('path.transfer.alternative'), value: said(alternative) },
  ];
  return <Facts facts={facts} />;
};
