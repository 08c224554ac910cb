import type { Actor } from '../../kernel/actor.ts';
import type { World } from '../../testing/database.ts';
import { decideKnowHow } from '../decide-know-how.ts';
import { readSuggestions } from '../read-story.ts';
import { addExperience } from './add-experience.ts';
import { changeExperience } from './change-experience.ts';
import { experienceInput } from './experience-input.ts';
import { historyInput, readHistory } from './history.ts';
import { moveItem } from './move-item.ts';
import { readExperience } from './read-profile.ts';

export const care = experienceInput.parse({
  kind: 'volunteering',
  title: 'Kyläyhdistyksen emäntä',
  from: { on: '2015' },
  to: { on: '2020' },
  did: 'Järjestin kyläjuhlat ja leivoin pullaa myyjäisiin.',
  language: 'fi',
});

/** For tests of the profile: skills by name, what waits of a text, and somebody who has done something. */
export const profileGround = (world: World) => {
  const find = (query: string) => {
    const [found] = world.services.vocabulary.search(query, 'fi', 1);
    if (!found) throw new Error(`nothing is called ${query}`);
    return found;
  };

  const suggestionsOf = async (actor: Actor, storyId: string | null) =>
    storyId ? world.run(actor, readSuggestions, storyId) : [];

  /** Somebody with an experience and what was found in it, all kept. */
  const aDoer = async () => {
    const customer = await world.aCustomer({ workHours: 'any' });
    const { id, storyId } = await world.run(customer.actor, addExperience, care);
    const found = await suggestionsOf(customer.actor, storyId);
    for (const { id: knowHowId } of found)
      await world.run(customer.actor, decideKnowHow, { knowHowId, version: 1, decision: 'keep' });
    const read = () => world.run(customer.actor, readExperience, id);
    const change = (version: number, more: Partial<typeof care>) =>
      world.run(customer.actor, changeExperience, { ...care, ...more, experienceId: id, version });
    const move = (version: number, what: Parameters<typeof moveItem>[1]['move']) =>
      world.run(customer.actor, moveItem, { kind: 'experience', id, move: what, version });
    const history = async (more: object = {}) =>
      (await world.run(customer.actor, readHistory, historyInput.parse(more))).versions;
    return { ...customer, id, storyId: storyId ?? '', found, read, change, move, history };
  };
  return { find, suggestionsOf, aDoer };
};
