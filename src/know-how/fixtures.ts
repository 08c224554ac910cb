import type { Actor } from '../kernel/actor.ts';
import type { World } from '../testing/database.ts';
import { decideKnowHow } from './decide-know-how.ts';
import { readMyKnowHow } from './queries.ts';

/** Leaves out a kept skill by the name it has in the customer's language. */
export const dropByLabel = async (world: World, actor: Actor, label: string): Promise<void> => {
  const { kept } = await world.run(actor, (work) => readMyKnowHow(work), undefined);
  const found = kept.find((one) => one.label === label);
  if (!found) throw new Error(`"${label}" is not kept`);
  await world.run(actor, decideKnowHow, { knowHowId: found.id, version: found.version, decision: 'drop' });
};
