import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { looksAfter } from '../../kernel/advisers.ts';
import { aPerson, type Move, type MoveSource, mostOfAKind, type Who } from '../../kernel/move.ts';
import { hidesWhole } from '../../kernel/protection.ts';
import type { Work } from '../../kernel/work.ts';
import { lookingAfter } from '../kinds/name-social-worker.ts';
import { contentsOf } from './content.ts';
import { partyOf } from './read-front.ts';
import { canSign, type PartyStanding, standingsOf } from './rules.ts';
import { latestSignatures } from './signatures.ts';

/** A plan somebody has signed, as the actor's party stands to it. */
type Signed = { customerId: string; name: string; standings: PartyStanding[]; canSign: boolean; missing: number };

/** How many signed plans are looked at, the latest signed first. */
const looked = 50;

const findSigned = async (work: Work): Promise<{ customerId: string; name: string }[]> => {
  const { tx, cityId, actor } = work;
  const mine =
    actor.role === 'customer'
      ? sql`c.id = ${actor.customerId}`
      : sql`exists (select from caseload l where l.city_id = c.city_id and l.customer_id = c.id
          and ${looksAfter(work)} and l.kind = ${actor.role} and l.to_on is null)`;
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
    const mine = canSign(partyOf(work), { standings, missing });
    return [{ customerId, name, standings, canSign: mine, missing: missing.length }];
  });
};

const latest = (standings: readonly PartyStanding[]): Date =>
  new Date(Math.max(...standings.map(({ signature }) => signature?.signedAt.getTime() ?? 0)));

const thingOf = (customerId: string) => `signing:${customerId}`;

/** The parties a plan one has signed oneself still waits for: none while what it has to tell is not told, for then nobody can sign. */
const waitsFor = ({ standings, missing }: Signed, own: PartyStanding['party'] | null): PartyStanding['party'][] => {
  if (missing > 0 || standings.find(({ party }) => party === own)?.state !== 'stands') return [];
  return standings.filter(({ state }) => state !== 'stands').map(({ party }) => party);
};

/** Who looks after the actor for the first authority that has not signed; Kela's is told by the adviser. */
const whoSigns = async (work: Work, customerId: string, [first]: readonly PartyStanding['party'][]): Promise<Who> => {
  const kind = first === 'wellbeing' ? 'socialWorker' : 'adviser';
  const found = (await lookingAfter(work, customerId)).find((one) => one.kind === kind);
  return found ? aPerson(found.name) : { kind: 'authority' };
};

/** A plan others have signed waits for the customer; one they have signed waits for whose signature is missing. */
const customerMoves = async (work: Work): Promise<Move[]> => {
  const moves: Move[] = [];
  for (const plan of await signedPlans(work)) {
    const at = { since: latest(plan.standings), untilOn: null, thing: thingOf(plan.customerId) };
    const others = waitsFor(plan, 'customer');
    const who = await whoSigns(work, plan.customerId, others);
    if (plan.canSign) moves.push({ kind: 'planToSign', values: {}, path: '/plan/sign', ...at, who });
    if (others.length === 0) continue;
    const values = { count: others.length };
    moves.push({ kind: 'planWaitsForSignatures', values, path: '/plan', ...at, who, isWaiting: true });
  }
  return moves;
};

/** What a plan asks of a professional: to sign, to tell that Kela has signed, or to wait. */
const professionalKind = (plan: Signed, work: Work): Pick<Move, 'kind' | 'isWaiting' | 'who'> | null => {
  const who = aPerson(plan.name);
  if (plan.canSign) return { kind: 'customerPlanToSign', who };
  const others = waitsFor(plan, partyOf(work));
  if (others.length === 0) return null;
  if (work.actor.role === 'adviser' && others.includes('kela')) return { kind: 'kelaPlanToSign', who };
  const waited: Who = others.includes('customer') ? who : { kind: 'authority' };
  return { kind: 'customerPlanWaits', who: waited, isWaiting: true };
};

const professionalMoves =
  (pathOf: (customerId: string) => string) =>
  async (work: Work): Promise<Move[]> => {
    const moves: Move[] = [];
    const asked = { section: 'caseload', action: 'list', why: 'what waits', relations: ['caseload'] } as const;
    for (const plan of (await signedPlans(work)).slice(0, mostOfAKind)) {
      const kind = professionalKind(plan, work);
      if (!kind) continue;
      const { customerId, name } = plan;
      access.authorise(work, { ...asked, customerId });
      const at = { since: latest(plan.standings), untilOn: null, thing: thingOf(customerId) };
      moves.push({ ...kind, customerId, values: { name }, path: pathOf(customerId), ...at });
    }
    return moves;
  };

export const signingMoves = {
  customer: customerMoves,
  adviser: professionalMoves((customerId) => `/customers/${customerId}/sign`),
  socialWorker: professionalMoves((customerId) => `/social-work/${customerId}/sign`),
} satisfies MoveSource;
