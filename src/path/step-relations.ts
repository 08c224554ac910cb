import type { Relation } from '../kernel/access/policy.ts';
import { professionalKinds, type Role } from '../kernel/actor.ts';
import type { ProfessionalRole } from './tables.ts';

type Told = {
  withRole: ProfessionalRole;
  /** The customer keeps it to themselves. */
  onlyMine: boolean;
  /** The customer shows it to the other professional too. */
  isShown: boolean;
};

/**
 * How an actor lies to a step of a customer they are, or look after (`relations` of access.customer): 'wrote' where it is agreed on with their side,
 * 'shared' where the customer shows it to them.
 */
export const stepRelations = (role: Role, relations: readonly Relation[], step: Told): Relation[] => {
  if (!professionalKinds.some((kind) => kind === role) || !relations.includes('caseload') || step.onlyMine) return [];
  if (role === step.withRole) return ['wrote'];
  return step.isShown ? ['shared'] : [];
};
