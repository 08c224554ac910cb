import { addDays } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { linkHash } from '../../know-how/vouching/link.ts';
import type { Making } from './making.ts';
import type { MarkKind } from './marks.ts';

/** Experiences, languages, licences, wishes, and who sees which. Gives what stands on the card of a yes; the last was hidden from businesses after it. */
export const makeProfile = ({ ids, deleted, now, today, skillIds, mark, row }: Making) => {
  const { customerId } = ids;
  const version = (kind: string, itemId: string, content: Record<string, unknown>) =>
    row('profile_version', { customerId, kind, itemId, version: 1, at: now, content });
  const experience = (id: string, kind: MarkKind, hiddenAt: Date | null, did: MarkKind = kind) => {
    const storyId = newId();
    const told = { kind: 'work', title: mark(kind), place: mark(kind), isOngoing: false, language: 'fi' };
    row('story', {
      id: storyId,
      customerId,
      text: mark(did),
      language: 'fi',
      createdAt: now,
      changedAt: now,
    });
    const dates = { createdAt: now, changedAt: now, hiddenAt };
    row('experience', { id, customerId, ...told, fromOn: '2019', toOn: '2021-05', storyId, ...dates });
    const stands = { isHidden: hiddenAt !== null, isRemoved: false };
    const time = { from: { on: '2019', about: false }, to: { on: '2021-05', about: false } };
    version('experience', id, { ...told, ...time, did: mark(did), ...stands });
  };
  const onCard = { experienceId: newId(), licenceId: newId(), keptBack: newId() };
  experience(ids.experienceId, 'profile', null);
  experience(newId(), 'hiddenProfile', now);
  experience(onCard.experienceId, 'cardThing', null, 'profile');
  row('experience_skill', { experienceId: ids.experienceId, skillId: skillIds[0], words: [mark('profile')] });
  row('language_skill', { id: ids.languageSkillId, customerId, code: 'fi', level: 'native' });
  const licence = { kind: 'licence', code: '', name: mark('profile') };
  row('licence', { id: ids.licenceId, customerId, ...licence });
  row('licence', { id: newId(), customerId, ...licence, name: mark('hiddenProfile'), hiddenAt: now });
  const what = [{ text: mark('wishes'), skillId: null }];
  row('wishes', {
    customerId,
    what: JSON.stringify(what),
    whereAt: mark('wishes'),
    notWanted: mark('wishes'),
    changedAt: now,
  });
  const told = { what, where: mark('wishes'), notWanted: mark('wishes') };
  version('wishes', customerId, told);
  row('licence', { id: onCard.licenceId, customerId, ...licence, name: mark('cardThing') });
  const { keptBack } = onCard;
  row('licence', { id: keptBack, customerId, ...licence, name: mark('keptBack') });
  const shows = (audience: string, id: string, kinds: readonly string[]) => {
    row('profile_audience', { id, customerId, audience });
    for (const kind of ['knowHow', 'experience', 'language', 'licence', 'wish'])
      row('profile_shown', { audienceId: id, kind, item: '*', isShown: kinds.includes(kind) });
    row('profile_shown', { audienceId: id, kind: 'licence', item: keptBack, isShown: false, hiddenAt: now });
  };
  shows('adviser', newId(), ['knowHow', 'experience', 'language', 'licence']);
  shows('business', newId(), ['knowHow', 'experience', 'licence']);
  const link = { customerId, name: mark('linkName'), nameShown: 'firstName', createdAt: now };
  const untilOn = addDays(today, 60);
  row('profile_link', { id: ids.profileLinkId, ...link, untilOn, secretHash: linkHash(ids.profileSecret) });
  shows('link', ids.profileLinkId, ['knowHow', 'experience', 'licence']);
  const endedId = newId();
  const ended = { secretHash: linkHash(deleted.profileSecret), endedAt: now };
  row('profile_link', { id: endedId, ...link, untilOn, ...ended });
  shows('link', endedId, ['knowHow', 'experience']);
  return onCard;
};
