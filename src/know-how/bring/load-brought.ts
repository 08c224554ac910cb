import { type Asked, access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';

const readBrought = (work: Work, bringId: string) =>
  work.tx
    .selectFrom('bring as b')
    .innerJoin('bringReading as r', (join) => join.onRef('r.cityId', '=', 'b.cityId').onRef('r.bringId', '=', 'b.id'))
    .select(['b.id', 'b.customerId', 'b.name', 'b.version', 'b.createdAt'])
    .select(['r.state', 'r.kind', 'r.language', 'r.wrong', 'r.page', 'r.pages', 'r.leftOut', 'r.paragraphs'])
    .where('b.cityId', '=', work.cityId)
    .where('b.id', '=', bringId)
    .executeTakeFirst();

export type BroughtRecord = NonNullable<Awaited<ReturnType<typeof readBrought>>>;

/** Loads and authorises a brought document in one call. Throws "not found" for one that is not there or not the actor's. */
export const loadBrought = async (
  work: Work,
  bringId: string,
  asked: Omit<Asked, 'section'>,
): Promise<BroughtRecord> => {
  const brought = isId(bringId) ? await readBrought(work, bringId) : undefined;
  if (!brought) {
    work.note({ ...asked, section: 'bring', customerId: null, isAllowed: false });
    throw notFound();
  }
  const { customerId } = brought;
  const isOwn = customerId === work.actor.customerId;
  access.authorise(work, { ...asked, section: 'bring', relations: isOwn ? ['own'] : [], customerId });
  return brought;
};

/** Counts a document's version on before something of it is written. Throws changedMeanwhile, with the version that stands, when it is another. */
export const nextVersion = async (
  { tx, cityId }: Work,
  { id, version, standing }: { id: string; version: number; standing: number },
): Promise<number> => {
  const changed = await tx
    .updateTable('bring')
    .set({ version: version + 1 })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!changed) throw new Problem('changedMeanwhile', { current: { id, version: standing } });
  return changed.version;
};
