import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { aPerson, type Move, type MoveSource } from '../../kernel/move.ts';
import type { Work } from '../../kernel/work.ts';
import { findHandOvers, type HandOverRecord } from './hand-overs.ts';

/** Days for which who asked is told of a no, or of no answer. */
const toldDays = 14;

const unanswered = sql`h.accepted_at is null and h.declined_at is null and h.taken_back_at is null and h.expired_at is null`;

const move = (
  kind: string,
  { id, customerName, fromName, toName, begunAt, dueOn }: HandOverRecord,
  more: Partial<Move> & Pick<Move, 'who'>,
): Move => ({
  kind,
  values: { name: customerName, from: fromName, to: toName },
  path: `/hand-overs/${id}`,
  since: begunAt,
  untilOn: dueOn,
  thing: `handOver:${id}`,
  ...more,
});

const ofState = (found: readonly HandOverRecord[], state: HandOverRecord['state']) =>
  found.filter((one) => one.state === state);

const customerMoves = async (work: Work): Promise<Move[]> => {
  const found = await findHandOvers(work, sql`h.customer_id = ${work.actor.customerId} and ${unanswered}`);
  return ofState(found, 'waiting').map((one) =>
    move('handOverOfMe', one, { who: aPerson(one.toName), isWaiting: true }),
  );
};

/** A no, or no answer, of somebody the actor asked, while they still have the customer and have not asked another. */
const notTaken = async (work: Work): Promise<HandOverRecord[]> => {
  const { personId, role } = work.actor;
  const from = new Date(work.now.getTime() - toldDays * 24 * 3_600_000);
  return findHandOvers(
    work,
    sql`h.from_id = ${personId} and h.from_role = ${role} and (h.declined_at >= ${from} or h.expired_at >= ${from})
      and exists (select from caseload l where l.city_id = h.city_id and l.customer_id = h.customer_id and l.adviser_id = ${personId}
        and l.kind = ${role} and l.to_on is null)
      and not exists (select from hand_over n where n.city_id = h.city_id and n.customer_id = h.customer_id and n.from_id = h.from_id
        and n.id <> h.id and n.begun_at >= coalesce(h.declined_at, h.expired_at))`,
  );
};

/** Told to who asked, and theirs to go on with: nobody waits by it. */
const notTakenMove = (one: HandOverRecord): Move => {
  const kind = one.state === 'declined' ? 'handOverDeclined' : 'handOverExpired';
  const { thing: _, ...told } = move(kind, one, { who: aPerson(one.toName) });
  const since = one.declinedAt ?? one.expiredAt ?? one.begunAt;
  return { ...told, since, untilOn: null, isNews: true };
};

const professionalMoves = async (work: Work): Promise<Move[]> => {
  const { personId, role } = work.actor;
  const toMe = ofState(
    await findHandOvers(work, sql`h.to_id = ${personId} and h.to_role = ${role} and ${unanswered}`),
    'waiting',
  );
  const byMe = ofState(
    await findHandOvers(work, sql`h.from_id = ${personId} and h.from_role = ${role} and ${unanswered}`),
    'waiting',
  );
  const notTakenNow = await notTaken(work);
  const asked = { section: 'handOver', action: 'list', why: 'what waits' } as const;
  for (const { customerId } of toMe) access.authorise(work, { ...asked, relations: ['asked'], customerId });
  for (const { customerId } of [...byMe, ...notTakenNow])
    access.authorise(work, { ...asked, relations: ['wrote'], customerId });
  return [
    ...toMe.map((one) => move('handOverToAnswer', one, { who: aPerson(one.fromName) })),
    ...byMe.map((one) => move('handOverWaits', one, { who: aPerson(one.toName), isWaiting: true })),
    ...notTakenNow.map(notTakenMove),
  ];
};

export const handOverMovesNow = {
  customer: customerMoves,
  adviser: professionalMoves,
  socialWorker: professionalMoves,
} satisfies MoveSource;
