import { dayIn } from '../kernel/clock.ts';
import type { LogLine, Look } from '../kernel/use-log.ts';
import { sayingOf } from './log-words.tsx';

/** When something was done: how often, and the first and last time. */
export type Times = { count: number; first: string; last: string };
type Seen = Pick<Look, 'section' | 'action' | 'why'> & Times;
export type Looker = { key: string; name: string; role: string; isMe: boolean; seen: Seen[] };
export type LookDay = { day: string; lookers: Looker[] };

const groupBy = <T, G>(items: readonly T[], keyOf: (item: T) => string, make: (key: string, group: T[]) => G): G[] => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].map(([key, group]) => make(key, group));
};

/** Of things that stand newest first. */
const timesOf = (same: readonly { at: Date }[]): Times => ({
  count: same.length,
  first: same.at(-1)?.at.toISOString() ?? '',
  last: same[0]?.at.toISOString() ?? '',
});

const lookerOf = (key: string, looks: Look[]): Looker => ({
  key,
  name: looks[0]?.personName ?? '',
  role: looks[0]?.role ?? '',
  isMe: looks[0]?.isMe ?? false,
  seen: groupBy(
    looks,
    (look) => Object.values(sayingOf(look)).join(' '),
    (_, same) => ({
      section: same[0]?.section ?? '',
      action: same[0]?.action ?? '',
      why: same[0]?.why ?? '',
      ...timesOf(same),
    }),
  ),
});

/** Looks by day, then by who, then by what is said of them; newest day first. */
export const groupLooks = (looks: readonly Look[], timeZone: string): LookDay[] =>
  groupBy(
    looks,
    ({ at }) => dayIn(timeZone, at),
    (day, ofDay) => ({
      day,
      lookers: groupBy(ofDay, ({ personName, role }) => `${personName} ${role}`, lookerOf),
    }),
  );

/** One row of the city's log as it is shown: `customerIds` are those it is about. */
export type LogRow = Omit<LogLine, 'customerId'> & Times & { customerIds: string[] };

const isOfMany = ({ action }: LogLine): boolean => action === 'list' || action === 'search';

/** Lines of the city's log that say the same on the same day, as one row where the newest stood; a list seen is one row for all in it. */
export const groupLines = (lines: readonly LogLine[], timeZone: string): LogRow[] =>
  groupBy(
    lines,
    (line) => {
      const { at, personName, role, customerId, section, action, why, isAllowed } = line;
      const whose = isOfMany(line) ? '' : customerId;
      return [dayIn(timeZone, at), personName, role, whose, section, action, why, isAllowed].join(' ');
    },
    (_, same) => {
      const customerIds = [...new Set(same.flatMap(({ customerId }) => customerId ?? []))];
      return same.slice(0, 1).map(({ customerId: _one, ...line }) => ({ ...line, ...timesOf(same), customerIds }));
    },
  ).flat();
