import { addDays } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';

/** What was asked by right: corrections that wait and one that is answered; a restriction, an erasure and a protection that are over. */
export const makeRights = ({ ids, adviser, now, today, mark, row }: Making) => {
  const { customerId } = ids;
  const correction = (id: string, askerId: string, more: Record<string, unknown>) =>
    row('correction', { id, customerId: askerId, about: 'plan', askedAt: now, dueOn: addDays(today, 30), ...more });
  correction(ids.correctionId, customerId, { words: mark('correction') });
  const corrected = { answer: mark('correctionAnswer'), isDone: true, answeredAt: now, answeredBy: adviser.personId };
  correction(ids.answeredCorrectionId, customerId, {
    ...{ words: mark('correction'), ...corrected },
    ...{ answeredName: adviser.actor.name, answeredRole: 'adviser' },
  });
  correction(newId(), ids.unassignedCustomerId, { words: mark('unassignedCorrection') });
  row('restriction', { id: newId(), customerId, word: mark('restriction'), madeAt: now, endedAt: now });
  row('erasure', { id: newId(), customerId, askedAt: now, dueOn: addDays(today, 14), withdrawnAt: now });
  const protectionId = newId();
  row('protection', {
    ...{ id: protectionId, customerId, kind: 'nonDisclosure', ground: mark('protection'), setAt: now },
    ...{ setBy: adviser.personId, setName: adviser.actor.name, endedAt: now, endedName: adviser.actor.name },
  });
  row('protection_reader', { protectionId, personId: adviser.personId });
  row('retention_run', { id: newId(), tableName: 'mail', at: now, gone: 0, days: 730, source: 'test' });
};
