import { type RawBuilder, sql } from 'kysely';
import { repliesDue } from '../dialogue/index.ts';
import { access } from '../kernel/access/access.ts';
import { hasNoAdviser, looksAfter } from '../kernel/advisers.ts';
import { addDays } from '../kernel/clock.ts';
import { aPerson, type Move, type MoveSource, mostOfAKind, type Who } from '../kernel/move.ts';
import { hidesWhole } from '../kernel/protection.ts';
import { readTerms } from '../kernel/terms.ts';
import type { Work } from '../kernel/work.ts';
import { afterCareMoves } from './after-care/moves.ts';
import { handOverMovesNow } from './hand-over/moves.ts';
import { invitationMovesNow } from './invitations/moves.ts';
import { lookingAfter } from './kinds/name-social-worker.ts';
import { rhythmMoves } from './rhythm/moves.ts';
import { signingMoves } from './signing/moves.ts';
import type { ProfessionalRole } from './tables.ts';
import { countUnassigned } from './unassigned.ts';

type Waiting = {
  id: string;
  customerId: string;
  name: string;
  title: string;
  /** The professional it is agreed on with. */
  withRole: ProfessionalRole;
  since: Date;
  untilOn: string;
};

/** Steps of the actor's own plan or caseload, the longest waiting first. */
const findSteps = async (work: Work, where: RawBuilder<unknown>): Promise<Waiting[]> => {
  const { tx, cityId, actor } = work;
  const mine =
    actor.role === 'customer'
      ? sql`c.id = ${actor.customerId}`
      : sql`exists (select from caseload l where l.city_id = c.city_id and l.customer_id = c.id
          and ${looksAfter(work)} and l.kind = ${actor.role} and l.kind = s.with_role and l.to_on is null)`;
  const { rows } = await sql<Waiting>`
    select s.id, c.id as customer_id, p.name, s.title, s.with_role, s.changed_at as since, s.due_on as until_on
    from customer c
    join step s on s.city_id = c.city_id and s.customer_id = c.id
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    where c.city_id = ${cityId} and c.deleted_at is null and ${mine} and ${where} and not ${hidesWhole(work, sql.ref('c.id'))}
    order by s.changed_at, s.id limit ${mostOfAKind}`.execute(tx);
  return rows;
};

/** Of a step: from whom it comes or whose turn it is, and whether the other side sees it too. */
type Told = { who: Who; isShared?: boolean; isWaiting?: true; isNews?: true; untilOn?: string | null };

const stepMove = (
  kind: string,
  { id, customerId, name, title, since }: Waiting,
  { isShared = false, untilOn = null, ...told }: Told,
): Move => ({
  kind,
  values: { title, name },
  path: `/steps/${id}`,
  since,
  untilOn,
  customerId,
  ...told,
  ...(isShared ? { thing: `step:${id}` } : {}),
});

const daysBefore = ({ now }: Work, days: number): Date => new Date(now.getTime() - days * 24 * 3_600_000);

/**
 * By the city's terms: since when a step that was left is told of, to who did not leave it; since when a yes or a no counts as lately said; and up to
 * which day a step's day is near.
 */
type Bounds = { leftSince: Date; latelySince: Date; nearUntil: string };

const readBounds = async (work: Work): Promise<Bounds> => {
  const { tx, cityId, today } = work;
  const names = ['stepLeftDays', 'latelyDays', 'stepSoonDays'] as const;
  const days = await readTerms(tx, { cityId, names, today });
  return {
    leftSince: daysBefore(work, days.stepLeftDays),
    latelySince: daysBefore(work, days.latelyDays),
    nearUntil: addDays(today, days.stepSoonDays),
  };
};

/** `owner`: 'with' for the professional the step is with. */
const isDue = ({ nearUntil }: Bounds, owner: 'customer' | 'with') =>
  sql`s.state in ('agreed', 'doing') and s.owner = ${owner === 'with' ? sql.ref('s.with_role') : owner} and s.due_on <= ${nearUntil}`;

/** A step whose day is near, or has gone by: told apart, and what has gone by is late. Who does it has the move, the other side waits. */
const dueMove = (work: Work, [due, overdue]: readonly [string, string], step: Waiting, told: Told): Move => {
  const rest = { ...told, isShared: true, untilOn: step.untilOn };
  if (step.untilOn >= work.today) return stepMove(due, step, rest);
  return { ...stepMove(overdue, step, rest), ...(told.isWaiting ? {} : { isLate: true }) };
};

/** What the customer proposed, with the day by which its answer is promised. */
const promised = async (
  work: Work,
  steps: readonly Waiting[],
): Promise<{ step: Waiting; untilOn: string | null }[]> => {
  const due = await repliesDue(
    work,
    'step',
    steps.map(({ id }) => id),
  );
  return steps.map((step) => ({ step, untilOn: due.get(step.id) ?? null }));
};

const withLate = ({ today }: Work, move: Move): Move =>
  move.untilOn !== null && move.untilOn < today ? { ...move, isLate: true } : move;

const proposedBy = (side: 'customer' | 'with') =>
  sql`s.state = 'proposed' and s.proposed_by = ${side === 'with' ? sql.ref('s.with_role') : side}`;

/** What the customer's moves are called, by the professional the step is with. */
const kindsWith = {
  adviser: {
    ...{ toAnswer: 'stepToAnswer', ended: 'stepEnded', declined: 'stepNotAgreed' },
    ...{ waits: 'stepWaitsForAdviser', does: 'adviserDoes' },
  },
  socialWorker: {
    ...{ toAnswer: 'socialStepToAnswer', ended: 'socialStepEnded', declined: 'socialStepNotAgreed' },
    ...{ waits: 'stepWaitsForSocialWorker', does: 'socialWorkerDoes' },
  },
} as const satisfies Record<ProfessionalRole, Record<string, string>>;

const customerMoves = async (work: Work): Promise<Move[]> => {
  const bounds = await readBounds(work);
  const toAnswer = await findSteps(work, proposedBy('with'));
  const mine = await findSteps(work, proposedBy('customer'));
  const due = await findSteps(work, isDue(bounds, 'customer'));
  const theirDue = await findSteps(work, isDue(bounds, 'with'));
  const ended = await findSteps(work, sql`s.state = 'ended' and s.changed_at >= ${bounds.leftSince}`);
  const declined = await findSteps(
    work,
    sql`s.state = 'declined' and s.proposed_by = 'customer' and s.changed_at >= ${bounds.latelySince}`,
  );
  if ([toAnswer, mine, due, theirDue, ended, declined].every(({ length }) => length === 0)) return [];
  const people = work.actor.customerId ? await lookingAfter(work, work.actor.customerId) : [];
  const whoOf = ({ withRole }: Waiting): Who => {
    const found = people.find(({ kind }) => kind === withRole);
    return found ? aPerson(found.name) : { kind: withRole === 'adviser' ? 'city' : 'authority' };
  };
  const from = (step: Waiting): Told => ({ who: whoOf(step) });
  const news = (step: Waiting): Told => ({ ...from(step), isNews: true });
  const waited = (step: Waiting): Told => ({ ...from(step), isWaiting: true });
  const kinds = ({ withRole }: Waiting) => kindsWith[withRole];
  return [
    ...toAnswer.map((step) => stepMove(kinds(step).toAnswer, step, { ...from(step), isShared: true })),
    ...due.map((step) => dueMove(work, ['stepDue', 'stepOverdue'], step, from(step))),
    ...ended.map((step) => stepMove(kinds(step).ended, step, news(step))),
    ...declined.map((step) => stepMove(kinds(step).declined, step, news(step))),
    ...(await promised(work, mine)).map(({ step, untilOn }) =>
      stepMove(kinds(step).waits, step, { ...waited(step), isShared: true, untilOn }),
    ),
    ...theirDue.map((step) => dueMove(work, [kinds(step).does, kinds(step).does], step, waited(step))),
  ];
};

type SaidYes = { customerId: string; challengeId: string; name: string; title: string; since: Date };

/** Who said yes lately to a challenge that is still open, and has no step for it yet. */
const findSaidYes = async (work: Work, { latelySince }: Bounds): Promise<SaidYes[]> => {
  const { tx, cityId, today } = work;
  const { rows } = await sql<SaidYes>`
    select distinct c.id as customer_id, a.challenge_id, p.name, ch.title, a.answered_at as since
    from caseload l
    join customer c on c.city_id = l.city_id and c.id = l.customer_id and c.deleted_at is null
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    join answer a on a.city_id = c.city_id and a.customer_id = c.id and a.answer = 'yes' and a.answered_at >= ${latelySince}
    join challenge ch on ch.city_id = a.city_id and ch.id = a.challenge_id and ch.deleted_at is null
      and ch.state in ('published', 'paused') and ch.until_on >= ${today}
    where l.city_id = ${cityId} and ${looksAfter(work)} and l.kind = 'adviser' and l.to_on is null
      and not exists (select from step s where s.city_id = a.city_id and s.customer_id = a.customer_id
        and s.challenge_id = a.challenge_id and s.state <> 'withdrawn')
      and not ${hidesWhole(work, sql.ref('c.id'))}
    order by since limit ${mostOfAKind}`.execute(tx);
  return rows;
};

type TakenBack = Pick<Waiting, 'id' | 'customerId' | 'name' | 'title' | 'since'>;

/** Steps that grew from a yes which has been taken back since: the two decide what becomes of them. Any later change of the step answers it. */
const findTakenBack = async (work: Work): Promise<TakenBack[]> => {
  const { tx, cityId } = work;
  const { rows } = await sql<TakenBack>`
    select distinct s.id, c.id as customer_id, p.name, s.title, a.answered_at as since
    from caseload l
    join customer c on c.city_id = l.city_id and c.id = l.customer_id and c.deleted_at is null
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    join step s on s.city_id = c.city_id and s.customer_id = c.id and s.state in ('proposed', 'agreed', 'doing')
    join answer a on a.city_id = s.city_id and a.customer_id = s.customer_id and a.challenge_id = s.challenge_id and a.answer <> 'yes'
    where l.city_id = ${cityId} and ${looksAfter(work)} and l.kind = 'adviser' and l.to_on is null and s.changed_at < a.answered_at
      and not ${hidesWhole(work, sql.ref('c.id'))}
    order by since, s.id limit ${mostOfAKind}`.execute(tx);
  return rows;
};

const from = ({ name }: { name: string }): Told => ({ who: aPerson(name) });
const news = (one: { name: string }): Told => ({ ...from(one), isNews: true });
const waits = (one: { name: string }): Told => ({ ...from(one), isWaiting: true });

/** Whoever is named in what waits finds it in their use log. */
const noteNamed = (work: Work, named: readonly { customerId: string }[]): void => {
  const asked = { section: 'caseload', action: 'list', why: 'what waits', relations: ['caseload'] } as const;
  for (const customerId of new Set(named.map((one) => one.customerId)))
    access.authorise(work, { ...asked, customerId });
};

/** What waits of the steps with a professional, as whom the actor acts. */
const professionalMoves = async (work: Work): Promise<Move[]> => {
  const bounds = await readBounds(work);
  const proposed = await findSteps(work, proposedBy('customer'));
  const mine = await findSteps(work, proposedBy('with'));
  const declined = await findSteps(
    work,
    sql`s.state = 'declined' and s.proposed_by = s.with_role and s.changed_at >= ${bounds.latelySince}`,
  );
  const due = await findSteps(work, isDue(bounds, 'with'));
  const customerDue = await findSteps(work, isDue(bounds, 'customer'));
  const dropped = await findSteps(
    work,
    sql`s.state = 'dropped' and not s.only_mine and s.word <> '' and s.changed_at >= ${bounds.leftSince}`,
  );
  noteNamed(work, [...proposed, ...mine, ...declined, ...due, ...customerDue, ...dropped]);
  return [
    ...(await promised(work, proposed)).map(({ step, untilOn }) =>
      withLate(work, stepMove('customerProposed', step, { ...from(step), isShared: true, untilOn })),
    ),
    ...declined.map((step) => stepMove('stepDeclined', step, news(step))),
    ...due.map((step) => dueMove(work, ['adviserStepDue', 'adviserStepOverdue'], step, from(step))),
    ...dropped.map((step) => stepMove('stepDropped', step, news(step))),
    ...mine.map((step) => stepMove('stepWaitsForCustomer', step, { ...waits(step), isShared: true })),
    ...customerDue.map((step) => dueMove(work, ['customerDoes', 'customerDoes'], step, waits(step))),
  ];
};

const waitingLast = (moves: readonly Move[]): Move[] => [
  ...moves.filter(({ isWaiting }) => !isWaiting),
  ...moves.filter(({ isWaiting }) => isWaiting),
];

/** What follows from a customer's answers to businesses. */
const answerMoves = async (work: Work): Promise<Move[]> => {
  const saidYes = await findSaidYes(work, await readBounds(work));
  const takenBack = await findTakenBack(work);
  noteNamed(work, [...saidYes, ...takenBack]);
  return [
    ...takenBack.map(({ id, customerId, name, title, since }) => ({
      customerId,
      kind: 'yesTakenBack',
      values: { name, title },
      path: `/steps/${id}`,
      since,
      untilOn: null,
      ...news({ name }),
    })),
    ...saidYes.map(({ customerId, challengeId, name, title, since }) => ({
      customerId,
      kind: 'customerSaidYes',
      values: { name, title },
      path: `/customers/${customerId}/steps/new?challenge=${challengeId}`,
      since,
      untilOn: null,
      ...news({ name }),
    })),
  ];
};

/** Customers no adviser looks after are one move, for everybody who can give them one. It names nobody. */
const unassignedMoves = async (work: Work): Promise<Move[]> => {
  const { count, since } = await countUnassigned(work);
  if (since === null) return [];
  const thing = { who: { kind: 'customer' }, thing: 'withoutAdviser' } as const;
  return [{ kind: 'withoutAdviser', values: { count }, path: '/without-adviser', since, untilOn: null, ...thing }];
};

/** Who has no adviser waits for the city to give them one. */
const waitsForAdviser = async (work: Work): Promise<Move[]> => {
  const { tx, cityId, actor, today } = work;
  const { rows } = await sql<{ since: Date }>`
    select c.created_at as since from customer c
    where c.city_id = ${cityId} and c.id = ${actor.customerId} and c.deleted_at is null and ${hasNoAdviser(today)}`.execute(
    tx,
  );
  const thing = { who: { kind: 'city' }, thing: 'withoutAdviser', isWaiting: true } as const;
  return rows.map(({ since }) => ({
    ...{ kind: 'waitsForAdviser', values: {}, path: '/plan', since, untilOn: null },
    ...thing,
  }));
};

const talkMoves = async (work: Work): Promise<Move[]> => (await rhythmMoves[work.actor.role]?.(work)) ?? [];

export const pathMoves: MoveSource = {
  customer: async (work) => [
    ...(await customerMoves(work)),
    ...(await signingMoves.customer(work)),
    ...(await talkMoves(work)),
    ...(await invitationMovesNow.customer(work)),
    ...(await waitsForAdviser(work)),
    ...(await handOverMovesNow.customer(work)),
    ...(await afterCareMoves.customer(work)),
  ],
  adviser: async (work) => [
    ...waitingLast([...(await professionalMoves(work)), ...(await answerMoves(work))]),
    ...(await signingMoves.adviser(work)),
    ...(await talkMoves(work)),
    ...(await unassignedMoves(work)),
    ...(await invitationMovesNow.adviser(work)),
    ...(await handOverMovesNow.adviser(work)),
    ...(await afterCareMoves.adviser(work)),
  ],
  socialWorker: async (work) => [
    ...(await professionalMoves(work)),
    ...(await signingMoves.socialWorker(work)),
    ...(await invitationMovesNow.socialWorker(work)),
    ...(await handOverMovesNow.socialWorker(work)),
  ],
  coordinator: async (work) => [...(await unassignedMoves(work)), ...(await invitationMovesNow.coordinator(work))],
  facilitator: invitationMovesNow.facilitator,
  manager: unassignedMoves,
};
