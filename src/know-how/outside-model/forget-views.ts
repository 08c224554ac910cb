import { dayIn } from '../../kernel/clock.ts';
import { hasConsent } from '../../kernel/consent.ts';
import type { EventHandlers } from '../../kernel/notices.ts';

/** Who no longer agrees to have an outside model asked keeps nothing of what it said. */
export const outsideModelEvents: EventHandlers = {
  consentChanged: async ({ tx, cityId, now }, { customerId = '' }) => {
    if (await hasConsent({ tx, cityId, today: dayIn('UTC', now) }, customerId, 'outsideModel')) return;
    await tx
      .updateTable('knowHow')
      .set({ outsideScore: null })
      .where('cityId', '=', cityId)
      .where('customerId', '=', customerId)
      .where('outsideScore', 'is not', null)
      .execute();
    await tx.deleteFrom('outsideAsking').where('cityId', '=', cityId).where('customerId', '=', customerId).execute();
  },
};
