import { sql } from 'kysely';
import { type Asked, access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import type { PartDay } from './portable.ts';
import type { Contents } from './tables.ts';

/** An experience as it stands. `did`: what they did, in their own words; '' when not told. */
export type ExperienceRecord = Contents['experience'] & {
  id: string;
  customerId: string;
  storyId: string | null;
  version: number;
};

const day = (on: string | null, about: boolean): PartDay | null => (on === null ? null : { on, about });

/** An experience told by its name alone has the name as its text (`toldOf`), and nothing of what was done. */
const told = sql<string>`case when e.kind in ('work', 'study') and s.text = e.title then '' else coalesce(s.text, '') end`;

const rows = ({ tx, cityId }: Pick<Work, 'tx' | 'cityId'>) =>
  tx
    .selectFrom('experience as e')
    .leftJoin('story as s', (join) => join.onRef('s.cityId', '=', 'e.cityId').onRef('s.id', '=', 'e.storyId'))
    .select(['e.id', 'e.customerId', 'e.kind', 'e.title', 'e.place', 'e.fromOn', 'e.fromAbout', 'e.toOn', 'e.toAbout'])
    .select(['e.isOngoing', 'e.language', 'e.storyId', 'e.version', told.as('did')])
    .select([
      sql<boolean>`e.hidden_at is not null`.as('isHidden'),
      sql<boolean>`e.removed_at is not null`.as('isRemoved'),
    ])
    .where('e.cityId', '=', cityId);

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

const recordOf = ({ fromOn, fromAbout, toOn, toAbout, ...row }: Row): ExperienceRecord => ({
  ...row,
  from: day(fromOn, fromAbout),
  to: day(toOn, toAbout),
});

/** Every experience of a customer, also hidden and removed ones, for callers who have authorised. */
export const experiencesOf = async (
  place: Pick<Work, 'tx' | 'cityId'>,
  customerId: string,
): Promise<ExperienceRecord[]> =>
  (await rows(place).where('e.customerId', '=', customerId).orderBy('e.id').execute()).map(recordOf);

/** Some experiences, also hidden and removed ones, for callers who have authorised. */
export const experiencesById = async (
  place: Pick<Work, 'tx' | 'cityId'>,
  ids: readonly string[],
): Promise<ExperienceRecord[]> =>
  ids.length === 0
    ? []
    : (
        await rows(place)
          .where('e.id', 'in', [...ids])
          .execute()
      ).map(recordOf);

/** Loads and authorises an experience of the actor's own in one call. Throws "not found" for one that is not there or not theirs. */
export const loadExperience = async (
  work: Work,
  experienceId: string,
  asked: Omit<Asked, 'section'>,
): Promise<ExperienceRecord> => {
  const found = isId(experienceId) ? await rows(work).where('e.id', '=', experienceId).executeTakeFirst() : undefined;
  if (!found) {
    work.note({ ...asked, section: 'profile', customerId: null, isAllowed: false });
    throw notFound();
  }
  const relations = found.customerId === work.actor.customerId ? (['own'] as const) : [];
  access.authorise(work, { ...asked, section: 'profile', relations, customerId: found.customerId });
  return recordOf(found);
};
