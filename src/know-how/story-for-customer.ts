import { sql } from 'kysely';
import { z } from 'zod';
import { actFor, actingInput, lookFor } from '../kernel/acting/act-for.ts';
import { hasConsent } from '../kernel/consent.ts';
import { isId } from '../kernel/ids.ts';
import type { Language } from '../kernel/languages.ts';
import { mostInteger } from '../kernel/numbers.ts';
import { notFound, Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { keepSomeInput, keepSomeOfStory } from './decide-know-how.ts';
import { type FoundInStory, readStory } from './read-story.ts';
import { tellStory, tellStoryInput } from './tell-story.ts';

export const storyForCustomerBody = tellStoryInput.extend(actingInput.shape);
export const storyForCustomerInput = storyForCustomerBody.extend({ customerId: z.string() });

/** Whose story would be written down, and whether they let their adviser see their know-how at all. Throws notFound for another's customer. */
export const readWhoTells = async (
  work: Work,
  { customerId }: { customerId: string },
): Promise<{ customer: { id: string; name: string }; isShared: boolean }> => {
  const look = (asCustomer: Work, id: string) => hasConsent(asCustomer, id, 'adviserKnowHow');
  const { customer, shown } = await lookFor(work, { customerId, look, input: customerId });
  return { customer, isShared: shown };
};

const pathOf = (storyId: string): string => `/know-how/stories/${storyId}`;

/**
 * Writes down what a customer tells of what they can do, in their own words; skills found in it are suggested to them. Throws notNow while they do not show their adviser their know-how
 * (consent `adviserKnowHow`), and what acting for a customer throws.
 */
export const tellStoryForCustomer = async (
  work: Work,
  { customerId, way, reason, ...input }: z.output<typeof storyForCustomerInput>,
): Promise<{ id: string; version: number; suggestions: number }> => {
  const { isShared } = await readWhoTells(work, { customerId });
  if (!isShared) throw new Problem('notNow');
  return actFor(work, {
    ...{ customerId, way, reason, what: 'story', act: tellStory, input },
    path: ({ id }) => pathOf(id),
  });
};

/** A story the actor wrote down for its customer today. */
const findTold = async ({ tx, cityId, actor, today }: Work, toldStoryId: string): Promise<string | undefined> => {
  if (!isId(toldStoryId)) return undefined;
  const { rows } = await sql<{ customerId: string }>`
    select a.customer_id from acted_for a
    join city on city.id = a.city_id
    join story s on s.city_id = a.city_id and s.id = ${toldStoryId} and s.customer_id = a.customer_id
    where a.city_id = ${cityId} and a.what = 'story' and a.path = ${pathOf(toldStoryId)} and a.official_id = ${actor.personId}
      and (a.at at time zone city.time_zone)::date = ${today}::date limit 1`.execute(tx);
  return rows[0]?.customerId;
};

export type ToldStory = {
  customer: { id: string; name: string };
  id: string;
  text: string;
  language: Language;
  version: number;
  /** What was found in it and waits to be kept, the surest first. */
  waits: Pick<FoundInStory, 'id' | 'label' | 'apart' | 'words'>[];
  kept: Pick<FoundInStory, 'id' | 'label'>[];
};

/**
 * A story its customer told and the actor wrote down today, with what was found in it, to be looked at together. Tomorrow it is the customer's alone. Throws notFound for any other, and once the
 * customer shows their know-how no more.
 */
export const readToldStory = async (work: Work, { toldStoryId }: { toldStoryId: string }): Promise<ToldStory> => {
  const customerId = await findTold(work, toldStoryId);
  const asked = { section: 'actedFor', action: 'read', why: 'did for a customer' } as const;
  if (customerId === undefined || !(await hasConsent(work, customerId, 'adviserKnowHow'))) {
    work.note({ ...asked, customerId: customerId ?? null, isAllowed: false });
    throw notFound();
  }
  const { customer, shown } = await lookFor(work, { customerId, look: readStory, input: toldStoryId });
  const { id, text, language, version, found } = shown;
  const inState = (state: FoundInStory['state']) => found.filter((one) => one.state === state);
  return {
    ...{ customer, id, text, language, version },
    waits: inState('suggested').map(({ id: knowHowId, label, apart, words }) => ({
      id: knowHowId,
      label,
      apart,
      words,
    })),
    kept: inState('kept').map(({ id: knowHowId, label }) => ({ id: knowHowId, label })),
  };
};

export const keepForCustomerBody = keepSomeInput.extend(actingInput.shape);
export const keepForCustomerInput = keepForCustomerBody.extend({
  toldStoryId: z.string(),
  version: z.number().int().max(mostInteger),
});

/** Keeps for a customer what they say is right of what was found in such a story; the rest waits for them. Throws what reading it, keeping and acting for a customer throw. */
export const keepForCustomer = async (
  work: Work,
  { toldStoryId, version, keep, way, reason }: z.output<typeof keepForCustomerInput>,
): Promise<{ kept: number }> => {
  const { customer } = await readToldStory(work, { toldStoryId });
  const acted = { customerId: customer.id, way, reason, what: 'suggestions', path: pathOf(toldStoryId) } as const;
  return actFor(work, { ...acted, act: keepSomeOfStory, input: { storyId: toldStoryId, version, keep } });
};
