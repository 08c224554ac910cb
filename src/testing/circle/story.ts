import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';

/** A story, know-how found in it, a question about it, and what an outside model was asked. */
export const makeStory = ({ ids, now, skillIds, mark, row }: Making) => {
  const { customerId } = ids;
  const text = `${mark('story')} hoiti kylässä ${mark('storyWords')} kauan.`;
  const because = [
    { start: text.indexOf(mark('storyWords')), end: text.indexOf(mark('storyWords')) + mark('storyWords').length },
  ];
  row('story', { id: ids.storyId, customerId, text, language: 'fi', createdAt: now, changedAt: now });
  for (const [at, skillId] of skillIds.entries())
    row('know_how', {
      id: at === 0 ? ids.knowHowId : at === 3 ? ids.suggestedId : newId(),
      customerId,
      skillId,
      state: at < 3 ? 'kept' : 'suggested',
      origin: 'story',
      storyId: ids.storyId,
      score: 0.8,
      because: JSON.stringify(because),
      words: [mark('storyWords')],
      levelWords: at === 0 ? mark('levelWords') : '',
      decidedAt: at < 3 ? now : null,
    });
  row('asked_question', {
    id: newId(),
    customerId,
    storyId: ids.storyId,
    key: 'howMany',
    outcome: 'answered',
    at: now,
  });
  row('outside_asking', {
    storyId: ids.storyId,
    customerId,
    storyVersion: 1,
    model: 'Kielimalli',
    state: 'answered',
    askedAt: now,
    answeredAt: now,
  });
};
