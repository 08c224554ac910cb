import { sql } from 'kysely';
import { isAdvisedBy } from '../advisers.ts';
import { aPerson, type Move, type MoveSource, mostOfAKind } from '../move.ts';
import { hidesWhole } from '../protection.ts';
import type { Work } from '../work.ts';

type Waiting = { id: string; customerId: string; name: string; officialName: string; since: Date };

/** What somebody has said not to be so, and nobody has answered: of the actor's customers, or of the actor. */
const disputed = async (work: Work, whose: ReturnType<typeof sql>): Promise<Waiting[]> => {
  const { rows } = await sql<Waiting>`
    select a.id, a.customer_id, p.name, a.official_name, a.disputed_at as since
    from acted_for a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null and not ${hidesWhole(work, sql.ref('c.id'))}
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    where a.city_id = ${work.cityId} and a.disputed_at is not null and a.answered_at is null and ${whose}
    order by a.disputed_at, a.id limit ${mostOfAKind}`.execute(work.tx);
  return rows;
};

const toMove = ({ id, since }: Waiting, name: string) => ({
  ...{ values: { name }, path: `/acted-for/${id}`, since, untilOn: null },
  ...{ who: aPerson(name), thing: `actedFor:${id}` },
});

export const actingMoves: MoveSource = {
  customer: async (work) =>
    (await disputed(work, sql`a.customer_id = ${work.actor.customerId}`)).map(
      (one): Move => ({ ...toMove(one, one.officialName), kind: 'actedDisputeWaits', isWaiting: true }),
    ),
  adviser: async (work) =>
    (await disputed(work, isAdvisedBy(work))).map(
      (one): Move => ({ ...toMove(one, one.name), kind: 'actedDisputed', customerId: one.customerId }),
    ),
};
