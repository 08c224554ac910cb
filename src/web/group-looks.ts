import { dayIn } from '../kernel/clock.ts';
import type { Look } from '../kernel/use-log.ts';

type Seen = Pick<Look, 'section' | 'action' | 'why'> & { times: string[] };
export type Looker = { key: string; name: string; role: string; isMe: boolean; seen: Seen[] };
export type LookDay = { day: string; lookers: Looker[] };

const groupBy = <T, G>(items: readonly T[], keyOf: (item: T) => string, make: (key: string, group: T[]) => G): G[] => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].map(([key, group]) => make(key, group));
};

const lookerOf = (key: string, looks: Look[], clock: Intl.DateTimeFormat): Looker => ({
  key,
  name: looks[0]?.personName ?? '',
  role: looks[0]?.role ?? '',
  isMe: looks[0]?.isMe ?? false,
  seen: groupBy(
    looks,
    ({ section, action, why }) => [section, action, why].join(' '),
    (_, same) => ({
      section: same[0]?.section ?? '',
      action: same[0]?.action ?? '',
      why: same[0]?.why ?? '',
      times: same.map(({ at }) => clock.format(at)).reverse(),
    }),
  ),
});

/** Looks by day, then by who, then by what; newest day first. */
export const groupLooks = (looks: readonly Look[], timeZone: string): LookDay[] => {
  const clock = new Intl.DateTimeFormat('fi-FI', { timeZone, hour: 'numeric', minute: '2-digit' });
  return groupBy(
    looks,
    ({ at }) => dayIn(timeZone, at),
    (day, ofDay) => ({
      day,
      lookers: groupBy(
        ofDay,
        ({ personName, role }) => `${personName} ${role}`,
        (key, own) => lookerOf(key, own, clock),
      ),
    }),
  );
};
