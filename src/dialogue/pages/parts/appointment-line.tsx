import { Card } from '../../../web/components/cards.tsx';
import { State, type StateKind } from '../../../web/components/facts.tsx';
import { useText } from '../../../web/text.tsx';
import type { Standing } from '../../appointments/rules.ts';
import type { AppointmentView } from '../../appointments/view.ts';
import { useWhen } from './appointment-words.ts';

const looks: Record<Standing, StateKind> = {
  proposed: 'care',
  lapsed: 'plain',
  booked: 'good',
  past: 'plain',
  cancelled: 'bad',
  held: 'good',
  missed: 'plain',
};

/** Where an appointment stands; that another time is needed comes before it. */
export const StandingState = ({ one }: { one: Pick<AppointmentView, 'standing' | 'isAway' | 'isLeft' | 'moves'> }) => {
  const { t } = useText();
  const needsOther = (one.isAway || one.isLeft) && one.moves.includes('cancel');
  if (needsOther) return <State kind="care">{t('appointments.needsOther')}</State>;
  return <State kind={looks[one.standing]}>{t(`appointments.standing.${one.standing}`)}</State>;
};

/** An appointment in a list, with the other side's name. */
export const AppointmentLine = ({
  one,
  side,
  level = 2,
}: {
  one: AppointmentView;
  side: 'customer' | 'professional';
  level?: 2 | 3;
}) => {
  const { t } = useText();
  const when = useWhen();
  return (
    <Card to={`/appointments/${one.id}`} title={when(one)} level={level}>
      <p>
        {side === 'customer' ? one.professionalName : one.customerName}, {t(`appointments.way.${one.way}`)}{' '}
        <StandingState one={one} />
      </p>
      <p className="quiet">{t(`appointments.kind.${one.kind}`)}</p>
    </Card>
  );
};
