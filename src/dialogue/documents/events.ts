import { sql } from 'kysely';
import { dayIn } from '../../kernel/clock.ts';
import type { EventHandlers, Handling } from '../../kernel/notices.ts';
import { professionalsOf } from '../appointments/professionals.ts';
import { timeZoneOf } from '../appointments/time-zone.ts';
import type { DocumentRole, DocumentState } from './tables.ts';

type Told = {
  state: DocumentState;
  customerId: string;
  personId: string;
  role: DocumentRole | null;
  shownTo: DocumentRole[];
};

const find = async ({ tx, cityId }: Handling, documentId: string): Promise<Told | undefined> => {
  const { rows } = await sql<Told>`
    select d.state, d.customer_id, c.person_id, d.role, d.shown_to from document d
    join customer c on c.city_id = d.city_id and c.id = d.customer_id and c.deleted_at is null
    where d.city_id = ${cityId} and d.id = ${documentId}`.execute(tx);
  return rows[0];
};

type Data = Record<string, string>;

/** Tells the customer when it still stands so. What is asked for stays in Tuttu. */
const tellCustomer =
  (kind: string, state: DocumentState) =>
  async (handling: Handling, { documentId = '' }: Data): Promise<void> => {
    const told = await find(handling, documentId);
    if (told?.state !== state) return;
    await handling.notify({ personId: told.personId, kind, values: {}, path: `/documents/${documentId}` });
  };

/** Tells those who look after the customer today in the roles concerned, but for who did it for the customer; whose document it is stays in Tuttu. */
const tellProfessionals =
  (kind: string, state: DocumentState, rolesOf: (told: Told) => readonly (DocumentRole | null)[]) =>
  async (handling: Handling, { documentId = '', byId }: Data): Promise<void> => {
    const told = await find(handling, documentId);
    if (told?.state !== state) return;
    const { tx, cityId, now } = handling;
    const today = dayIn(await timeZoneOf(handling), now);
    const people = await professionalsOf({ tx, cityId, today }, told.customerId);
    for (const { personId, role } of people)
      if (rolesOf(told).includes(role) && personId !== byId)
        await handling.notify({ personId, kind, values: {}, path: `/documents/${documentId}` });
  };

export const documentEvents: EventHandlers = {
  documentAsked: tellCustomer('documentAsked', 'asked'),
  documentWithdrawn: tellCustomer('documentWithdrawn', 'withdrawn'),
  documentGiven: tellProfessionals('documentGiven', 'given', ({ shownTo }) => shownTo),
  documentNotHad: tellProfessionals('documentNotHad', 'notHad', ({ role }) => [role]),
};
