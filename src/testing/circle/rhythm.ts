import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';

/** A job search that goes on and its first interview, held by phone. The days are before every clock's. */
export const makeRhythm = ({ ids, adviser, now, mark, row }: Making) => {
  const { customerId } = ids;
  row('job_search', {
    ...{ id: newId(), customerId, modelId: 'reform-2026', begunOn: '2026-01-05' },
    ...{ writtenBy: adviser.personId, writtenName: adviser.actor.name, writtenAt: now },
  });
  row('talk', {
    ...{
      id: ids.talkId,
      customerId,
      kind: 'firstInterview',
      heldOn: '2026-01-12',
      how: 'phone',
      howWhy: mark('talkWhy'),
    },
    ...{ byId: adviser.personId, byName: adviser.actor.name, at: now },
  });
  row('talk_change', {
    ...{ talkId: ids.talkId, version: 0, kind: 'firstInterview', heldOn: '2026-01-13', how: 'phone' },
    ...{ why: mark('talkWhy'), personId: adviser.personId, personName: adviser.actor.name, at: now },
  });
};
