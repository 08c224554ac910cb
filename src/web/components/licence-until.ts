import { useRouteLoaderData } from 'react-router';
import type { MessageKey } from '../../messages/index.ts';
import { useText } from '../text.tsx';

/** What is said of a card or licence and its last day: the day itself still counts. Days as YYYY-MM-DD. */
export const licenceUntilKey = (untilOn: string, today: string): Extract<MessageKey, `profile.licence.${string}`> =>
  untilOn < today ? 'profile.licence.past' : 'profile.licence.until';

/** Until when a card or licence is valid, or when it ran out, by today: the same words on every page. */
export const useLicenceUntil = (): ((untilOn: string) => { isPast: boolean; words: string }) => {
  const { t, day } = useText();
  const today = useRouteLoaderData<{ today: string }>('root')?.today ?? '';
  return (untilOn) => {
    const key = licenceUntilKey(untilOn, today);
    return { isPast: key === 'profile.licence.past', words: t(key, { day: day(untilOn) }) };
  };
};
