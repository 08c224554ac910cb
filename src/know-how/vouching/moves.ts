import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import type { Move, MoveSource } from '../../kernel/move.ts';
import type { Work } from '../../kernel/work.ts';
import { isOpenToVoucher, requestsTo } from './requests.ts';

type Came = { requestId: string; name: string; count: number; since: Date };

/** What somebody has said and waits for the customer, by request. */
const findCame = async ({ tx, cityId, actor }: Work): Promise<Came[]> => {
  const { rows } = await sql<Came>`
    select r.id as request_id, r.voucher_name as name, count(*)::int as count, min(v.answered_at) as since
    from vouching v join vouch_request r on r.city_id = v.city_id and r.id = v.request_id
    where v.city_id = ${cityId} and v.customer_id = ${actor.customerId} and v.state = 'offered'
    group by r.id, r.voucher_name order by since, r.id limit 20`.execute(tx);
  return rows;
};

const findEvidence = ({ tx, cityId, actor }: Work) =>
  tx
    .selectFrom('evidence')
    .select(['id', 'title', 'createdAt'])
    .where('cityId', '=', cityId)
    .where('customerId', '=', actor.customerId)
    .where('state', '=', 'offered')
    .orderBy('createdAt')
    .limit(20)
    .execute();

const customerMoves = async (work: Work): Promise<Move[]> => {
  const came = await findCame(work);
  const evidence = await findEvidence(work);
  return [
    ...came.map(({ requestId, name, count, since }) => ({
      kind: 'vouchCame',
      values: { name, count },
      path: `/know-how/vouching/${requestId}`,
      since,
      untilOn: null,
    })),
    ...evidence.map(({ id, title, createdAt }) => ({
      kind: 'evidenceCame',
      values: { title },
      path: `/know-how/evidence/${id}`,
      since: createdAt,
      untilOn: null,
    })),
  ];
};

type AskedMove = { requestId: string; customerId: string; name: string; since: Date; untilOn: string };

/** The name is the one the customer chose to show. */
const findAsked = async ({ tx, cityId, actor, now }: Work): Promise<AskedMove[]> => {
  const { rows } = await sql<AskedMove>`
    select r.id as request_id, r.customer_id, r.name_shown as name, r.asked_at as since,
      (r.open_until at time zone t.time_zone)::date as until_on
    from vouch_request r
    join city t on t.id = r.city_id
    join customer c on c.city_id = r.city_id and c.id = r.customer_id and c.deleted_at is null
    where r.city_id = ${cityId} and r.adviser_id = ${actor.personId} and r.asked_at is not null and r.answered_at is null
      and r.ended_at is null and r.open_until > ${now}
    order by r.asked_at, r.id limit 20`.execute(tx);
  return rows;
};

const adviserMoves = async (work: Work): Promise<Move[]> => {
  const found = await findAsked(work);
  if (found.length === 0) return [];
  // Where everything asked about is hidden meanwhile there is nothing to answer.
  const open = new Set((await requestsTo(work, work.actor.personId)).filter(isOpenToVoucher).map(({ id }) => id));
  const asked = found.filter(({ requestId }) => open.has(requestId));
  for (const { customerId } of asked)
    access.authorise(work, {
      section: 'vouching',
      action: 'list',
      why: 'what waits',
      relations: ['asked'],
      customerId,
    });
  return asked.map(({ requestId, name, since, untilOn }) => ({
    kind: 'vouchAskedOfMe',
    values: { name },
    path: `/vouching/${requestId}`,
    since,
    untilOn,
  }));
};

export const vouchingMoves: MoveSource = { customer: customerMoves, adviser: adviserMoves };
