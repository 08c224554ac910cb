import { addDays, dayIn } from '../clock.ts';
import { instantOf, timeIn } from '../local-time.ts';
import type { NoticeKind } from './kinds.ts';

export const noticeChannels = ['mail', 'sms', 'letter', 'none'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

export const paces = ['atOnce', 'daily'] as const;
export type Pace = (typeof paces)[number];

export type Choice = { byMail: boolean; bySms: boolean; pace: Pace };
/** What holds for who has chosen nothing. */
export const usualChoice: Choice = { byMail: true, bySms: false, pace: 'atOnce' };

/** How somebody can be reached. */
export type Ways = {
  /** There is an address. */
  hasMail: boolean;
  /** There is a number, and its owner has shown that it is theirs. */
  hasPhone: boolean;
  /** They have said that they want no e-mail. */
  isSilent: boolean;
  /** Letters go to customers only: who works here is met at work. */
  isCustomer: boolean;
};

/**
 * By which ways a notice goes. What somebody has chosen; nothing where they have chosen so; what is owed by any way there is. Where there is no way at
 * all, by letter, or 'none', so that it is seen that they were not reached.
 */
export const channelsFor = (ways: Ways, choice: Choice | null, kind: NoticeKind): NoticeChannel[] => {
  const { hasMail, hasPhone, isSilent, isCustomer } = ways;
  const { byMail, bySms } = choice ?? { ...usualChoice, bySms: !hasMail && !isSilent };
  const hasMailNow = hasMail && !isSilent;
  const wanted: NoticeChannel[] = [];
  if (byMail && hasMailNow) wanted.push('mail');
  if (bySms && hasPhone) wanted.push('sms');
  if (wanted.length > 0) return wanted;
  if (!kind.isOwed && (hasMailNow || hasPhone || isSilent)) return [];
  if (kind.isOwed && hasMailNow) return ['mail'];
  if (kind.isOwed && hasPhone) return ['sms'];
  return [isCustomer && !kind.isUrgent ? 'letter' : 'none'];
};

/** Local hours, 0 to 23, from one until before the other, over midnight too; the same hour twice: none. */
export type QuietHours = { from: number; until: number };

const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** The next instant, later than `now`, at which the clocks show a full hour. */
const nextHour = (timeZone: string, now: Date, hour: number): Date => {
  const today = dayIn(timeZone, now);
  const at = instantOf(timeZone, today, hourText(hour));
  return at > now ? at : instantOf(timeZone, addDays(today, 1), hourText(hour));
};

const isQuiet = (timeZone: string, now: Date, { from, until }: QuietHours): boolean => {
  const hour = Number(timeIn(timeZone, now).slice(0, 2));
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
};

export type Timing = {
  timeZone: string;
  now: Date;
  kind: NoticeKind;
  pace: Pace;
  /** Of the person, or the city. */
  quiet: QuietHours;
  /** Whether quiet hours hold for the way it goes. */
  isHeldByQuiet: boolean;
  digestHour: number;
  /** How many of the kind have gone one by one lately, and how many may. */
  lately: number;
  most: number;
};

/**
 * When a notice goes, and whether with others. Once a day where that is wanted, or where too many of its kind have come; what is owed or urgent never waits
 * for others. Quiet hours hold all of them until they end.
 */
export const timingOf = (timing: Timing): { dueAt: Date; inDigest: boolean } => {
  const { timeZone, now, kind, pace, quiet, isHeldByQuiet, digestHour, lately, most } = timing;
  const mayWait = !kind.isOwed && !kind.isUrgent;
  const inDigest = mayWait && (pace === 'daily' || lately >= most);
  const at = inDigest ? nextHour(timeZone, now, digestHour) : now;
  const isHeld = isHeldByQuiet && isQuiet(timeZone, at, quiet);
  return { dueAt: isHeld ? nextHour(timeZone, at, quiet.until) : at, inDigest };
};

export const noticeStates = ['waiting', 'inDigest', 'sent', 'failed', 'toPost', 'posted', 'noWay'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** Where a notice is, by its facts. What failed and was sent after all has been sent. */
export const noticeState = (notice: {
  channel: NoticeChannel;
  inDigest: boolean;
  sentAt: Date | null;
  failedAt: Date | null;
}): NoticeState => {
  const { channel, inDigest, sentAt, failedAt } = notice;
  if (channel === 'none') return 'noWay';
  if (channel === 'letter') return sentAt ? 'posted' : 'toPost';
  if (sentAt) return 'sent';
  if (failedAt) return 'failed';
  return inDigest ? 'inDigest' : 'waiting';
};
