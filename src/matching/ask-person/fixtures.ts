import type { Actor } from '../../kernel/actor.ts';
import { readStory } from '../../know-how/read-story.ts';
import { tellStory } from '../../know-how/tell-story.ts';
import type { MadeCustomer } from '../../testing/builders.ts';
import type { World } from '../../testing/database.ts';
import { aChallenge, apartSkills, keep } from '../fixtures.ts';
import { matchingMoves } from '../moves.ts';
import { answerAsk, answerAskBody } from './answer-ask.ts';
import { askInput, askPerson } from './ask-person.ts';
import { readAskedPerson } from './read-asks.ts';

/** What is told by those of whom something is suggested. */
export const toldText = 'Järjestin kyläjuhlat ja leivoin pullaa myyjäisiin.';

/** For tests of asking a person: who asks, who is asked, and what both see of it. */
export const askGround = async (world: World) => {
  const { run } = world;
  const [events = 0, baking = 0, driving = 0] = await apartSkills(world, 3);
  const contact = await world.aBusinessContact();
  const ask = (actor: Actor, about: { suggestionId?: string; challengeId?: string; showsWords?: boolean } = {}) =>
    run(actor, askPerson, askInput.parse({ words: 'Katsotko tämän kanssani?', ...about }));
  const answer = (actor: Actor, personAskId: string, more: Record<string, unknown> = {}, version = 1) =>
    run(actor, answerAsk, { ...answerAskBody.parse({ answer: 'Katsoin.', ...more }), personAskId, version });
  const look = (actor: Actor, personAskId: string, find = '') => run(actor, readAskedPerson, { personAskId, find });
  const movesOf = async ({ actor }: { actor: Actor }) =>
    (
      await run(actor, (work) => matchingMoves[actor.role as 'customer']?.(work) ?? Promise.resolve([]), undefined)
    ).filter(({ kind }) => kind !== 'newMatches' && kind !== 'freshMatches');
  const mailsTo = (personId: string) =>
    world.database.inCity('turku', (tx) =>
      tx.selectFrom('mail').select(['subject', 'body']).where('personId', '=', personId).execute(),
    );
  const logOf = (customerId: string) =>
    world.database.inCity('turku', (tx) =>
      tx.selectFrom('suggestionLog').selectAll().where('customerId', '=', customerId).orderBy('id').execute(),
    );

  const withAdviser = async () => {
    const adviser = await world.anAdviser({ name: 'Päivi Kallioinen' });
    const customer = await world.aCustomer({ name: 'Liisa Laine', consents: ['matching'], adviser });
    return { adviser, customer };
  };
  const aTeller = async () => {
    const made = await withAdviser();
    const { id } = await run(made.customer.actor, tellStory, { text: toldText, language: 'fi' });
    const { found } = await run(made.customer.actor, readStory, id);
    const [first] = found;
    if (!first?.suggestionId) throw new Error('nothing was suggested');
    return { ...made, storyId: id, suggestion: first, suggestionId: first.suggestionId };
  };
  const matched = async (customer: MadeCustomer, title = 'Lauantain jono') => {
    await keep(world, customer, { [events]: ['järjestin juhlat'] });
    return aChallenge(world, contact, { needs: [{ skillId: events }, { skillId: baking }], title });
  };
  return {
    events,
    baking,
    driving,
    contact,
    ask,
    answer,
    look,
    movesOf,
    mailsTo,
    logOf,
    withAdviser,
    aTeller,
    matched,
  };
};
