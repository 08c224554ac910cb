import type { Role } from './actor.ts';
import type { Tx } from './database.ts';
import { isIdentityCode } from './identity-code.ts';
import { newId } from './ids.ts';
import type { Language } from './languages.ts';
import { Problem } from './problem.ts';
import type { Secrets } from './secrets.ts';

/** Who the identity provider says is logging in. */
export type Identity = {
  issuer: string;
  subject: string;
  name: string;
  email: string | null;
  language: Language;
  identityCode: string | null;
};

/**
 * Finds or makes the person behind an identity. The same identity code is the same person, whichever provider told it.
 * Runs across cities. Throws badInput when the provider gave an identity code that cannot be one.
 */
export const registerPerson = async (tx: Tx, secrets: Secrets, identity: Identity): Promise<string> => {
  const { issuer, subject, language, identityCode } = identity;
  if (identityCode !== null && !isIdentityCode(identityCode)) throw new Problem('badInput');
  const lookup = identityCode === null ? null : secrets.lookup(identityCode);
  const known = await tx
    .selectFrom('person')
    .select('id')
    .where((when) =>
      when.or([
        when.and([when('issuer', '=', issuer), when('subject', '=', subject)]),
        ...(lookup ? [when('identityCodeLookup', '=', lookup)] : []),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  await tx
    .insertInto('person')
    .values({
      id,
      issuer,
      subject,
      language,
      identityCodeLookup: lookup,
      identityCodeSealed: identityCode === null ? null : secrets.encrypt(identityCode),
    })
    .execute();
  return id;
};

/** Writes a person into a city's register with roles from a day on. Runs in that city. */
export const joinCity = async (
  tx: Tx,
  join: {
    cityId: string;
    personId: string;
    name: string;
    email: string | null;
    language: Language;
    roles: readonly Role[];
    fromOn: string;
  },
): Promise<void> => {
  const { cityId, personId, name, email, language, fromOn } = join;
  await tx
    .insertInto('personCity')
    .values({ cityId, personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('cityPerson')
    .values({ cityId, personId, name, email, language })
    .onConflict((conflict) => conflict.columns(['cityId', 'personId']).doNothing())
    .execute();
  if (join.roles.length === 0) return;
  await tx
    .insertInto('roleAssignment')
    .values(join.roles.map((role) => ({ cityId, id: newId(), personId, role, fromOn, toOn: null })))
    .execute();
};
