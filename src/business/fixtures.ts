import type { Actor } from '../kernel/actor.ts';
import type { World } from '../testing/database.ts';
import { moveChallenge } from './move-challenge.ts';
import type { MoveName } from './rules.ts';
import { setNeeds } from './set-needs.ts';
import { writeChallenge, writeChallengeInput } from './write-challenge.ts';

export const problem =
  'Lauantaisin jono karkottaa asiakkaat. Tarvitsemme jonkun, joka osaa järjestää tapahtumia ja leipoo pullaa.';

/** Somebody's challenge, moved as far as a test needs. */
export const aChallenge = async (
  world: World,
  contact: { actor: Actor },
  { moves = [], ...told }: { title?: string; problem?: string; untilOn?: string; moves?: MoveName[] } = {},
): Promise<string> => {
  const input = writeChallengeInput.parse({ problem, title: 'Lauantain jono', language: 'fi', ...told });
  const { challengeId } = await world.run(contact.actor, writeChallenge, input);
  for (const move of moves) await world.run(contact.actor, moveChallenge, { challengeId, move });
  return challengeId;
};

/** The id of the skill the vocabulary finds first. */
export const skillNamed = (world: World, name: string): number => {
  const [found] = world.services.vocabulary.search(name, 'fi', 1);
  if (!found) throw new Error(`The starter vocabulary has no "${name}"`);
  return found.skillId;
};

export const withoutNeeds = async (world: World, contact: { actor: Actor }): Promise<string> => {
  const challengeId = await aChallenge(world, contact);
  await world.run(contact.actor, setNeeds, { challengeId, version: 1, needs: [] });
  return challengeId;
};
