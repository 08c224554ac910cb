import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Work } from '../../kernel/work.ts';
import type { Standing } from './choose-questions.ts';
import { activityOfKey, isOpening } from './rules.ts';
import type { AskedOutcome } from './tables.ts';

type Outcome = { key: string; outcome: AskedOutcome };

/** Remembers what was answered or passed over, for callers who have authorised. What was passed over once may still be answered. */
export const remember = async (
  work: Work,
  { customerId, storyId, outcomes }: { customerId: string; storyId: string | null; outcomes: readonly Outcome[] },
): Promise<void> => {
  if (outcomes.length === 0) return;
  const { cityId, now: at } = work;
  await work.tx
    .insertInto('askedQuestion')
    .values(outcomes.map((one) => ({ cityId, id: newId(), customerId, storyId, at, ...one })))
    .onConflict((conflict) =>
      conflict
        .columns(['cityId', 'customerId', 'storyId', 'key'])
        .doUpdateSet((row) => ({ outcome: row.ref('excluded.outcome'), at: row.ref('excluded.at') }))
        .where('askedQuestion.outcome', '=', 'passed'),
    )
    .execute();
};

export type Passed = {
  /** Keys answered or passed over: of this story, activities of any story, and openings. */
  keys: ReadonlySet<string>;
  /** Nothing has been asked of this story yet. */
  isFirst: boolean;
};

/** What is not asked again, for callers who have authorised: an activity once and for all, the rest once for each story. */
export const passedOf = async (work: Work, customerId: string, storyId: string | null): Promise<Passed> => {
  const rows = await work.tx
    .selectFrom('askedQuestion')
    .select(['key', 'storyId'])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .execute();
  const counts = (row: (typeof rows)[number]) =>
    row.storyId === storyId || activityOfKey(row.key) !== null || isOpening(row.key);
  return {
    keys: new Set(rows.filter(counts).map(({ key }) => key)),
    isFirst: !rows.some((row) => row.storyId === storyId),
  };
};

/** How a customer stands to every skill they have met, by URI, for callers who have authorised. */
export const standingOf = async (work: Work, customerId: string): Promise<Standing> => {
  const rows = await work.tx
    .selectFrom('knowHow as k')
    .innerJoin('skill as s', 's.id', 'k.skillId')
    .select([
      's.uri',
      sql<'suggested' | 'decided'>`case k.state when 'suggested' then 'suggested' else 'decided' end`.as('standing'),
    ])
    .where('k.cityId', '=', work.cityId)
    .where('k.customerId', '=', customerId)
    .execute();
  return new Map(rows.map(({ uri, standing }) => [uri, standing]));
};
