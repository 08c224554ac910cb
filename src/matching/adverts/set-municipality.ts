import type { Tx } from '../../kernel/database.ts';

/** Which municipality's open jobs a city shows, by Statistics Finland's number; null for none, and those it had go. */
export const setMunicipality = async (tx: Tx, cityId: string, municipality: string | null): Promise<void> => {
  const before = await tx
    .selectFrom('advertFeed')
    .select('municipality')
    .where('cityId', '=', cityId)
    .executeTakeFirst();
  if (before?.municipality === municipality) return;
  await tx.deleteFrom('jobAdvert').where('cityId', '=', cityId).execute();
  await tx.deleteFrom('advertFeed').where('cityId', '=', cityId).execute();
  if (municipality !== null)
    await tx.insertInto('advertFeed').values({ cityId, municipality, readAt: null, troubleAt: null }).execute();
};
