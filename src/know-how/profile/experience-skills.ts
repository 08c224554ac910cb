import { sql } from 'kysely';
import type { Work } from '../../kernel/work.ts';
import type { RecognisedSkill } from '../recognise-skills.ts';
import { wordsAt } from '../rules.ts';

/** Ties skills to an experience, each with its words. What the customer said does not belong here stays away, unless they tie it themselves. */
export const tieSkills = async (
  work: Work,
  experienceId: string,
  skills: readonly { skillId: number; words: string[] }[],
  { isByHand = false }: { isByHand?: boolean } = {},
): Promise<void> => {
  if (skills.length === 0) return;
  await work.tx
    .insertInto('experienceSkill')
    .values(skills.map((skill) => ({ cityId: work.cityId, experienceId, ...skill })))
    .onConflict((conflict) =>
      conflict
        .columns(['cityId', 'experienceId', 'skillId'])
        .doUpdateSet((row) => (isByHand ? { isLeftOut: false } : { words: row.ref('excluded.words') })),
    )
    .execute();
};

/** Ties what was found in an experience's text now, and lets go of what only an earlier text told of. */
export const tieFound = async (
  work: Work,
  experienceId: string,
  { text, found }: { text: string; found: readonly RecognisedSkill[] },
): Promise<void> => {
  const skills = found.map(({ skillId, because }) => ({ skillId, words: wordsAt(text, because) }));
  await work.tx
    .deleteFrom('experienceSkill')
    .where('cityId', '=', work.cityId)
    .where('experienceId', '=', experienceId)
    .where('isLeftOut', '=', false)
    .where(sql<boolean>`words <> '{}'`)
    .$if(skills.length > 0, (query) =>
      query.where(
        'skillId',
        'not in',
        skills.map(({ skillId }) => skillId),
      ),
    )
    .execute();
  await tieSkills(work, experienceId, skills);
};
