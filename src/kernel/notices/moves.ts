import type { MoveSource } from '../move.ts';
import { troubleOf } from './read-notices.ts';

/** That what we write does not reach them: theirs to mend, for nobody else can. */
export const reachMoves: MoveSource = {
  customer: async (work) => {
    const trouble = await troubleOf(work, work.actor.personId);
    if (trouble === null) return [];
    const kind = trouble === 'failing' ? 'reachFailing' : 'reachNoWay';
    return [{ kind, values: {}, path: '/reach-me', since: work.now, untilOn: null, who: { kind: 'tuttu' } }];
  },
};
