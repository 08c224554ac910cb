import { addDays } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';
import type { MarkKind } from './marks.ts';

/** Challenges in every state, what was recommended of them, and an advert of elsewhere. */
export const makeChallenges = ({ ids, deleted, now, today, skillIds, mark, row }: Making) => {
  const { customerId, businessId } = ids;
  const challenge = (id: string, kind: MarkKind, state: string, more: Record<string, unknown> = {}) => {
    const dates = { createdAt: now, publishedAt: state === 'draft' ? null : now, untilOn: addDays(today, 60) };
    const texts = {
      title: mark(kind),
      problem: `Jono on pitkä. ${mark(kind)}`,
      language: 'fi',
      place: 'Keskusta',
      hours: 'any',
    };
    row('challenge', { id, businessId, state, needsWeight: 4, ...texts, ...dates, ...more });
    for (const skillId of skillIds.slice(0, 2))
      row('challenge_need', { challengeId: id, skillId, weight: 2, isMust: false, because: '[]' });
    // Who fits was looked for already: every customer of every circle does.
    row('recommended_challenge', { challengeId: id, at: now });
  };
  challenge(ids.challengeId, 'challenge', 'published');
  challenge(ids.openChallengeId, 'challenge', 'published');
  challenge(ids.draftId, 'draft', 'draft');
  challenge(ids.pausedChallengeId, 'restingChallenge', 'paused');
  challenge(ids.closedChallengeId, 'restingChallenge', 'closed');
  challenge(deleted.challengeId, 'deletedChallenge', 'published', { deletedAt: now });
  const found = { score: 1, vocabularyVersion: 'x', firstAt: now, madeAt: now };
  row('recommendation', { customerId, challengeId: ids.openChallengeId, ...found });
  row('matching_look', { customerId, upTo: new Date(now.getTime() - 24 * 3_600_000) });
  row('matching_run', { id: newId(), vocabularyVersion: 'x', startedAt: now, endedAt: now });
  const titled = { fi: mark('advert') };
  const advert = { outsideId: mark('advert'), title: titled, summary: titled, employer: titled, place: 'Keskusta' };
  const advertId = newId();
  const dates = { publishedAt: now, seenAt: now };
  row('job_advert', {
    ...{ id: advertId, ...advert, ...dates },
    ...{ language: 'fi', needsWeight: 6, needsCount: 3, contentHash: 'x' },
  });
  for (const skillId of skillIds.slice(0, 3))
    row('job_advert_need', { advertId, skillId, weight: 2, isNamed: false, words: [mark('advert')] });
};
