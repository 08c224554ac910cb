import { access } from '../kernel/access/access.ts';
import { adviserOf } from '../kernel/advisers.ts';
import { aPerson, type Move, type MoveSource } from '../kernel/move.ts';
import type { Work } from '../kernel/work.ts';
import { correctionsForMe, ownCorrections } from './correct/load-correction.ts';
import { isLate } from './correct/rules.ts';

const movesAtOnce = 20;

/** What customers want corrected: a move each of who answers it. */
const personMoves = async (work: Work): Promise<Move[]> => {
  const found = await correctionsForMe(work, { page: 1, onPage: movesAtOnce, isOpen: true, why: 'what waits' });
  return found.slice(0, movesAtOnce).map((one) => ({
    kind: isLate(one, work.today) ? 'correctionLate' : 'correctionToAnswer',
    values: { name: one.customerName },
    path: `/corrections/${one.id}`,
    since: one.askedAt,
    untilOn: one.dueOn,
    who: aPerson(one.customerName),
    thing: `correction:${one.id}`,
    customerId: one.customerId,
    ...(isLate(one, work.today) && { isLate: true as const }),
  }));
};

const openErasure = (work: Work) =>
  work.tx
    .selectFrom('erasure')
    .select(['askedAt', 'dueOn'])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', work.actor.customerId)
    .where('withdrawnAt', 'is', null)
    .where('doneAt', 'is', null)
    .executeTakeFirst();

/** What I asked for and still waits; and that I am to be erased, as long as I can take it back. */
const customerMoves = async (work: Work): Promise<Move[]> => {
  const me = await access.self(work, { section: 'corrections', action: 'read', why: 'own requests' });
  const waiting = (await ownCorrections(work, me.id, movesAtOnce)).filter(({ state }) => state === 'asked');
  const erasure = await openErasure(work);
  const adviser = waiting.length > 0 ? await adviserOf(work, me.id) : undefined;
  return [
    ...waiting.map(
      ({ id, askedAt, dueOn }): Move => ({
        ...{ kind: 'waitsForCorrection', values: {}, path: '/my-data/correct', since: askedAt, untilOn: dueOn },
        who: adviser ? aPerson(adviser.name) : { kind: 'city' },
        thing: `correction:${id}`,
        isWaiting: true,
      }),
    ),
    ...(erasure
      ? [
          {
            ...{
              kind: 'erasureAhead',
              values: {},
              path: '/my-data/erase',
              since: erasure.askedAt,
              untilOn: erasure.dueOn,
            },
            who: { kind: 'tuttu' } as const,
            isNews: true as const,
          },
        ]
      : []),
  ];
};

export const rightsMoves: MoveSource = {
  customer: customerMoves,
  adviser: personMoves,
  coordinator: personMoves,
  manager: personMoves,
};
