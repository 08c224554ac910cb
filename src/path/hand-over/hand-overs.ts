import { type RawBuilder, sql } from 'kysely';
import { type Asked, access } from '../../kernel/access/access.ts';
import type { Relation } from '../../kernel/access/policy.ts';
import type { ProfessionalKind } from '../../kernel/actor.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import { hidesWhole } from '../../kernel/protection.ts';
import type { Work } from '../../kernel/work.ts';
import { type HandOverMove, type HandOverState, movesFor, stateOfHandOver } from './rules.ts';
import type { HandOverSide } from './tables.ts';

export type HandOverRecord = {
  id: string;
  customerId: string;
  customerName: string;
  fromId: string;
  fromName: string;
  fromRole: ProfessionalKind;
  toId: string;
  toName: string;
  toRole: ProfessionalKind;
  /** Why the customer is handed over: the three read it. */
  why: string;
  begunAt: Date;
  dueOn: string;
  acceptedAt: Date | null;
  declinedAt: Date | null;
  reason: string;
  alternative: string;
  takenBackAt: Date | null;
  expiredAt: Date | null;
  version: number;
  state: HandOverState;
};

/** Hand-overs, whoever may see them: for callers who ask that next; but of a secret identity for the few named only. The newest first, at most 200. */
export const findHandOvers = async (
  { tx, cityId, today, actor }: Pick<Work, 'tx' | 'cityId' | 'today' | 'actor'>,
  where: RawBuilder<unknown>,
): Promise<HandOverRecord[]> => {
  const { rows } = await sql<Omit<HandOverRecord, 'state'> & { isStillTheirs: boolean }>`
    select h.id, h.customer_id, p.name as customer_name, h.from_id, h.from_name, h.from_role, h.to_id, h.to_name, h.to_role, h.why, h.begun_at,
      h.due_on, h.accepted_at, h.declined_at, h.reason, h.alternative, h.taken_back_at, h.expired_at, h.version,
      exists (select from caseload l where l.city_id = h.city_id and l.customer_id = h.customer_id and l.adviser_id = h.from_id
        and l.kind = h.from_role and l.to_on is null)
      and (h.to_role = h.from_role or not exists (select from caseload l where l.city_id = h.city_id and l.customer_id = h.customer_id
        and l.kind = h.to_role and l.to_on is null)) as is_still_theirs
    from hand_over h
    join customer c on c.city_id = h.city_id and c.id = h.customer_id and c.deleted_at is null
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    where h.city_id = ${cityId} and ${where} and not ${hidesWhole({ cityId, today, actor }, sql.ref('h.customer_id'))}
    order by h.begun_at desc, h.id desc limit 200`.execute(tx);
  return rows.map(({ isStillTheirs, ...row }) => ({
    ...row,
    state: stateOfHandOver({ ...row, isStillTheirs }, today),
  }));
};

const sideFor = (
  { actor }: Work,
  { customerId, fromId, fromRole, toId, toRole }: HandOverRecord,
): HandOverSide | null => {
  if (actor.role === 'customer') return customerId === actor.customerId ? 'customer' : null;
  if (fromId === actor.personId && fromRole === actor.role) return 'giver';
  return toId === actor.personId && toRole === actor.role ? 'receiver' : null;
};

const relationOf: Record<HandOverSide, Relation> = { customer: 'own', giver: 'wrote', receiver: 'asked' };

/** A hand-over as one of the three sees it. */
export type HandOverView = HandOverRecord & { side: HandOverSide; moves: HandOverMove[] };

export const seenBy = (side: HandOverSide, record: HandOverRecord): HandOverView => ({
  ...record,
  side,
  moves: movesFor({ state: record.state, side }),
});

/** Loads and authorises a hand-over in one call: for its customer, who began it and who was asked. Throws notFound for anybody else. */
export const loadHandOver = async (
  work: Work,
  handOverId: string,
  asked: Omit<Asked, 'section'>,
): Promise<HandOverView> => {
  const [found] = isId(handOverId) ? await findHandOvers(work, sql`h.id = ${handOverId}`) : [];
  if (!found) {
    work.note({ ...asked, section: 'handOver', customerId: null, isAllowed: false });
    throw notFound();
  }
  const side = sideFor(work, found);
  const relations = side === null ? [] : [relationOf[side]];
  access.authorise(work, { ...asked, section: 'handOver', relations, customerId: found.customerId });
  return seenBy(side ?? 'customer', found);
};

/** Sets columns of a hand-over that is still at the version read. Throws changedMeanwhile when it is not. */
export const updateHandOver = async (
  { tx, cityId }: Pick<Work, 'tx' | 'cityId'>,
  { id, version }: Pick<HandOverRecord, 'id' | 'version'>,
  set: Record<string, unknown>,
): Promise<{ id: string; version: number }> => {
  const written = await tx
    .updateTable('handOver')
    .set({ ...set, version: version + 1 })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!written) throw new Problem('changedMeanwhile', { current: { id, version: version + 1 } });
  return written;
};
