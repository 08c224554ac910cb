import { sql } from 'kysely';
import { addDays } from '../kernel/clock.ts';
import { aBusiness, type Move, type MoveSource, mostOfAKind } from '../kernel/move.ts';
import type { Work } from '../kernel/work.ts';

const soon = 7;
const most = mostOfAKind;

type Waiting = { id: string; title: string; beginning: string; since: Date; untilOn: string | null; count: number };

/** The two oldest, and how many there are. */
const drafts = async ({ tx, cityId }: Work, businessId: string): Promise<Waiting[]> => {
  const { rows } = await sql<Waiting>`
    select c.id, c.title, left(c.problem, 60) as beginning, c.created_at as since, null as until_on, count(*) over () as count
    from challenge c
    where c.city_id = ${cityId} and c.business_id = ${businessId} and c.state = 'draft' and c.deleted_at is null
    order by since limit 2`.execute(tx);
  return rows;
};

/** SQL: nobody has written to the yes `a` yet, to its challenge `c`, which can still be met. */
const isUnwritten = sql`a.answer = 'yes' and c.deleted_at is null and c.state in ('published', 'paused')
      and not exists (
        select from thread t
        join message m on m.city_id = t.city_id and m.thread_id = t.id and (m.side = 'business' or m.read_at is null)
        where t.city_id = a.city_id and t.challenge_id = a.challenge_id and t.customer_id = a.customer_id and t.business_id is not null)`;

/** Yes answers nobody of the business has written anything to. Where the customer has written first, that message is what waits. */
const unanswered = async ({ tx, cityId }: Work, businessId: string): Promise<Waiting[]> => {
  const { rows } = await sql<Waiting>`
    select c.id, c.title, left(c.problem, 60) as beginning, min(a.answered_at) as since, null as until_on, count(*) as count
    from challenge c
    join answer a on a.city_id = c.city_id and a.challenge_id = c.id
    join customer cu on cu.city_id = a.city_id and cu.id = a.customer_id and cu.deleted_at is null
    where c.city_id = ${cityId} and c.business_id = ${businessId} and ${isUnwritten}
    group by c.id, c.title, c.problem
    order by since limit ${most}`.execute(tx);
  return rows;
};

const endingSoon = async ({ tx, cityId, today }: Work, businessId: string): Promise<Waiting[]> => {
  const { rows } = await sql<Waiting>`
    select c.id, c.title, left(c.problem, 60) as beginning, c.until_on, (c.until_on - ${soon}::int)::timestamptz as since, 1 as count
    from challenge c
    where c.city_id = ${cityId} and c.business_id = ${businessId} and c.state = 'published' and c.deleted_at is null
      and c.until_on between ${today}::date and ${addDays(today, soon)}::date
    order by c.until_on limit ${most}`.execute(tx);
  return rows;
};

/** `place`: where on the challenge's pages it is done. */
const asMoves = (kind: string, place: string, waiting: readonly Waiting[]): Move[] =>
  waiting.map(({ id, title, beginning, since, untilOn, count }) => ({
    kind,
    values: { title: title || beginning, count },
    path: `/challenges/${id}${place}`,
    since,
    untilOn,
    who: { kind: 'self' },
  }));

/** One draft by its name; several as one line, the oldest first. */
const draftMoves = (waiting: readonly Waiting[]): Move[] => {
  const [first] = waiting;
  if (!first || waiting.length === 1) return asMoves('draftWaits', '#next', waiting);
  const values = { count: first.count };
  return [
    {
      kind: 'draftsWait',
      values,
      path: '/challenges#drafts',
      since: first.since,
      untilOn: null,
      who: { kind: 'self' },
    },
  ];
};

const ofContact = async (work: Work): Promise<Move[]> => {
  const { businessId } = work.actor;
  if (!businessId) return [];
  return [
    ...(await unanswered(work, businessId)).flatMap((one) =>
      asMoves('yesWaits', '#said-yes', [one]).map((move) => ({
        ...{ ...move, who: { kind: 'customer' } as const },
        thing: `yes:${one.id}`,
      })),
    ),
    ...draftMoves(await drafts(work, businessId)),
    ...asMoves('challengeEnds', '/edit#field-untilOn', await endingSoon(work, businessId)),
  ];
};

/** Businesses with nothing for customers to see: somebody to call. */
const ofAdviser = async ({ tx, cityId, today }: Work): Promise<Move[]> => {
  const { rows } = await sql<{ count: number; since: Date | null; only: string | null }>`
    select count(*) as count, min(b.created_at) as since, case when count(*) = 1 then min(b.id::text) end as only
    from business b
    where b.city_id = ${cityId} and b.deleted_at is null and not exists (
      select from challenge c where c.city_id = b.city_id and c.business_id = b.id and c.state = 'published'
        and c.deleted_at is null and c.until_on >= ${today}::date)`.execute(tx);
  const [{ count, since, only } = { count: 0, since: null, only: null }] = rows;
  const path = only === null ? '/businesses?show=quiet' : `/businesses/${only}`;
  return since
    ? [{ kind: 'quietBusinesses', values: { count }, path, since, untilOn: null, who: { kind: 'tuttu' } }]
    : [];
};

type SaidYes = { challengeId: string; title: string; businessName: string; since: Date };

/** Challenges I said yes to, and whose business has not written yet. */
const ofCustomer = async ({ tx, cityId, actor }: Work): Promise<Move[]> => {
  const { rows } = await sql<SaidYes>`
    select c.id as challenge_id, c.title, b.name as business_name, a.answered_at as since
    from answer a
    join challenge c on c.city_id = a.city_id and c.id = a.challenge_id
    join business b on b.city_id = c.city_id and b.id = c.business_id
    where a.city_id = ${cityId} and a.customer_id = ${actor.customerId} and ${isUnwritten}
    order by since limit ${mostOfAKind}`.execute(tx);
  return rows.map(({ challengeId, title, businessName, since }) => ({
    kind: 'yesWaitsForBusiness',
    values: { title },
    path: `/matches/${challengeId}`,
    since,
    untilOn: null,
    who: aBusiness(businessName),
    thing: `yes:${challengeId}`,
    isWaiting: true,
  }));
};

export const businessMoves: MoveSource = {
  customer: ofCustomer,
  businessContact: ofContact,
  businessAdviser: ofAdviser,
};
