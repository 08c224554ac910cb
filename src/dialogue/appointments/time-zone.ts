import type { Tx } from '../../kernel/database.ts';

/** The zone whose clocks a city's people read. */
export const timeZoneOf = async ({ tx, cityId }: { tx: Tx; cityId: string }): Promise<string> => {
  const city = await tx.selectFrom('city').select('timeZone').where('id', '=', cityId).executeTakeFirstOrThrow();
  return city.timeZone;
};
