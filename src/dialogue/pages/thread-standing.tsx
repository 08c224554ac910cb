import { State } from '../../web/components/facts.tsx';
import { useText } from '../../web/text.tsx';
import type { ThreadStanding } from '../standing.ts';

/** That a thread is no longer about something open; nothing while it is. */
export const StandingTag = ({ standing }: { standing: ThreadStanding }) => {
  const { t } = useText();
  if (standing === 'open') return null;
  return <State kind={standing === 'withdrawn' ? 'plain' : 'care'}>{t(`dialogue.standing.${standing}`)}</State>;
};
