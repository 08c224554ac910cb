import type { Work } from '../kernel/work.ts';
import { loadKnowHow } from './load-know-how.ts';
import { relationsOf } from './queries.ts';
import { recogniseSkills } from './recognise-skills.ts';
import { tellApart } from './tell-apart.ts';
import { labelIn } from './vocabulary/types.ts';

/** As many as are looked through at a glance. */
const mostNear = 8;

/**
 * What lies nearest to one piece of my know-how, to change it to: skills of nearly its name, those the vocabulary calls near, and what its name
 * speaks of. Never the skill itself.
 */
export const readNearSkills = async (
  work: Work,
  knowHowId: string,
): Promise<{ uri: string; label: string; apart: string | null }[]> => {
  const { uri, skillId, labels } = await loadKnowHow(work, knowHowId, { action: 'read', why: 'own know-how' });
  const { language } = work.actor;
  const { vocabulary } = work.services;
  const near = await relationsOf(work.tx, [skillId]);
  const related = near.flatMap(({ otherId }) => {
    const skill = vocabulary.skill(otherId);
    return skill ? [{ uri: skill.uri, label: labelIn(skill.labels, language) }] : [];
  });
  const label = labelIn(labels, language);
  const named = vocabulary.search(label, language, mostNear / 2);
  const alike = await recogniseSkills(vocabulary, { text: label, language, limit: mostNear });
  const byUri = new Map([...named, ...related, ...alike].map((one) => [one.uri, { uri: one.uri, label: one.label }]));
  byUri.delete(uri);
  // Beside the skill itself: what is nearly called the same as it is told apart too.
  const list = [{ uri, label }, ...[...byUri.values()].slice(0, mostNear)];
  return tellApart(list, (one) => vocabulary.about(one, language)).slice(1);
};
