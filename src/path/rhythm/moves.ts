import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { adviserOf, looksAfter } from '../../kernel/advisers.ts';
import { addDays } from '../../kernel/clock.ts';
import { aPerson, type Move, type MoveSource, mostOfAKind } from '../../kernel/move.ts';
import { hidesWhole } from '../../kernel/protection.ts';
import { readTerm } from '../../kernel/terms.ts';
import type { Work } from '../../kernel/work.ts';
import { type Due, dueTalks, type HeldTalk } from './due.ts';
import { readCityRules, readModels } from './models.ts';

type Going = {
  customerId: string;
  name: string;
  modelId: string;
  begunOn: string;
  talks: HeldTalk[];
};

/** Job searches that go on, the actor's own or of their caseload, each with its talks. */
const findGoing = async (work: Work): Promise<Going[]> => {
  const { tx, cityId, actor } = work;
  const mine =
    actor.role === 'customer'
      ? sql`c.id = ${actor.customerId}`
      : sql`exists (select from caseload l where l.city_id = c.city_id and l.customer_id = c.id
          and ${looksAfter(work)} and l.kind = 'adviser' and l.to_on is null)`;
  const { rows } = await sql<Going>`
    select c.id as customer_id, p.name, j.model_id, j.begun_on, coalesce(t.talks, '[]') as talks
    from customer c
    join job_search j on j.city_id = c.city_id and j.customer_id = c.id and j.ended_on is null
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    left join lateral (
      select json_agg(json_build_object('kind', t.kind, 'heldOn', t.held_on)) as talks
      from talk t where t.city_id = c.city_id and t.customer_id = c.id and t.taken_back_at is null) t on true
    where c.city_id = ${cityId} and c.deleted_at is null and ${mine} and not ${hidesWhole(work, sql.ref('c.id'))}`.execute(
    tx,
  );
  return rows;
};

type Near = { going: Going; due: Due; soonDays: number };

/** What is late or soon due, the earliest day first. */
const findNear = async (work: Work): Promise<Near[]> => {
  const going = await findGoing(work);
  if (going.length === 0) return [];
  const { tx, cityId, today } = work;
  const models = await readModels(tx);
  const cityRules = await readCityRules(tx, cityId);
  const { value: soonDays } = await readTerm(tx, { cityId, name: 'talkSoonDays', today });
  return going
    .flatMap((one) => {
      const model = models.get(one.modelId);
      if (!model) return [];
      const own = cityRules.filter(({ modelId }) => modelId === one.modelId);
      const { begunOn, talks } = one;
      const { rules, law } = model;
      const dues = dueTalks({ rules, law, cityRules: own, begunOn, endedOn: null, talks, today, soonDays });
      return dues
        .filter(({ state }) => state === 'late' || state === 'soon')
        .map((due) => ({ going: one, due, soonDays }));
    })
    .sort((a, b) => a.due.dueOn.localeCompare(b.due.dueOn));
};

/** A talk can be waited for from so many days before its day; what became due within a shorter time, from when it did. */
const sinceOf = ({ going, due, soonDays }: Near): Date => {
  const near = addDays(due.dueOn, -soonDays);
  return new Date(`${near > going.begunOn ? near : going.begunOn}T00:00:00Z`);
};

const thingOf = ({ going, due }: Near) => `talk:${going.customerId}:${due.kind}:${due.dueOn}`;

const customerMoves = async (work: Work): Promise<Move[]> => {
  const found = await findNear(work);
  const [first] = found;
  const adviser = first && (await adviserOf(work, first.going.customerId));
  return found.map((near) => ({
    kind: 'talkComes',
    values: { talk: near.due.kind, state: near.due.state },
    path: '/plan#rhythm',
    since: sinceOf(near),
    untilOn: near.due.dueOn,
    who: adviser ? aPerson(adviser.name) : { kind: 'city' },
    thing: thingOf(near),
    isWaiting: true,
  }));
};

const adviserMoves = async (work: Work): Promise<Move[]> => {
  const near = (await findNear(work)).slice(0, mostOfAKind);
  for (const customerId of new Set(near.map(({ going }) => going.customerId)))
    access.authorise(work, {
      section: 'caseload',
      action: 'list',
      why: 'what waits',
      relations: ['caseload'],
      customerId,
    });
  return near.map((one) => ({
    kind: 'talkDue',
    customerId: one.going.customerId,
    values: { name: one.going.name, talk: one.due.kind },
    path: `/customers/${one.going.customerId}#rhythm`,
    since: sinceOf(one),
    untilOn: one.due.dueOn,
    who: aPerson(one.going.name),
    thing: thingOf(one),
    ...(one.due.state === 'late' ? { isLate: true as const } : {}),
  }));
};

export const rhythmMoves: MoveSource = { customer: customerMoves, adviser: adviserMoves };
