import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { Made, MadeCustomer } from '../testing/builders.ts';
import type { World } from '../testing/database.ts';
import { addIdea } from './add-idea.ts';
import { answerStep } from './answer-step.ts';
import { pathMoves } from './moves.ts';
import { proposeStep } from './propose-step.ts';

export const text = { title: 'Soita leipomoon', why: 'Sanoit kyllä', owner: 'customer', dueOn: '2026-03-16' } as const;

type Pair = { liisa: MadeCustomer; adviser: Made };
type Wish = Partial<Parameters<typeof proposeStep>[1]>;
type Version = { id: string; version: number };

/** What tests of the path share: a customer with an adviser, proposals of both, and what was written of it. */
export const pathFixtures = ({ run, database, clock, ...world }: World) => {
  const aPair = async (): Promise<Pair> => {
    const liisa = await world.aCustomer({ name: 'Liisa Laine', area: 'Varissuo' });
    return { liisa, adviser: await world.anAdviser({ name: 'Outi Ohjaaja', caseload: [liisa] }) };
  };

  const byAdviser = ({ adviser, liisa }: Pair, more: Wish = {}) =>
    run(adviser.actor, proposeStep, { customerId: liisa.customerId, challengeId: null, ...text, ...more });
  const byCustomer = ({ liisa }: Pair, more: Wish = {}) =>
    run(liisa.actor, proposeStep, { customerId: null, challengeId: null, ...text, ...more });

  const anIdea = ({ liisa }: Pair, { title = 'Kysy kesätyötä', onlyMine = false } = {}) =>
    run(liisa.actor, addIdea, { title, onlyMine });

  /** A step of the adviser's that the customer has agreed to. */
  const anAgreed = async (pair: Pair, more: Wish = {}): Promise<Version> => {
    const { id, version } = await byAdviser(pair, more);
    return run(pair.liisa.actor, answerStep, { stepId: id, version, answer: 'agree', word: '' });
  };

  const aYes = async (customerId: string, { title = 'Lauantain jono', answer = 'yes' } = {}): Promise<string> => {
    const businessId = await world.aBusiness({ name: 'Pullapuoti' });
    const challengeId = newId();
    await database.inCity('turku', async (tx) => {
      await sql`insert into challenge (city_id, id, business_id, title, problem, language, place, hours, until_on, state, created_at)
        values ('turku', ${challengeId}, ${businessId}, ${title}, 'Jono.', 'fi', 'Turku', 'any', '2026-12-31', 'published', ${clock()})`.execute(
        tx,
      );
      await sql`insert into answer (city_id, id, challenge_id, customer_id, answer, score, answered_at)
        values ('turku', ${newId()}, ${challengeId}, ${customerId}, ${answer}, 0.5, ${clock()})`.execute(tx);
    });
    return challengeId;
  };

  const usesOf = (customerId: string) =>
    database.inCity('turku', (tx) =>
      tx
        .selectFrom('useLog')
        .select(['role', 'section', 'action', 'isAllowed'])
        .where('customerId', '=', customerId)
        .orderBy('at')
        .execute(),
    );

  const mailsTo = (personId: string) =>
    database.inCity('turku', (tx) =>
      tx.selectFrom('mail').select(['subject', 'body']).where('personId', '=', personId).orderBy('createdAt').execute(),
    );

  const movesOf = (who: Made) =>
    run(who.actor, async (work) => (await pathMoves[who.actor.role]?.(work)) ?? [], undefined);

  return { aPair, byAdviser, byCustomer, anIdea, anAgreed, aYes, usesOf, mailsTo, movesOf };
};
