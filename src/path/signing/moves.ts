import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import type { Move, MoveSource } from '../../kernel/move.ts';
import { hidesWhole } from '../../kernel/protection.ts';
import type { Work } from '../../kernel/work.ts';
import { contentsOf } from './content.ts';
import { partyOf } from './read-front.ts';
import { canSign, type PartyStanding, standingsOf } from './rules.ts';
import { latestSignatures } from './signatures.ts';

/** A plan somebody has signed, as the actor's party stands to it. */
type Signed = { customerId: string; name: string; standings: PartyStanding[]; canSign: boolean };

/** How many signed plans are looked at, the latest signed first. */
const looked = 50;
const movesAtOnce = 10;

const findSigned = async (work: Work): Promise<{ customerId: string; name: string }[]> => {
  const { tx, cityId, actor } = work;
  const mine =
    actor.role === 'customer'
      ? sql`c.id = ${actor.customerId}`
      : sql`exists (select from caseload l where l.city_id = c.city_id and l.customer_id = c.id
          and l.adviser_id = ${actor.personId} and l.kind = ${actor.role} and l.to_on is null)`;
  const { rows } = await sql<{ customerId: string; name: string }>`
    select c.id as customer_id, p.name from customer c
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    join lateral (select max(s.signed_at) as at from plan_signature s where s.city_id = c.city_id and s.customer_id = c.id) s on s.at is not null
    where c.city_id = ${cityId} and c.deleted_at is null and ${mine} and not ${hidesWhole(work, sql.ref('c.id'))}
    order by s.at desc limit ${looked}`.execute(tx);
  return rows;
};

const signedPlans = async (work: Work): Promise<Signed[]> => {
  const found = await findSigned(work);
  const ids = found.map(({ customerId }) => customerId);
  const contents = await contentsOf(work, ids);
  const signatures = await latestSignatures(work, ids);
  return found.flatMap(({ customerId, name }): Signed[] => {
    const content = contents.get(customerId);
    if (!content) return [];
    const { frame, parts, missing } = content;
    const own = signatures.filter((signature) => signature.customerId === customerId);
    const standings = standingsOf(frame, { signatures: own, parts, today: work.today });
    return [{ customerId, name, standings, canSign: canSign(partyOf(work), { standings, missing }) }];
  });
};

const latest = (standings: readonly PartyStanding[]): Date =>
  new Date(Math.max(...standings.map(({ signature }) => signature?.signedAt.getTime() ?? 0)));

/** A plan others have signed waits for the customer; one they have signed waits for whose signature is missing. */
const customerMoves = async (work: Work): Promise<Move[]> =>
  (await signedPlans(work)).flatMap((plan): Move[] => {
    const since = latest(plan.standings);
    const own = plan.standings.find(({ party }) => party === 'customer');
    if (plan.canSign) return [{ kind: 'planToSign', values: {}, path: '/plan/sign', since, untilOn: null }];
    const missing = plan.standings.filter(({ state }) => state !== 'stands').length;
    if (own?.state !== 'stands' || missing === 0) return [];
    return [
      {
        kind: 'planWaitsForSignatures',
        values: { count: missing },
        path: '/plan',
        since,
        untilOn: null,
        isWaiting: true,
      },
    ];
  });

const professionalMoves =
  (pathOf: (customerId: string) => string) =>
  async (work: Work): Promise<Move[]> => {
    const waiting = (await signedPlans(work)).filter((plan) => plan.canSign).slice(0, movesAtOnce);
    const asked = { section: 'caseload', action: 'list', why: 'what waits', relations: ['caseload'] } as const;
    for (const { customerId } of waiting) access.authorise(work, { ...asked, customerId });
    return waiting.map(({ customerId, name, standings }) => ({
      ...{ kind: 'customerPlanToSign', values: { name }, path: pathOf(customerId) },
      ...{ since: latest(standings), untilOn: null },
    }));
  };

export const signingMoves = {
  customer: customerMoves,
  adviser: professionalMoves((customerId) => `/customers/${customerId}/sign`),
  socialWorker: professionalMoves((customerId) => `/social-work/${customerId}/sign`),
} satisfies MoveSource;
