import { newId } from '../kernel/ids.ts';
import type { Hours } from '../kernel/tables.ts';
import type { Level } from '../know-how/index.ts';
import type { MadeContact, MadeCustomer } from '../testing/builders.ts';
import type { World } from '../testing/database.ts';
import type { Need } from './rules.ts';

/** Has a customer keep skills, each found in the words given, and told how well where a level is given. */
export const keep = (
  world: World,
  { actor, customerId }: MadeCustomer,
  skills: Record<number, string[]>,
  levels: Record<number, Level | null> = {},
) =>
  world.database.inCity(actor.cityId, (tx) =>
    tx
      .insertInto('knowHow')
      .values(
        Object.entries(skills).map(([skillId, words]) => ({
          cityId: actor.cityId,
          id: newId(),
          customerId,
          skillId: Number(skillId),
          state: 'kept' as const,
          origin: words.length > 0 ? ('story' as const) : ('added' as const),
          storyId: null,
          score: null,
          because: '[]',
          words,
          level: levels[Number(skillId)] ?? null,
          decidedAt: world.clock(),
        })),
      )
      .execute(),
  );

type Wish = {
  needs: readonly (Pick<Need, 'skillId'> & Partial<Need>)[];
  title?: string;
  hours?: Hours;
  languages?: string[];
  untilOn?: string;
  state?: 'draft' | 'published' | 'paused' | 'closed';
};

/** A challenge of a contact's business, published where nothing else is said. */
export const aChallenge = async (world: World, { actor, businessId }: MadeContact, wish: Wish): Promise<string> => {
  const { cityId } = actor;
  const needs = wish.needs.map((need) => ({ weight: 1, isMust: false, level: null, ...need }));
  const challengeId = newId();
  const { title = 'Lauantain jono', hours = 'any', languages = [], untilOn = '2026-06-01', state = 'published' } = wish;
  await world.database.inCity(cityId, async (tx) => {
    await tx
      .insertInto('challenge')
      .values({
        ...{ cityId, id: challengeId, businessId, title, hours, languages, untilOn, state },
        problem: 'Jono on lauantaisin liian pitkä.',
        language: 'fi',
        place: 'Keskusta',
        needsWeight: needs.reduce((sum, { weight }) => sum + weight, 0),
        createdAt: world.clock(),
        publishedAt: state === 'draft' ? null : world.clock(),
        deletedAt: null,
      })
      .execute();
    await tx
      .insertInto('challengeNeed')
      .values(needs.map((need) => ({ cityId, challengeId, because: '[]', ...need })))
      .execute();
  });
  return challengeId;
};

/** Ids of skills of the vocabulary that lie to nothing of each other, so that a test meets only what it means to. */
export const apartSkills = async (world: World, count: number): Promise<number[]> => {
  const { skills, relations } = await world.database.acrossCities(async (tx) => ({
    skills: await tx.selectFrom('skill').select('id').orderBy('id').execute(),
    relations: await tx.selectFrom('skillRelation').select(['skillId', 'otherId']).execute(),
  }));
  const near = new Set(relations.map(({ skillId, otherId }) => `${skillId} ${otherId}`));
  const apart: number[] = [];
  for (const { id } of skills) if (apart.every((other) => !near.has(`${id} ${other}`))) apart.push(id);
  return apart.slice(0, count);
};

/** Two skills of the vocabulary that are related, neither above the other, and neither among those a test uses otherwise. */
export const aRelatedPair = async (world: World, others: number[]): Promise<{ mine: number; needed: number }> => {
  const { skillId, otherId } = await world.database.acrossCities((tx) =>
    tx
      .selectFrom('skillRelation')
      .select(['skillId', 'otherId'])
      .where('relation', '=', 'related')
      .where('skillId', 'not in', others)
      .where('otherId', 'not in', others)
      .orderBy('skillId')
      .orderBy('otherId')
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  return { mine: skillId, needed: otherId };
};

/** A card that shares these skills under the first name. */
export const cardWith = (...skillIds: number[]) => ({
  nameShown: 'firstName' as const,
  intro: 'Pääsen viikonloppuisin.',
  skillIds,
});
