import { describe, expect, test } from 'vitest';
import { catalogues } from '../../messages/index.ts';
import { noticeKind, noticeKinds } from './kinds.ts';
import { type Choice, channelsFor, noticeState, type Timing, timingOf, type Ways } from './rules.ts';

const all: Ways = { hasMail: true, hasPhone: true, isSilent: false, isCustomer: true };
const usual = noticeKind('messageFromBusiness');
const owed = noticeKind('correctionAnswered');
const urgent = noticeKind('appointmentSoon');
const choose = (byMail: boolean, bySms: boolean): Choice => ({ byMail, bySms, pace: 'atOnce' });

test('every kind that is written has a description, and nothing is described that is not written', () => {
  const letters = ['digest', 'vouchAsked', 'vouchLink'];
  const written = Object.keys(catalogues.fi).flatMap((key) => /^mail\.(\w+)\.subject$/.exec(key)?.[1] ?? []);
  expect(written.filter((kind) => !letters.includes(kind)).sort()).toEqual(Object.keys(noticeKinds).sort());
});

describe('by which ways', () => {
  test.each<[string, Partial<Ways>, Choice | null, typeof usual, string[]]>([
    ['nothing chosen: e-mail', {}, null, usual, ['mail']],
    ['nothing chosen, no address: a text message', { hasMail: false }, null, usual, ['sms']],
    ['both chosen', {}, choose(true, true), usual, ['mail', 'sms']],
    ['neither chosen', {}, choose(false, false), usual, []],
    ['neither chosen, and owed', {}, choose(false, false), owed, ['mail']],
    ['a way chosen that there is not', { hasPhone: false }, choose(false, true), usual, []],
    ['a way chosen that there is not, and owed', { hasPhone: false }, choose(false, true), owed, ['mail']],
    ['no e-mail wanted', { isSilent: true }, null, usual, []],
    ['no e-mail wanted, but text messages', { isSilent: true }, choose(true, true), usual, ['sms']],
    ['no e-mail wanted, and owed', { isSilent: true }, null, owed, ['sms']],
    ['no e-mail wanted, no telephone, and owed', { isSilent: true, hasPhone: false }, null, owed, ['letter']],
    ['no way', { hasMail: false, hasPhone: false }, null, usual, ['letter']],
    ['no way, worth nothing tomorrow', { hasMail: false, hasPhone: false }, null, urgent, ['none']],
    ['no way, one who works here', { hasMail: false, hasPhone: false, isCustomer: false }, null, usual, ['none']],
  ])('%s', (_, ways, choice, kind, channels) => {
    expect(channelsFor({ ...all, ...ways }, choice, kind)).toEqual(channels);
  });

  test('what is owed goes by some way to every customer, whatever they have and chose', () => {
    const both = [true, false];
    for (const hasMail of both)
      for (const hasPhone of both)
        for (const silent of both)
          for (const choice of [
            null,
            choose(true, true),
            choose(true, false),
            choose(false, true),
            choose(false, false),
          ]) {
            const ways = channelsFor({ hasMail, hasPhone, isSilent: silent, isCustomer: true }, choice, owed);
            expect(ways.length).toBeGreaterThan(0);
            expect(ways).not.toContain('none');
            if (silent || !hasMail) expect(ways).not.toContain('mail');
            if (!hasPhone) expect(ways).not.toContain('sms');
          }
  });
});

describe('when', () => {
  const timing = (now: string, more: Partial<Timing> = {}) => {
    const { dueAt, inDigest } = timingOf({
      ...{ timeZone: 'Europe/Helsinki', now: new Date(now), kind: usual, pace: 'atOnce', lately: 0, most: 6 },
      ...{ quiet: { from: 21, until: 7 }, isHeldByQuiet: true, digestHour: 8, ...more },
    });
    return [dueAt.toISOString(), inDigest];
  };

  test.each<[string, string, Partial<Timing>, [string, boolean]]>([
    ['by day, at once', '2026-03-02T10:00:00Z', {}, ['2026-03-02T10:00:00.000Z', false]],
    ['a minute before nine', '2026-03-02T18:59:00Z', {}, ['2026-03-02T18:59:00.000Z', false]],
    ['at nine in the evening', '2026-03-02T19:00:00Z', {}, ['2026-03-03T05:00:00.000Z', false]],
    ['after midnight', '2026-03-02T23:30:00Z', {}, ['2026-03-03T05:00:00.000Z', false]],
    ['at seven in the morning', '2026-03-03T05:00:00Z', {}, ['2026-03-03T05:00:00.000Z', false]],
    [
      'a way that quiet does not hold',
      '2026-03-02T20:00:00Z',
      { isHeldByQuiet: false },
      ['2026-03-02T20:00:00.000Z', false],
    ],
    ['no quiet hours', '2026-03-02T20:00:00Z', { quiet: { from: 0, until: 0 } }, ['2026-03-02T20:00:00.000Z', false]],
    ['quiet by day', '2026-03-02T10:00:00Z', { quiet: { from: 9, until: 16 } }, ['2026-03-02T14:00:00.000Z', false]],
    ['the night the clocks go forward', '2026-03-28T20:00:00Z', {}, ['2026-03-29T04:00:00.000Z', false]],
    ['once a day', '2026-03-02T10:00:00Z', { pace: 'daily' }, ['2026-03-03T06:00:00.000Z', true]],
    ['once a day, before its hour', '2026-03-02T05:30:00Z', { pace: 'daily' }, ['2026-03-02T06:00:00.000Z', true]],
    [
      'once a day, in one’s own quiet',
      '2026-03-02T10:00:00Z',
      { pace: 'daily', quiet: { from: 21, until: 9 } },
      ['2026-03-03T07:00:00.000Z', true],
    ],
    ['the seventh of a kind', '2026-03-02T10:00:00Z', { lately: 6 }, ['2026-03-03T06:00:00.000Z', true]],
    [
      'the seventh of a kind that is owed',
      '2026-03-02T10:00:00Z',
      { lately: 6, kind: owed },
      ['2026-03-02T10:00:00.000Z', false],
    ],
    [
      'once a day, and urgent',
      '2026-03-02T10:00:00Z',
      { pace: 'daily', kind: urgent },
      ['2026-03-02T10:00:00.000Z', false],
    ],
    ['owed, in quiet hours', '2026-03-02T20:00:00Z', { kind: owed }, ['2026-03-03T05:00:00.000Z', false]],
  ])('%s', (_, now, more, expected) => {
    expect(timing(now, more)).toEqual(expected);
  });
});

test('where a notice is follows from its facts', () => {
  const at = new Date();
  const waiting = { channel: 'mail' as const, inDigest: false, sentAt: null, failedAt: null };
  expect(noticeState(waiting)).toBe('waiting');
  expect(noticeState({ ...waiting, inDigest: true })).toBe('inDigest');
  expect(noticeState({ ...waiting, failedAt: at })).toBe('failed');
  expect(noticeState({ ...waiting, failedAt: at, sentAt: at })).toBe('sent');
  expect(noticeState({ ...waiting, channel: 'letter' })).toBe('toPost');
  expect(noticeState({ ...waiting, channel: 'letter', sentAt: at })).toBe('posted');
  expect(noticeState({ ...waiting, channel: 'none' })).toBe('noWay');
});
