import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';

/** How the customer is reached, what they were sent by each way, and what their adviser did for them. */
export const makeReach = ({ ids, customer, adviser, now, toldSkillId, mark, row }: Making) => {
  const { personId } = customer;
  row('reach', { personId, number: '+358401234567', confirmedAt: now, quietFrom: 22, quietUntil: 6 });
  row('notice_choice', { personId, about: 'plan', byMail: true, bySms: true, pace: 'daily' });
  const notice = {
    personId,
    language: 'fi',
    path: '/plan',
    madeAt: now,
    dueAt: now,
    about: 'plan',
    kind: 'stepAgreed',
  };
  row('notice', {
    ...{ id: newId(), eventId: newId(), ...notice, channel: 'mail' },
    ...{ subject: mark('notice'), body: mark('notice'), sentAt: now },
  });
  row('notice', {
    ...{ id: ids.letterId, eventId: newId(), ...notice, channel: 'letter' },
    ...{ subject: mark('letter'), body: mark('letter') },
  });
  const sms = { personId, toNumber: '+358401234567', language: 'fi', createdAt: now, sentAt: now };
  row('sms', { id: newId(), ...sms, text: mark('textMessage') });
  const acted = {
    ...{ customerId: ids.customerId, officialId: adviser.personId, what: 'stepAnswer', reason: mark('actedReason') },
    ...{ officialName: adviser.actor.name, officialRole: 'adviser', path: '/plan', way: 'phone', at: now },
  };
  row('acted_for', { id: ids.actedForId, ...acted, dispute: mark('actedDispute'), disputedAt: now });
  row('acted_for', { id: ids.toldActedForId, ...acted });
  const text = `${mark('toldStory')} järjestin.`;
  const because = [{ start: 0, end: mark('toldStory').length }];
  const { customerId, toldStoryId: storyId } = ids;
  row('story', { id: storyId, customerId, text, language: 'fi', createdAt: now, changedAt: now });
  row('know_how', {
    ...{ id: newId(), customerId, skillId: toldSkillId, state: 'suggested', origin: 'story', storyId, score: 0.8 },
    ...{ because: JSON.stringify(because), words: [mark('toldStory')], decidedAt: null },
  });
  row('acted_for', { id: newId(), ...acted, what: 'story', path: `/know-how/stories/${storyId}` });
};
