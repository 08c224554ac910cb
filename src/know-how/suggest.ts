import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { Work } from '../kernel/work.ts';
import { logSkills, whereOf } from './answerable/log-suggestions.ts';
import { wantAsking } from './outside-model/want-asking.ts';
import type { RecognisedSkill } from './recognise-skills.ts';
import { wordsAt } from './rules.ts';

type Suggested = { customerId: string; storyId: string; text: string; found: readonly RecognisedSkill[] };

const writeFound = async (work: Work, { customerId, storyId, text, found }: Suggested): Promise<number> => {
  if (found.length === 0) return 0;
  const rows = found.map(({ skillId, score, because }) => ({
    cityId: work.cityId,
    id: newId(),
    customerId,
    skillId,
    state: 'suggested' as const,
    origin: 'story' as const,
    storyId,
    score,
    because: JSON.stringify(because),
    words: wordsAt(text, because),
    decidedAt: null,
  }));
  const written = await work.tx
    .insertInto('knowHow')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['cityId', 'customerId', 'skillId'])
        .doUpdateSet((row) => ({
          storyId,
          score: row.ref('excluded.score'),
          outsideScore: null,
          because: row.ref('excluded.because'),
          words: row.ref('excluded.words'),
          version: sql<number>`know_how.version + 1`,
        }))
        .where('knowHow.state', '=', 'suggested'),
    )
    .returning('skillId')
    .execute();
  const suggested = new Set(written.map(({ skillId }) => skillId));
  const logged = found.filter(({ skillId }) => suggested.has(skillId));
  await logSkills(whereOf(work), { customerId, sourceId: storyId, text, found: logged });
  return written.length;
};

/**
 * Writes what was found in a story as suggestions. What the customer has kept or dropped before stays as it is; what waits from an earlier
 * story now points at this one. Where the customer agrees, the outside model is asked about them. Returns how many suggestions were written.
 */
export const writeSuggestions = async (
  work: Work,
  { customerId, storyId, text, found }: Suggested,
): Promise<number> => {
  const suggestions = await writeFound(work, { customerId, storyId, text, found });
  await wantAsking(work, { customerId, storyId, suggestions });
  return suggestions;
};
