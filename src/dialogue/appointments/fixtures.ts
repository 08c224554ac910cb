import type { Made, MadeCustomer } from '../../testing/builders.ts';
import type { World } from '../../testing/database.ts';
import { addOpening, openingInput } from './add-opening.ts';
import { book, bookInput } from './book.ts';
import { proposalInput, proposeAppointment } from './propose.ts';

export type Pair = { liisa: MadeCustomer; adviser: Made };

/** The world's clock starts on Monday 2.3.2026 at nine in Finland; so this is the first free time of Tuesday. */
export const tuesdayNine = '2026-03-03T07:00:00.000Z';
export const tuesdayTen = '2026-03-03T08:00:00.000Z';

/** What tests of appointments share: a customer whose adviser can be met on Tuesdays from nine to eleven, half an hour each with ten minutes between. */
export const appointmentFixtures = ({ run, database, ...world }: World) => {
  const opens = (who: Made, more: Record<string, unknown> = {}) =>
    run(
      who.actor,
      addOpening,
      openingInput.parse({
        ...{ weekday: 2, fromTime: '09:00', toTime: '11:00', slotMinutes: 30 },
        ...{ ways: ['inPerson', 'phone'], address: 'Linnankatu 1' },
        ...more,
      }),
    );

  const aPair = async (hours: Record<string, unknown> = {}): Promise<Pair> => {
    const liisa = await world.aCustomer({ name: 'Liisa Laine' });
    const adviser = await world.anAdviser({ name: 'Outi Ohjaaja', caseload: [liisa] });
    await opens(adviser, hours);
    return { liisa, adviser };
  };

  const books = (who: MadeCustomer, more: Record<string, unknown> = {}) =>
    run(who.actor, book, bookInput.parse({ startsAt: tuesdayNine, ...more }));

  /** The id of a time that was got. */
  const bookedBy = async (who: MadeCustomer, more: Record<string, unknown> = {}): Promise<string> => {
    const booked = await books(who, more);
    if (booked.outcome !== 'got') throw new Error(`not got: ${booked.outcome}`);
    return booked.id;
  };

  const proposes = (who: Made, customer: MadeCustomer, more: Record<string, unknown> = {}) =>
    run(who.actor, proposeAppointment, {
      ...proposalInput.parse({ startsAt: '2026-03-04T10:00:00Z', ...more }),
      customerId: customer.customerId,
    });

  const proposedBy = async (who: Made, customer: MadeCustomer, more: Record<string, unknown> = {}) => {
    const proposed = await proposes(who, customer, more);
    if (proposed.outcome !== 'got') throw new Error(`not got: ${proposed.outcome}`);
    return proposed.id;
  };

  const mailsTo = (personId: string) =>
    database.inCity('turku', (tx) =>
      tx
        .selectFrom('mail')
        .select(['subject', 'body'])
        .where('personId', '=', personId)
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
    );

  return { opens, aPair, books, bookedBy, proposes, proposedBy, mailsTo };
};
