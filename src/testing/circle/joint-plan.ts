import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';
import type { MarkKind } from './marks.ts';

/** A multisectoral plan: what each side tells in it, to whom the customer shows it, and the customer's signature. */
export const makeJointPlan = async ({ ids, customer, adviser, socialWorker, now, today, mark, row }: Making) => {
  const { customerId, challengeId } = ids;
  const by = {
    customer: { personId: customer.personId, personName: customer.actor.name, role: 'customer' },
    employment: { personId: adviser.personId, personName: adviser.actor.name, role: 'adviser' },
    wellbeing: { personId: socialWorker.personId, personName: socialWorker.actor.name, role: 'socialWorker' },
  };
  const kind = { kind: 'multisectoral', fromOn: today, why: mark('planWhy') };
  await row('plan_kind_change', { customerId, version: 1, ...kind, at: now, ...by.employment });
  const section = async (owner: keyof typeof by, key: string | null, marked: MarkKind, id = newId()) => {
    const told = { title: key === null ? mark(marked) : '', text: mark(marked) };
    await row('plan_section', { id, customerId, owner, key, ...told, createdAt: now, changedAt: now });
    await row('plan_section_version', { sectionId: id, version: 1, at: now, ...by[owner], ...told });
    return id;
  };
  await section('customer', 'life', 'ownSection');
  await section('employment', 'health', 'adviserSection', ids.adviserPlanSectionId);
  await section('wellbeing', 'health', 'socialSection', ids.socialPlanSectionId);
  await section('employment', 'services', 'lawSection');
  await section('wellbeing', 'others', 'lawSection');
  const shown = { customerId, givenAt: now };
  const onCard = { sectionId: await section('customer', 'strengths', 'cardSection'), shownTo: 'business', challengeId };
  await row('plan_section_shown', { id: newId(), ...shown, ...onCard });
  const sectionId = await section('customer', null, 'sharedSection', ids.planSectionId);
  for (const shownTo of ['employment', 'wellbeing'])
    await row('plan_section_shown', { id: newId(), ...shown, sectionId, shownTo });
  const signed = { party: 'customer', version: 1, sha256: Buffer.alloc(32, customerId), signedAt: now };
  await row('plan_signature', { id: newId(), customerId, ...signed, ...by.customer, parts: '[]' });
};
