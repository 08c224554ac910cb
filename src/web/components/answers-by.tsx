import type { MessageKey } from '../../messages/index.ts';
import { useText } from '../text.tsx';

type Promised = { name: string; on: string; isLate: boolean };

/** Who answers by which day, in a sentence: Päivi answers by Thursday 3 Dec 2026. `isMine`: it is the reader who promised. */
export const AnswersBy = ({
  promised: { name, on, isLate },
  isMine = false,
}: {
  promised: Promised;
  isMine?: boolean;
}) => {
  const { t, day } = useText();
  const number = new Date(`${on}T12:00:00Z`).getUTCDay() || 7;
  const weekday = t(`promise.on.${number}` as MessageKey);
  if (isMine) return t(isLate ? 'promise.yoursLate' : 'promise.yours', { weekday, day: day(on) });
  return t(isLate ? 'promise.late' : 'promise.by', { name, weekday, day: day(on) });
};
