import type { NoticeLine } from '../../kernel/notices/read-notices.ts';
import type { NoticeState } from '../../kernel/notices/rules.ts';
import type { ReachTrouble } from '../../kernel/notices/ways.ts';
import { useText } from '../text.tsx';
import { State, type StateKind } from './facts.tsx';

const looks: Record<NoticeState, StateKind> = {
  waiting: 'plain',
  inDigest: 'plain',
  sent: 'good',
  failed: 'bad',
  toPost: 'plain',
  posted: 'good',
  noWay: 'care',
};

/** Where a notice is, in a word; and since or until when. */
export const NoticeStanding = ({ notice }: { notice: Pick<NoticeLine, 'state' | 'dueAt' | 'atLast'> }) => {
  const { t, time } = useText();
  const { state, dueAt, atLast } = notice;
  const at = state === 'waiting' || state === 'inDigest' ? dueAt : atLast;
  return (
    <>
      <State kind={looks[state]}>{t(`reach.state.${state}`)}</State>{' '}
      {at === null ? null : <span className="quiet">{time(at)}</span>}
    </>
  );
};

/** Why somebody is not reached, to themselves or about them; nothing where they are. */
export const ReachNote = ({ trouble, who }: { trouble: ReachTrouble | null; who: 'me' | 'other' }) => {
  const { t } = useText();
  if (trouble === null) return null;
  return <p role="note">{t(`reach.trouble.${trouble}`, { who })}</p>;
};
