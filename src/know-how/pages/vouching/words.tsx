import { Chips, KnowHowChip } from '../../../web/components/chips.tsx';
import { Facts, State, type StateKind } from '../../../web/components/facts.tsx';
import { useText } from '../../../web/text.tsx';
import type { VouchingState, VouchRelation } from '../../vouching/tables.ts';

/** What the person asked sees of the customer: no more than this stands on their page. */
export const AskedWords = ({
  nameShown,
  relation,
  whatFor,
  message,
  labels,
}: {
  nameShown: string;
  relation: VouchRelation;
  whatFor: string;
  message: string;
  labels: readonly string[];
}) => {
  const { t } = useText();
  return (
    <>
      <Facts
        facts={[
          { what: t('vouch.asked.who'), value: nameShown },
          { what: t('vouch.asked.relation'), value: t(`vouch.relation.${relation}`) },
          { what: t('vouch.asked.whatFor'), value: whatFor },
        ]}
      />
      {message ? <p className="words vouch__message">{message}</p> : null}
      <Chips label={t('vouch.asked.skills')}>
        {labels.map((label) => (
          <KnowHowChip key={label} label={label} />
        ))}
      </Chips>
    </>
  );
};

const kinds: Record<VouchingState, StateKind> = {
  asked: 'plain',
  cannotSay: 'plain',
  declined: 'plain',
  offered: 'care',
  accepted: 'good',
  left: 'plain',
  removed: 'plain',
  withdrawn: 'plain',
};

export const VouchingStateWord = ({ state, side }: { state: VouchingState; side: 'customer' | 'voucher' }) => {
  const { t } = useText();
  // To the one who said it, it stands, whatever the customer does with it.
  if (side === 'voucher' && state === 'offered') return <State kind="good">{t('vouch.state.said')}</State>;
  return <State kind={kinds[state]}>{t(`vouch.state.${state}`)}</State>;
};

/** What somebody said: how they know it, and from when until when, about. */
export const Said = ({ how, since, until }: { how: string; since: string; until: string }) => {
  const { t } = useText();
  if (how === '') return null;
  return (
    <>
      <blockquote className="words vouch__said">{how}</blockquote>
      {since || until ? (
        <p className="quiet">{t('vouch.said.when', { since: since || '–', until: until || '–' })}</p>
      ) : null}
    </>
  );
};
