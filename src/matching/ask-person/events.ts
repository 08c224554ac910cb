import { sql } from 'kysely';
import { adviserOf } from '../../kernel/advisers.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { EventHandlers, Handling } from '../../kernel/notices.ts';
import { stateOfAsk } from './rules.ts';

const findAsk = ({ tx, cityId }: Handling, personAskId: string) =>
  tx
    .selectFrom('personAsk as a')
    .innerJoin('customer as c', (join) =>
      join.onRef('c.cityId', '=', 'a.cityId').onRef('c.id', '=', 'a.customerId').on('c.deletedAt', 'is', null),
    )
    .select(['a.customerId', 'c.personId', 'a.answeredAt', 'a.withdrawnAt', 'a.answeredName'])
    .where('a.cityId', '=', cityId)
    .where('a.id', '=', personAskId)
    .executeTakeFirst();

/** Who gives advisers today: the coordinators, else the managers; where there are neither, the advisers, who can take the customer for their own. */
const findGivers = async (
  { tx, cityId }: Handling,
  today: string,
): Promise<{ personIds: string[]; canLook: boolean }> => {
  const { rows } = await sql<{ personId: string; role: string }>`
    select distinct r.person_id, r.role from role_assignment r
    where r.city_id = ${cityId} and r.role in ('coordinator', 'manager', 'adviser')
      and r.from_on <= ${today}::date and (r.to_on is null or r.to_on > ${today}::date)`.execute(tx);
  const byRole = Map.groupBy(rows, ({ role }) => role);
  const looking = byRole.get('coordinator') ?? byRole.get('manager');
  const holders = looking ?? byRole.get('adviser') ?? [];
  return { personIds: holders.map(({ personId }) => personId), canLook: looking !== undefined };
};

/** Whoever advises the customer hears of it, else those who give advisers. What was asked stays in Tuttu, and so does who asked. */
const personAsked = async (handling: Handling, { personAskId = '' }: Record<string, string>): Promise<void> => {
  const ask = await findAsk(handling, personAskId);
  if (!ask || stateOfAsk(ask) !== 'asked') return;
  const { tx, cityId, now } = handling;
  const today = dayIn('Europe/Helsinki', now);
  const adviser = await adviserOf({ tx, cityId, today }, ask.customerId);
  const { personIds, canLook } = adviser
    ? { personIds: [adviser.personId], canLook: true }
    : await findGivers(handling, today);
  const path = canLook ? `/asks/${personAskId}` : '/without-adviser';
  for (const personId of personIds) await handling.notify({ personId, kind: 'personAsked', values: {}, path });
};

/** The customer hears that there is an answer, and from whom; what it says stays in Tuttu. */
const personAnswered = async (handling: Handling, { personAskId = '' }: Record<string, string>): Promise<void> => {
  const ask = await findAsk(handling, personAskId);
  if (!ask || stateOfAsk(ask) !== 'answered') return;
  const { personId, answeredName: name } = ask;
  await handling.notify({ personId, kind: 'personAnswered', values: { name }, path: `/ask-a-person/${personAskId}` });
};

/** Who it was handed to hears of it, and the customer with whom it is now; the word why stays in Tuttu. */
const personAskHandedOver = async (handling: Handling, { personAskId = '' }: Record<string, string>): Promise<void> => {
  const ask = await findAsk(handling, personAskId);
  if (!ask || stateOfAsk(ask) !== 'asked') return;
  const { tx, cityId } = handling;
  const handed = await tx
    .selectFrom('personAskHandOver')
    .select(['toId', 'toName'])
    .where('cityId', '=', cityId)
    .where('askId', '=', personAskId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { toId, toName: name } = handed;
  await handling.notify({ personId: toId, kind: 'askHandedToYou', values: {}, path: `/asks/${personAskId}` });
  const path = `/ask-a-person/${personAskId}`;
  await handling.notify({ personId: ask.personId, kind: 'askHandedOver', values: { name }, path });
};

export const askPersonEvents: EventHandlers = { personAsked, personAnswered, personAskHandedOver };
