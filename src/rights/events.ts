import { adviserOf } from '../kernel/advisers.ts';
import { dayIn } from '../kernel/clock.ts';
import type { EventHandlers, Handling } from '../kernel/notices.ts';

type Data = Record<string, string>;

const findCorrection = ({ tx, cityId }: Handling, { correctionId = '' }: Data) =>
  tx
    .selectFrom('correction as k')
    .innerJoin('customer as c', (join) => join.onRef('c.cityId', '=', 'k.cityId').onRef('c.id', '=', 'k.customerId'))
    .select(['k.id', 'k.customerId', 'k.answeredAt', 'k.withdrawnAt', 'c.personId'])
    .where('k.cityId', '=', cityId)
    .where('k.id', '=', correctionId)
    .where('c.deletedAt', 'is', null)
    .executeTakeFirst();

/** Mails say that something waits; what it is about, and whose, stays in Tuttu. */
const correctionAsked = async (handling: Handling, data: Data): Promise<void> => {
  const found = await findCorrection(handling, data);
  if (!found || found.answeredAt !== null || found.withdrawnAt !== null) return;
  const { tx, cityId, now } = handling;
  const adviser = await adviserOf({ tx, cityId, today: dayIn('Europe/Helsinki', now) }, found.customerId);
  if (adviser)
    await handling.notify({
      ...{ personId: adviser.personId, kind: 'correctionAsked', values: {}, path: `/corrections/${found.id}` },
    });
};

const correctionAnswered = async (handling: Handling, data: Data): Promise<void> => {
  const found = await findCorrection(handling, data);
  if (found?.answeredAt)
    await handling.notify({
      personId: found.personId,
      kind: 'correctionAnswered',
      values: {},
      path: '/my-data/correct',
    });
};

const erasureAsked = async (handling: Handling, { customerId = '' }: Data): Promise<void> => {
  const { tx, cityId } = handling;
  const asked = await tx
    .selectFrom('erasure as e')
    .innerJoin('customer as c', (join) => join.onRef('c.cityId', '=', 'e.cityId').onRef('c.id', '=', 'e.customerId'))
    .select(['c.personId', 'e.dueOn'])
    .where('e.cityId', '=', cityId)
    .where('e.customerId', '=', customerId)
    .where('e.withdrawnAt', 'is', null)
    .where('e.doneAt', 'is', null)
    .executeTakeFirst();
  if (!asked) return;
  const [year = '', month = '', day = ''] = asked.dueOn.split('-');
  const values = { day: `${Number(day)}.${Number(month)}.${year}` };
  await handling.notify({ personId: asked.personId, kind: 'erasureAsked', values, path: '/my-data/erase' });
};

/** What it is now, and who sees, stays in Tuttu. */
const protectionChanged = async (handling: Handling, { customerId = '' }: Data): Promise<void> => {
  const { tx, cityId } = handling;
  const found = await tx
    .selectFrom('customer')
    .select('personId')
    .where('cityId', '=', cityId)
    .where('id', '=', customerId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!found) return;
  await handling.notify({ personId: found.personId, kind: 'protectionChanged', values: {}, path: '/my-data' });
};

export const rightsEvents: EventHandlers = { correctionAsked, correctionAnswered, erasureAsked, protectionChanged };
