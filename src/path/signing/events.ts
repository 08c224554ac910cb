import { dayIn } from '../../kernel/clock.ts';
import type { EventHandlers, Handling } from '../../kernel/notices.ts';
import { lookingAfter } from '../kinds/name-social-worker.ts';
import type { Party } from '../kinds/tables.ts';
import { contentsOf } from './content.ts';
import { standingsOf } from './rules.ts';
import { latestSignatures } from './signatures.ts';

const todayOf = ({ now }: Handling): string => dayIn('Europe/Helsinki', now);

const findCustomerPerson = async ({ tx, cityId }: Handling, customerId: string): Promise<string | undefined> => {
  const row = await tx
    .selectFrom('customer')
    .select('personId')
    .where('cityId', '=', cityId)
    .where('id', '=', customerId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return row?.personId;
};

type Reader = { party: Party; personId: string; path: string };

/** Whom a plan's parties are told by: the customer, and who looks after them for each authority today. */
const findReaders = async (handling: Handling, customerId: string): Promise<Reader[]> => {
  const { tx, cityId } = handling;
  const personId = await findCustomerPerson(handling, customerId);
  if (personId === undefined) return [];
  const professionals = await lookingAfter({ tx, cityId, today: todayOf(handling) }, customerId);
  return [
    { party: 'customer', personId, path: '/plan/sign' },
    ...professionals.map(
      ({ kind, personId: id }): Reader =>
        kind === 'adviser'
          ? { party: 'employment', personId: id, path: `/customers/${customerId}/sign` }
          : { party: 'wellbeing', personId: id, path: `/social-work/${customerId}/sign` },
    ),
  ];
};

/** Somebody signed: those whose signature is missing are asked. What the plan says, and whose it is, stay in Tuttu. */
const planSigned = async (handling: Handling, { customerId = '', party = '' }: Record<string, string>) => {
  const { tx, cityId } = handling;
  const readers = await findReaders(handling, customerId);
  const today = todayOf(handling);
  const content = (await contentsOf({ tx, cityId, today }, [customerId])).get(customerId);
  if (!content) return;
  const signatures = await latestSignatures({ tx, cityId }, [customerId]);
  const standings = standingsOf(content.frame, { signatures, parts: content.parts, today });
  for (const { party: to, personId, path } of readers) {
    const isMissing = standings.some((one) => one.party === to && one.state !== 'stands');
    if (to === party || !isMissing) continue;
    const kind = to === 'customer' ? 'planToSign' : 'customerPlanToSign';
    await handling.notify({ personId, kind, values: {}, path });
  }
};

const tellCustomer = async (
  handling: Handling,
  customerId: string,
  notice: { kind: string; path: string; values?: Record<string, string> },
): Promise<void> => {
  const personId = await findCustomerPerson(handling, customerId);
  if (personId !== undefined) await handling.notify({ values: {}, ...notice, personId });
};

const planKindChanged = (handling: Handling, { customerId = '' }: Record<string, string>) =>
  tellCustomer(handling, customerId, { kind: 'planKindChanged', path: '/plan' });

/** A professional wrote in the plan: the customer, who sees all of it, hears so. */
const planSectionWritten = (handling: Handling, { customerId = '', sectionId = '' }: Record<string, string>) =>
  tellCustomer(handling, customerId, { kind: 'planSectionWritten', path: `/plan-sections/${sectionId}` });

/** The customer hears who their social worker is, and the social worker that they have a new customer. */
const socialWorkerNamed = async (handling: Handling, data: Record<string, string>): Promise<void> => {
  const { customerId = '', socialWorkerId = '' } = data;
  const readers = await findReaders(handling, customerId);
  const named = readers.find(({ party, personId }) => party === 'wellbeing' && personId === socialWorkerId);
  if (!named) return;
  const row = await handling.tx
    .selectFrom('cityPerson')
    .select('name')
    .where('cityId', '=', handling.cityId)
    .where('personId', '=', socialWorkerId)
    .executeTakeFirst();
  const values = { worker: row?.name ?? '' };
  await tellCustomer(handling, customerId, { kind: 'socialWorkerNamed', path: '/plan', values });
  await handling.notify({
    ...{ personId: socialWorkerId, kind: 'customerOfSocialWorker', values: {} },
    path: `/social-work/${customerId}`,
  });
};

export const signingEvents: EventHandlers = { planSigned, planKindChanged, planSectionWritten, socialWorkerNamed };
