import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { aPerson, type Move, type MoveSource } from '../../kernel/move.ts';
import type { Work } from '../../kernel/work.ts';
import { isOpenToVoucher, requestsOf, requestsTo } from './requests.ts';
import { withoutHidden } from './still-shown.ts';

/** SQL: the request `r` has been asked, and waits for its adviser. */
const isAsked = (now: Date) =>
  sql`r.adviser_id is not null and r.asked_at is not null and r.answered_at is null and r.ended_at is null and r.open_until > ${now}`;

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

type Unanswered = Pick<AskedMove, 'requestId' | 'since' | 'untilOn'> & { adviser: string };

/** What I asked my adviser to tell of me and they have not told yet. */
const waitingMoves = async (work: Work): Promise<Move[]> => {
  const { tx, cityId, actor, now } = work;
  const { rows } = await sql<Unanswered>`
    select r.id as request_id, p.name as adviser, r.asked_at as since, (r.open_until at time zone t.time_zone)::date as until_on
    from vouch_request r
    join city t on t.id = r.city_id
    join city_person p on p.city_id = r.city_id and p.person_id = r.adviser_id
    where r.city_id = ${cityId} and r.customer_id = ${actor.customerId} and ${isAsked(now)}
    order by r.asked_at, r.id limit 20`.execute(tx);
  if (rows.length === 0) return [];
  const { customerId } = actor;
  const open = new Set<string>();
  for (const request of customerId ? await requestsOf(work, customerId) : [])
    if (request.state === 'asked' && request.adviserId !== null && isOpenToVoucher(await withoutHidden(work, request)))
      open.add(request.id);
  return rows
    .filter(({ requestId }) => open.has(requestId))
    .map(({ requestId, adviser, since, untilOn }) => ({
      kind: 'waitsForVouching',
      values: {},
      path: `/know-how/vouching/${requestId}`,
      since,
      untilOn,
      who: aPerson(adviser),
      thing: `vouching:${requestId}`,
      isWaiting: true,
    }));
};

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
      who: aPerson(name),
      isNews: true as const,
    })),
    ...evidence.map(({ id, title, createdAt }) => ({
      kind: 'evidenceCame',
      values: { title },
      path: `/know-how/evidence/${id}`,
      since: createdAt,
      untilOn: null,
      who: { kind: 'tuttu' } as const,
    })),
    ...(await waitingMoves(work)),
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
    where r.city_id = ${cityId} and r.adviser_id = ${actor.personId} and ${isAsked(now)}
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
    who: aPerson(name),
    thing: `vouching:${requestId}`,
  }));
};

export const vouchingMoves: MoveSource = { customer: customerMoves, adviser: adviserMoves };
