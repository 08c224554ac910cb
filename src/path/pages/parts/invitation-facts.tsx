import { Facts, State, type StateKind } from '../../../web/components/facts.tsx';
import { useText } from '../../../web/text.tsx';
import type { InvitationView } from '../../invitations/read-invitations.ts';
import type { InvitationState } from '../../invitations/rules.ts';
import { partText } from './invite-words.ts';

const kinds: Partial<Record<InvitationState, StateKind>> = { proposed: 'care', open: 'good' };

export const InvitationStanding = ({ one: { state, untilOn } }: { one: Pick<InvitationView, 'state' | 'untilOn'> }) => {
  const { t, day } = useText();
  return <State kind={kinds[state] ?? 'plain'}>{t(`path.invite.state.${state}`, { day: day(untilOn) })}</State>;
};

/** Who, what for, which parts, who proposed it, and how often they have looked. */
export const InvitationFacts = ({ one, isCustomer }: { one: InvitationView; isCustomer: boolean }) => {
  const { t, day, time } = useText();
  const as = one.inviteeRole === null ? one.relation : t(`role.${one.inviteeRole}`);
  const looked =
    one.lookedAt === null
      ? t('path.invite.notLooked')
      : t('path.invite.looks', { count: one.looks, at: time(one.lookedAt) });
  const facts = [
    { what: t('path.invite.as'), value: as },
    { what: t('path.invite.purpose'), value: <span className="words">{one.purpose}</span> },
    { what: t('path.invite.shows'), value: one.parts.map((part) => partText(t, part)).join(', ') },
    { what: t('path.invite.until'), value: day(one.untilOn) },
    { what: t('path.invite.proposedBy'), value: isCustomer ? one.proposedName : '' },
    { what: t('path.invite.looked'), value: isCustomer && one.agreedAt !== null ? looked : '' },
    { what: t('path.invite.word'), value: one.word === '' ? '' : <span className="words">{one.word}</span> },
  ];
  return <Facts facts={facts} />;
};
