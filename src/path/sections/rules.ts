import type { Relation } from '../../kernel/access/policy.ts';
import type { Role } from '../../kernel/actor.ts';
import { authorityOfRole } from '../kinds/load-frame.ts';
import type { Party, SectionKey } from '../kinds/tables.ts';
import type { SectionOwner, SectionViewer } from './tables.ts';

type Told = { owner: SectionOwner; key: SectionKey | null; text: string };
type Shown = { shownTo: readonly SectionViewer[] };
type Law = { parties: readonly Party[]; crosses: readonly SectionKey[] };

/** The side a role writes sections for; null for one that writes none. */
export const ownerOfRole = (role: Role): SectionOwner | null => {
  if (role === 'customer') return 'customer';
  const authority = authorityOfRole(role);
  return authority === 'employment' || authority === 'wellbeing' ? authority : null;
};

/** Why somebody of an authority sees a section of another side; null where they do not. Each is said in the use log. */
export type Crossing = 'consent' | 'law';

/**
 * Whether a section crosses to an authority that did not write it: by the customer's consent, or, of a professional's own words, by the law of a
 * plan both authorities are party to, for what that law names. The customer's words cross by their consent only. What is emptied crosses nowhere.
 */
export const crossingTo = (
  viewer: SectionViewer,
  { owner, key, text, shownTo }: Told & Shown,
  { parties, crosses }: Law,
): Crossing | null => {
  if (owner === viewer || text === '') return null;
  if (shownTo.includes(viewer)) return 'consent';
  if (owner === 'customer' || key === null) return null;
  return parties.includes(owner) && parties.includes(viewer) && crosses.includes(key) ? 'law' : null;
};

/** How an actor lies to a section of a customer they are, or look after (`relations` of access.customer). */
export const sectionRelations = (
  role: Role,
  relations: readonly Relation[],
  section: Told & Shown,
  law: Law,
): Relation[] => {
  const side = ownerOfRole(role);
  if (side === null || !(relations.includes('own') || relations.includes('caseload'))) return [];
  if (side === section.owner) return ['wrote'];
  return side !== 'customer' && crossingTo(side, section, law) !== null ? ['shared'] : [];
};

/** Whether all sides that write in a plan see a section, so that it is a part of what they sign. */
export const isCommon = (section: Told & Shown, law: Law): boolean =>
  section.text !== '' &&
  (['employment', 'wellbeing'] as const)
    .filter((viewer) => law.parties.includes(viewer))
    .every((viewer) => section.owner === viewer || crossingTo(viewer, section, law) !== null);
