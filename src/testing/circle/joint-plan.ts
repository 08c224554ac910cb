import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';
import type { MarkKind } from './marks.ts';

/** A multisectoral plan: what each side tells in it, to whom the customer shows it, and the customer's signature. */
export const makeJointPlan = ({ ids, customer, adviser, socialWorker, now, today, mark, row }: Making) => {
  const { customerId, challengeId } = ids;
  const by = {
    customer: { personId: customer.personId, personName: customer.actor.name, role: 'customer' },
    employment: { personId: adviser.personId, personName: adviser.actor.name, role: 'adviser' },
    wellbeing: { personId: socialWorker.personId, personName: socialWorker.actor.name, role: 'socialWorker' },
  };
  const kind = { kind: 'multisectoral', fromOn: today, why: mark('planWhy') };
  row('plan_kind_change', { customerId, version: 1, ...kind, at: now, ...by.employment });
  const section = (owner: keyof typeof by, key: string | null, marked: MarkKind, id = newId()) => {
    const told = { title: key === null ? mark(marked) : '', text: mark(marked) };
    row('plan_section', { id, customerId, owner, key, ...told, createdAt: now, changedAt: now });
    row('plan_section_version', { sectionId: id, version: 1, at: now, ...by[owner], ...told });
    return id;
  };
  section('customer', 'life', 'ownSection');
  section('employment', 'health', 'adviserSection', ids.adviserPlanSectionId);
  section('wellbeing', 'health', 'socialSection', ids.socialPlanSectionId);
  section('employment', 'services', 'lawSection');
  section('wellbeing', 'others', 'lawSection');
  const shown = { customerId, givenAt: now };
  const onCard = { sectionId: section('customer', 'strengths', 'cardSection'), shownTo: 'business', challengeId };
  row('plan_section_shown', { id: newId(), ...shown, ...onCard });
  // One with a title of its own, and one the law asks for.
  for (const sectionId of [
    section('customer', null, 'sharedSection', ids.planSectionId),
    section('customer', 'situation', 'sharedSection'),
  ])
    for (const shownTo of ['employment', 'wellbeing'])
      row('plan_section_shown', { id: newId(), ...shown, sectionId, shownTo });
  const signed = { party: 'customer', version: 1, sha256: Buffer.alloc(32, customerId), signedAt: now };
  row('plan_signature', { id: newId(), customerId, ...signed, ...by.customer, parts: '[]' });
};
