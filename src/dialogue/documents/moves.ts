import { type RawBuilder, sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { looksAfter } from '../../kernel/advisers.ts';
import { aPerson, type Move, type MoveSource, mostOfAKind } from '../../kernel/move.ts';
import { hidesWhole } from '../../kernel/protection.ts';
import type { Work } from '../../kernel/work.ts';

type Waiting = {
  id: string;
  customerId: string;
  title: string;
  name: string;
  askedName: string;
  kind: 'documentAsked' | 'documentNotHad' | 'documentGiven';
  since: Date;
  untilOn: string | null;
};

/** Documents that wait for somebody, by what they wait for; given ones that nobody of `role` has opened yet. */
const find = async (work: Work, whose: RawBuilder<unknown>, role: string): Promise<Waiting[]> => {
  const { rows } = await sql<Waiting>`
    select d.id, d.customer_id, d.title, p.name, d.asked_name, d.until_on,
      case d.state when 'asked' then 'documentAsked' when 'notHad' then 'documentNotHad' else 'documentGiven' end as kind,
      case d.state when 'asked' then d.created_at else d.changed_at end as since
    from document d
    join customer c on c.city_id = d.city_id and c.id = d.customer_id and c.deleted_at is null
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    where d.city_id = ${work.cityId} and ${whose} and not ${hidesWhole(work, sql.ref('d.customer_id'))}
      and (d.state in ('asked', 'notHad') or (d.state = 'given' and ${role} = any(d.shown_to) and not exists (
        select from document_opening o where o.city_id = d.city_id and o.document_id = d.id and o.role = ${role} and o.at >= d.given_at)))
    order by d.changed_at, d.id limit ${mostOfAKind}`.execute(work.tx);
  return rows;
};

/** That one was given is something to know of: nobody waits for its being opened. */
const moveOf = (work: Work, one: Waiting, more: Pick<Move, 'kind'> & { isWaiting?: true }): Move => {
  const isAsked = one.kind === 'documentAsked';
  return {
    ...more,
    values: { title: one.title, name: one.name, with: one.askedName },
    path: `/documents/${one.id}`,
    customerId: one.customerId,
    since: one.since,
    untilOn: isAsked ? one.untilOn : null,
    who: aPerson(work.actor.role === 'customer' ? one.askedName : one.name),
    ...(one.kind === 'documentGiven' ? { isNews: true } : { thing: `document:${one.id}` }),
    ...(isAsked && one.untilOn !== null && one.untilOn < work.today ? { isLate: true } : {}),
  };
};

/** What is asked of the customer; what they have not got waits for who asked. */
const customerMoves = async (work: Work): Promise<Move[]> => {
  const found = await find(work, sql`d.customer_id = ${work.actor.customerId} and d.state in ('asked', 'notHad')`, '');
  return found.map((one) =>
    moveOf(
      work,
      one,
      one.kind === 'documentAsked' ? { kind: one.kind } : { kind: 'documentNotHadMine', isWaiting: true },
    ),
  );
};

const professionalMoves = async (work: Work): Promise<Move[]> => {
  const { actor } = work;
  const mine = sql`exists (select from caseload l where l.city_id = d.city_id and l.customer_id = d.customer_id
    and ${looksAfter(work)} and l.kind = ${actor.role} and l.to_on is null)
    and (d.role = ${actor.role} or (d.role is distinct from ${actor.role} and d.state = 'given'))`;
  const found = await find(work, mine, actor.role);
  for (const customerId of new Set(found.map((one) => one.customerId)))
    access.authorise(work, {
      ...{ section: 'documents', action: 'list', why: 'what waits', relations: ['caseload'], customerId },
    });
  return found.map((one) =>
    moveOf(work, one, one.kind === 'documentAsked' ? { kind: 'documentWaits', isWaiting: true } : { kind: one.kind }),
  );
};

export const documentMovesNow: MoveSource = {
  customer: customerMoves,
  adviser: professionalMoves,
  socialWorker: professionalMoves,
};
