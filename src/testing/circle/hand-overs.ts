import { addDays } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';

/** The adviser has asked another to take the customer, one before was declined; and is asked to take somebody else's. */
export const makeHandOvers = ({ ids, adviser, away, handedId, now, today, mark, row }: Making) => {
  const asked = {
    ...{ customerId: ids.customerId, fromId: adviser.personId, fromName: adviser.actor.name, fromRole: 'adviser' },
    ...{ toId: away.personId, toName: away.actor.name, toRole: 'adviser', dueOn: addDays(today, 7) },
  };
  row('hand_over', { id: ids.handOverId, ...asked, why: mark('passOnWhy'), begunAt: now });
  const toAdviser = {
    ...{ customerId: handedId, fromId: away.personId, fromName: away.actor.name, fromRole: 'adviser' },
    ...{ toId: adviser.personId, toName: adviser.actor.name, toRole: 'adviser', dueOn: addDays(today, 7) },
  };
  row('hand_over', { id: ids.askedHandOverId, ...toAdviser, why: mark('passOnWhy'), begunAt: now });
  const begunAt = new Date(now.getTime() - 3 * 24 * 3_600_000);
  const said = { why: mark('passOnWhy'), reason: mark('passOnWord'), alternative: mark('passOnWord') };
  row('hand_over', { id: newId(), ...asked, ...said, begunAt, declinedAt: now });
};
