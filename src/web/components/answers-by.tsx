import type { MessageKey } from '../../messages/index.ts';
import { useText } from '../text.tsx';

/** Who answers by which day, in a sentence: Päivi answers by Thursday 3 Dec 2026. */
export const AnswersBy = ({ name, on, isLate }: { name: string; on: string; isLate: boolean }) => {
  const { t, day } = useText();
  const number = new Date(`${on}T12:00:00Z`).getUTCDay() || 7;
  const weekday = t(`promise.on.${number}` as MessageKey);
  return t(isLate ? 'promise.late' : 'promise.by', { name, weekday, day: day(on) });
};
