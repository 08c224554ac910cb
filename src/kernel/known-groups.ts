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
 * and removed when they no longer do.
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
