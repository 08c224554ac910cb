import type { Language } from './languages.ts';

export const roles = [
  'customer',
  'adviser',
  'socialWorker',
  'businessContact',
  'businessAdviser',
  'coordinator',
  'facilitator',
  'serviceDesigner',
  'manager',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** As what a professional can look after a customer: each of another authority, with a caseload of their own. */
export const professionalKinds = ['adviser', 'socialWorker'] as const satisfies readonly Role[];
export type ProfessionalKind = (typeof professionalKinds)[number];

/**
 * Somebody acting in one city in one role, for the length of a request. Rights come from the role acted in, never from the sum of all
 * the roles a person holds, so that the use log can say in which capacity something was seen.
 */
export type Actor = {
  personId: string;
  name: string;
  language: Language;
  cityId: string;
  role: Role;
  sessionId: string;
  requestId: string;
  /** The customer this person is in this city, when acting as one. */
  customerId: string | null;
  /** The business acted for, when acting as a business contact. */
  businessId: string | null;
  /**
   * An official who does this for the customer, who is on the telephone or at the desk: the actor's `personId` and `name` are the official's
   * (`acting/act-for.ts`), `personId` here is the customer's.
   */
  onBehalf?: { role: Role; personId: string };
};

/** Whose own matters the actor sees to: their own, or those of the customer they do it for. */
export const personOf = ({ personId, onBehalf }: Pick<Actor, 'personId' | 'onBehalf'>): string =>
  onBehalf?.personId ?? personId;

/**
 * Somebody without an account who opens a link they were given. All their rights come from the link's secret; the use log knows them by the
 * name they were asked by.
 */
export type Guest = {
  personId: null;
  name: string;
  language: Language;
  cityId: string;
  role: 'guest';
  requestId: string;
};

/**
 * Whoever runs the operator's commands, at the machine itself: no account, no session. Reads only what the policy names, and the use log says
 * which command it was.
 */
export type Operator = {
  personId: null;
  /** The command, such as "tuttu report bias". */
  name: string;
  cityId: string;
  role: 'operator';
  requestId: string;
};

/**
 * A model outside Tuttu that the operator has plugged in, asked about what a customer told while they agree to it. No account, no session; the
 * use log knows it by the name the operator gave it.
 */
export type Machine = {
  personId: null;
  name: string;
  cityId: string;
  role: 'outsideModel';
  requestId: string;
};
