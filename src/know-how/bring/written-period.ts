import type { PortableProfile } from '../profile/portable.ts';

type Time = Pick<PortableProfile['experiences'][number], 'from' | 'to' | 'isOngoing'>;
type PartDay = NonNullable<Time['from']>;

const written = ({ on, about }: PartDay): string => {
  const day = on
    .split('-')
    .reverse()
    .map(Number)
    .join(on.length > 7 ? '.' : '/');
  return about ? `noin ${day}` : day;
};

/** A time as `periodIn` reads it back: "5/2015–8/2018", "12.5.2015–", "2019". */
export const writtenPeriod = ({ from, to, isOngoing }: Time): string => {
  if (isOngoing) return from ? `${written(from)}–` : '';
  if (from && to) return `${written(from)}–${written(to)}`;
  return to ? written(to) : from ? `${written(from)}–` : '';
};
