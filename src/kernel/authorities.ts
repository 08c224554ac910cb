import { sql } from 'kysely';
import type { ProfessionalKind } from './actor.ts';
import type { Tx } from './database.ts';
import type { InLanguages } from './languages.ts';

/** The authorities that can be party to a customer's plan: the city's employment authority, the wellbeing services county, Kela. */
export const authorityKinds = ['employment', 'wellbeing', 'kela'] as const;
export type AuthorityKind = (typeof authorityKinds)[number];

/** Each professional acts for one authority; what one writes is another's to read only by law or by the customer's consent. */
export const authorityOf = { adviser: 'employment', socialWorker: 'wellbeing' } as const satisfies Record<
  ProfessionalKind,
  AuthorityKind
>;

export type Authority = { kind: AuthorityKind; name: InLanguages; version: number };

/** Until somebody who knows says what they are called. */
const firstNames = (city: InLanguages): Record<AuthorityKind, InLanguages> => ({
  employment: {
    fi: `Työllisyyspalvelut, ${city.fi}`,
    sv: `Sysselsättningstjänsterna, ${city.sv}`,
    en: `Employment services, ${city.en}`,
  },
  wellbeing: { fi: 'Hyvinvointialue', sv: 'Välfärdsområdet', en: 'Wellbeing services county' },
  kela: { fi: 'Kela', sv: 'FPA', en: 'Kela' },
});

/** Gives a new city its authorities. Runs outside any city, in the transaction that makes it. */
export const addAuthorities = async (
  tx: Tx,
  { id: cityId, name }: { id: string; name: InLanguages },
): Promise<void> => {
  await sql`select set_config('app.city', ${cityId}, true)`.execute(tx);
  const names = firstNames(name);
  await tx
    .insertInto('authority')
    .values(authorityKinds.map((kind) => ({ cityId, kind, name: JSON.stringify(names[kind]) })))
    .execute();
  await sql`select set_config('app.city', '', true)`.execute(tx);
};

/** The city's authorities, in the order of `authorityKinds`. No personal data. */
export const readAuthorities = async ({ tx, cityId }: { tx: Tx; cityId: string }): Promise<Authority[]> => {
  const rows = await tx
    .selectFrom('authority')
    .select(['kind', 'name', 'version'])
    .where('cityId', '=', cityId)
    .execute();
  return authorityKinds.flatMap((kind) => rows.find((row) => row.kind === kind) ?? []);
};
