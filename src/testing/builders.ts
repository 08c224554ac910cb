import { sql } from 'kysely';
import type { Actor, Role } from '../kernel/actor.ts';
import { type Clock, dayIn } from '../kernel/clock.ts';
import type { ConsentKind } from '../kernel/consent.ts';
import type { Database } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';
import type { Language } from '../kernel/languages.ts';
import { joinCity, registerPerson } from '../kernel/register-person.ts';
import type { Secrets } from '../kernel/secrets.ts';
import { startSession } from '../kernel/session.ts';
import type { Hours } from '../kernel/tables.ts';
import { turku } from './cities.ts';

type Who = {
  /** Turku where nothing is said. */
  city?: string;
  name?: string;
  email?: string;
  language?: Language;
  /** Somebody already made in another role or city, to be the same person. */
  personId?: string;
};

export type Made = { actor: Actor; personId: string };
export type MadeCustomer = Made & { customerId: string };
export type MadeContact = Made & { businessId: string };

type CustomerWish = Who & {
  consents?: readonly ConsentKind[];
  area?: string;
  workHours?: Hours | null;
  spokenLanguages?: readonly string[];
  /** Whose caseload they are in. */
  adviser?: Made;
};

/** Makes people and what they need to act. Says only what matters: `aCustomer({ consents: ['matching'] })`. */
export const builders = ({ database, secrets, clock }: { database: Database; secrets: Secrets; clock: Clock }) => {
  let count = 0;
  const today = () => dayIn('Europe/Helsinki', clock());

  const aPerson = async (role: Role, who: Who): Promise<Made> => {
    count += 1;
    const { city: cityId = turku, name = `${role} ${count}`, language = 'fi' } = who;
    const email = who.email ?? `${role.toLowerCase()}${count}@example.invalid`;
    const identity = { issuer: 'https://test.invalid', subject: newId(), name, email, language, identityCode: null };
    const personId = who.personId ?? (await database.acrossCities((tx) => registerPerson(tx, secrets, identity)));
    await database.inCity(cityId, (tx) =>
      joinCity(tx, { cityId, personId, name, email, language, roles: [role], fromOn: '2026-01-01' }),
    );
    const rest = { sessionId: newId(), requestId: `test${count}`, customerId: null, businessId: null };
    return { personId, actor: { personId, name, language, cityId, role, ...rest } };
  };

  const consent = (to: { cityId: string; customerId: string; what: ConsentKind; untilOn?: string | null }) =>
    database.inCity(to.cityId, (tx) =>
      tx
        .insertInto('consent')
        .values({ untilOn: null, ...to, id: newId(), givenAt: clock(), withdrawnAt: null })
        .execute(),
    );

  /** Into an adviser's caseload, or a social worker's: as what they act. */
  const putInCaseload = (adviser: Made, customer: MadeCustomer) => {
    const { cityId } = customer.actor;
    const row = { cityId, id: newId(), adviserId: adviser.personId, customerId: customer.customerId };
    return database.inCity(cityId, (tx) =>
      tx
        .insertInto('caseload')
        .values({
          ...row,
          kind: adviser.actor.role === 'socialWorker' ? 'socialWorker' : 'adviser',
          fromOn: today(),
          toOn: null,
        })
        .execute(),
    );
  };

  const aCustomer = async (wish: CustomerWish = {}): Promise<MadeCustomer> => {
    const { actor, personId } = await aPerson('customer', wish);
    const { cityId } = actor;
    const customerId = newId();
    await database.inCity(cityId, (tx) =>
      tx
        .insertInto('customer')
        .values({
          cityId,
          id: customerId,
          personId,
          birthYear: null,
          gender: null,
          createdAt: clock(),
          deletedAt: null,
          area: wish.area ?? '',
          workHours: wish.workHours ?? null,
          spokenLanguages: [...(wish.spokenLanguages ?? [])],
        })
        .execute(),
    );
    for (const what of wish.consents ?? []) await consent({ cityId, customerId, what });
    const customer = { personId, customerId, actor: { ...actor, customerId } };
    if (wish.adviser) await putInCaseload(wish.adviser, customer);
    return customer;
  };

  const aStaffActor = (role: Exclude<Role, 'customer' | 'businessContact'>, who: Who = {}) => aPerson(role, who);

  const anAdviser = async (who: Who & { caseload?: readonly MadeCustomer[] } = {}): Promise<Made> => {
    const adviser = await aPerson('adviser', who);
    for (const customer of who.caseload ?? []) await putInCaseload(adviser, customer);
    return adviser;
  };

  const aSocialWorker = async (who: Who & { caseload?: readonly MadeCustomer[] } = {}): Promise<Made> => {
    const worker = await aPerson('socialWorker', who);
    for (const customer of who.caseload ?? []) await putInCaseload(worker, customer);
    return worker;
  };

  const aBusiness = async ({ city = turku, name = 'Leipomo Oy', area = '' } = {}): Promise<string> => {
    count += 1;
    const id = newId();
    const code = `${String(count).padStart(7, '0')}-0`;
    await database.inCity(city, (tx) =>
      sql`insert into business (city_id, id, name, business_code, area, created_at)
          values (${city}, ${id}, ${name}, ${code}, ${area}, ${clock()})`.execute(tx),
    );
    return id;
  };

  const aBusinessContact = async (
    who: Who & { businessId?: string; businessName?: string } = {},
  ): Promise<MadeContact> => {
    const { actor, personId } = await aPerson('businessContact', who);
    const { cityId } = actor;
    const businessId = who.businessId ?? (await aBusiness({ city: cityId, name: who.businessName ?? 'Leipomo Oy' }));
    await database.inCity(cityId, (tx) =>
      sql`insert into business_contact (city_id, business_id, person_id, from_on)
          values (${cityId}, ${businessId}, ${personId}, '2026-01-01')`.execute(tx),
    );
    return { personId, businessId, actor: { ...actor, businessId } };
  };

  /** An access token for requests to a server on this database. */
  const aToken = ({ actor }: Made): Promise<string> =>
    database.acrossCities((tx) => {
      const { personId, cityId, role, businessId } = actor;
      return startSession(tx, { personId, capacity: { cityId, role, businessId }, kind: 'token', now: clock() });
    });

  return {
    aPerson,
    aCustomer,
    anAdviser,
    aSocialWorker,
    aStaffActor,
    aBusiness,
    aBusinessContact,
    consent,
    putInCaseload,
    aToken,
    sealed: (bytes: Buffer): Buffer => secrets.encryptBytes(bytes),
  };
};
