import type { Making } from './making.ts';

/** A workshop the customer told they have been in, from which the stage of their path follows. */
export const makeStages = async ({ ids, customer, now, mark, row }: Making) => {
  const { customerId, pathFactId } = ids;
  await row('path_fact', {
    ...{ id: pathFactId, customerId, kind: 'in', stage: 'workshop', fromOn: '2026-01-19', source: 'told' },
    ...{ words: mark('pathFact'), byId: customer.personId, byName: customer.actor.name, byRole: 'customer', at: now },
  });
};
