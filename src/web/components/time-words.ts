import { type PartDay, sayPartDay } from '../../kernel/part-days.ts';
import { useText } from '../text.tsx';

export type Time = { from: PartDay | null; to: PartDay | null; isOngoing: boolean };

/** When something was, in words: "noin 2012–2019", "2019 –"; '' when not told. */
export const useTimeWords = (): ((time: Time) => string) => {
  const { t, language } = useText();
  const one = (day: PartDay) => {
    const said = sayPartDay(day, language);
    return day.about ? t('profile.time.about', { day: said }) : said;
  };
  return ({ from, to, isOngoing }) => {
    if (isOngoing) return from ? t('profile.time.since', { from: one(from) }) : t('profile.time.ongoing');
    if (from && to) {
      const range = `${sayPartDay(from, language)}–${sayPartDay(to, language)}`;
      if (from.about && to.about) return t('profile.time.about', { day: range });
      return `${one(from)}–${one(to)}`;
    }
    if (to) return t('profile.time.until', { to: one(to) });
    return from ? one(from) : '';
  };
};
