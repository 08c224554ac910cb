import type { Generated, JSONColumnType } from 'kysely';
import type { ProfessionalKind } from './actor.ts';
import type { AuthorityKind } from './authorities.ts';
import type { InLanguages, Language } from './languages.ts';

/**
 * The tables as queries see them, in camelCase. Each domain adds its own by declaring this interface again beside its queries.
 * Days are YYYY-MM-DD strings; instants are Dates.
 */
export interface Tables {
  city: {
    id: string;
    name: JSONColumnType<InLanguages>;
    actionColor: string;
    edgeColor: string;
    languages: Language[];
    timeZone: string;
    feedbackEmail: string | null;
    feedbackPhone: string | null;
    feedbackPage: string | null;
    createdAt: Generated<Date>;
  };
  deployment: { onlyRow: Generated<boolean>; isDemo: boolean; createdAt: Generated<Date> };
  person: {
    id: string;
    issuer: string;
    subject: string;
    language: Language;
    identityCodeSealed: Buffer | null;
    identityCodeLookup: Buffer | null;
    createdAt: Generated<Date>;
  };
  personCity: { personId: string; cityId: string };
  session: {
    id: string;
    tokenHash: Buffer;
    kind: 'browser' | 'token';
    personId: string;
    cityId: string | null;
    role: string | null;
    businessId: string | null;
    createdAt: Date;
    seenAt: Date;
    expiresAt: Date;
    endedAt: Date | null;
  };
  demoPerson: {
    subject: string;
    name: string;
    cityId: string;
    roles: string[];
    language: Language;
    line: JSONColumnType<InLanguages>;
    isFeatured: boolean;
    identityCode: string;
    sortOrder: number;
  };
  demoDay: { cityId: string; day: string };
  cityPerson: {
    cityId: string;
    personId: string;
    name: string;
    email: string | null;
    language: Language;
    version: Generated<number>;
  };
  roleAssignment: {
    cityId: string;
    id: string;
    personId: string;
    role: string;
    fromOn: string;
    toOn: string | null;
  };
  customer: {
    cityId: string;
    id: string;
    personId: string;
    area: Generated<string>;
    birthYear: number | null;
    gender: 'female' | 'male' | 'other' | null;
    /** Null when they have not told. */
    workHours: Hours | null;
    spokenLanguages: Generated<string[]>;
    cardIntro: Generated<string>;
    wantsNotices: Generated<boolean>;
    version: Generated<number>;
    createdAt: Date;
    deletedAt: Date | null;
  };
  caseload: {
    cityId: string;
    id: string;
    /** Who looks after them, as an adviser or a social worker. */
    adviserId: string;
    customerId: string;
    kind: Generated<ProfessionalKind>;
    fromOn: string;
    toOn: string | null;
    /** Who stands in for them, from a day to a day, both included. */
    standInId: Generated<string | null>;
    standInFrom: Generated<string | null>;
    standInUntil: Generated<string | null>;
  };
  authority: {
    cityId: string;
    kind: AuthorityKind;
    name: JSONColumnType<InLanguages>;
    version: Generated<number>;
  };
  consent: {
    cityId: string;
    id: string;
    customerId: string;
    what: string;
    givenAt: Date;
    untilOn: string | null;
    withdrawnAt: Date | null;
  };
  restriction: {
    cityId: string;
    id: string;
    customerId: string;
    word: Generated<string>;
    madeAt: Date;
    endedAt: Date | null;
  };
  protection: {
    cityId: string;
    id: string;
    customerId: string;
    kind: 'nonDisclosure' | 'secretIdentity';
    ground: string;
    untilOn: string | null;
    setAt: Date;
    setBy: string;
    setName: string;
    endedAt: Date | null;
    endedName: Generated<string>;
  };
  protectionReader: { cityId: string; protectionId: string; personId: string };
  objection: {
    cityId: string;
    id: string;
    customerId: string;
    what: 'matching';
    word: Generated<string>;
    madeAt: Date;
    takenBackAt: Date | null;
  };
  useLog: {
    cityId: string;
    id: string;
    at: Generated<Date>;
    personId: string | null;
    personName: string;
    role: string;
    customerId: string | null;
    section: string;
    action: string;
    why: string;
    isAllowed: boolean;
    requestId: string;
  };
  useLogCut: { cityId: string; seq: number; hash: Buffer; at: Generated<Date> };
  useLogSeal: { cityId: string; seq: number; logId: string; hash: Buffer };
  term: {
    name: string;
    fromOn: string;
    value: number;
    source: string;
    least: Generated<number>;
    most: Generated<number>;
    bound: Generated<string>;
  };
  cityTerm: { cityId: string; name: string; fromOn: string; value: number; source: string };
  mail: {
    cityId: string;
    id: string;
    eventId: string;
    /** Null for somebody without an account. */
    personId: string | null;
    toName: string | null;
    /** The secret of the link in the letter, encrypted, until it is sent. */
    secretSealed: Buffer | null;
    toAddress: string;
    language: Language;
    subject: string;
    body: string;
    createdAt: Date;
    sentAt: Date | null;
  };
  handledEvent: { cityId: string; eventId: string; handledAt: Generated<Date> };
  postedOnce: {
    cityId: string;
    personId: string;
    key: string;
    route: string;
    bodyHash: Buffer;
    answer: Buffer | null;
    createdAt: Generated<Date>;
  };
}

/** When work can be done; 'any' fits everything. */
export const hours = ['any', 'days', 'evenings', 'weekends'] as const;
export type Hours = (typeof hours)[number];
