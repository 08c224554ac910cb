import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { toldByIdentityCode } from './identity-code.ts';
import type { Work } from './work.ts';

type Customer = { id: string; personId: string };

const readCode = async ({ tx, services }: Work, personId: string): Promise<string | null> => {
  const person = await tx
    .selectFrom('person')
    .select('identityCodeSealed')
    .where('id', '=', personId)
    .executeTakeFirst();
  return person?.identityCodeSealed ? services.secrets.decrypt(person.identityCodeSealed) : null;
};

/**
 * A customer's year of birth and sex serve the bias report and nothing else: they are taken from the identity code when its holder agrees to it,
 * and removed when they no longer do: at once when it is withdrawn, by `forgetGroups` when its last day is over.
 */
export const knowGroupsWhileAgreed = async (
  work: Work,
  { id, personId }: Customer,
  isAgreed: boolean,
): Promise<void> => {
  const code = isAgreed ? await readCode(work, personId) : null;
  const told = code === null ? null : toldByIdentityCode(code);
  const mine = work.tx.updateTable('customer').where('cityId', '=', work.cityId).where('id', '=', id);
  if (!isAgreed) await mine.set({ birthYear: null, gender: null }).execute();
  else if (told)
    await mine
      .set(({ fn, val }) => ({
        birthYear: fn.coalesce('birthYear', val(told.birthYear)),
        gender: fn.coalesce('gender', val(told.gender)),
      }))
      .execute();
};

/** Removes the year of birth and sex of those whose consent to the bias report has ended by its last day. `today`: YYYY-MM-DD. */
export const forgetGroups = async (tx: Tx, { cityId, today }: { cityId: string; today: string }): Promise<void> => {
  await sql`
    update customer c set birth_year = null, gender = null
    where c.city_id = ${cityId} and (c.birth_year is not null or c.gender is not null)
      and exists (select from consent ended where ended.city_id = c.city_id and ended.customer_id = c.id
        and ended.what = 'biasReport' and ended.until_on < ${today}::date)
      and not exists (select from consent agreed where agreed.city_id = c.city_id and agreed.customer_id = c.id
        and agreed.what = 'biasReport' and agreed.withdrawn_at is null
        and (agreed.until_on is null or agreed.until_on >= ${today}::date))`.execute(tx);
};
