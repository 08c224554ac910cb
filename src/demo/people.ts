import type { App } from '../app.ts';
import type { Actor, Role } from '../kernel/actor.ts';
import { demoIdentityCode } from '../kernel/identity-code.ts';
import type { InLanguages, Language } from '../kernel/languages.ts';
import { builtInPath } from '../kernel/login/built-in-provider.ts';
import { registerPerson } from '../kernel/register-person.ts';

export type DemoPerson = {
  key: string;
  name: string;
  cityId: string;
  language: Language;
  roles: readonly Role[];
  line: InLanguages;
  isFeatured: boolean;
  birthYear: number;
  gender?: 'female' | 'male' | 'other';
};

/** An address that can never belong to anyone (RFC 2606). */
export const demoEmail = (key: string): string => `${key}@demo.invalid`;

/** Writes made-up people where the built-in identity provider and log-in find them. Returns their person ids by key. */
export const registerDemoPeople = (app: App, people: readonly DemoPerson[]): Promise<Map<string, string>> =>
  app.database.acrossCities(async (tx) => {
    const ids = new Map<string, string>();
    const issuer = `${app.config.url}${builtInPath}`;
    const rows = people.map((person, index) => ({
      subject: person.key,
      name: person.name,
      cityId: person.cityId,
      roles: [...person.roles],
      language: person.language,
      line: JSON.stringify(person.line),
      isFeatured: person.isFeatured,
      identityCode: demoIdentityCode(person.birthYear, index, person.gender === 'male'),
      sortOrder: index,
    }));
    await tx.insertInto('demoPerson').values(rows).execute();
    for (const { subject, name, language, identityCode } of rows) {
      const identity = { issuer, subject, name, email: demoEmail(subject), language, identityCode };
      ids.set(subject, await registerPerson(tx, app.services.secrets, identity));
    }
    return ids;
  });

/** Somebody of the demo, acting: the demo's past is made through the same use cases as the present. */
export const demoActor = (
  person: { key: string; name: string; cityId: string; language: Language },
  acting: { personId: string; role: Role; customerId?: string; businessId?: string },
): Actor => ({
  personId: acting.personId,
  name: person.name,
  language: person.language,
  cityId: person.cityId,
  role: acting.role,
  sessionId: 'demo',
  requestId: 'demo',
  customerId: acting.customerId ?? null,
  businessId: acting.businessId ?? null,
});
