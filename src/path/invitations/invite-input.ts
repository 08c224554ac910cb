import { sql } from 'kysely';
import { z } from 'zod';
import { addDays } from '../../kernel/clock.ts';
import { dayInput } from '../../kernel/day-input.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { readTerms } from '../../kernel/terms.ts';
import { line, mostInNames, personName, words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { partsInput } from './parts.ts';
import { type InviteeRole, inviteeRoles } from './tables.ts';

export const inviteWays = ['account', 'link'] as const;

export const inviteInput = z.object({
  /** By the account they work with in this city, or by a link that opens without one. */
  way: z.enum(inviteWays, 'form.choose'),
  /** Of an account: the whole name, or the e-mail address they work by. Of a link: what the customer calls them. */
  name: line(120),
  /** Of an account: as what they are invited. */
  role: z.enum(inviteeRoles, 'form.choose').nullable().default(null),
  /** Of a link: what they are to the customer. */
  relation: line(60, { least: 0 }).default(''),
  /** Of a link: how the customer is called there. */
  nameShown: z.enum(['fullName', 'firstName'], 'form.choose').default('firstName'),
  /** What for: shown to whoever is invited. */
  purpose: words(500),
  parts: partsInput,
  /** The last day, YYYY-MM-DD; null for the city's usual time. */
  untilOn: dayInput.nullable().default(null),
});
export type InviteInput = z.output<typeof inviteInput>;

const terms = ['invitationDays', 'invitationDaysMost', 'invitationsOpenMost'] as const;

export const invitationTerms = ({ tx, cityId, today }: Work) => readTerms(tx, { cityId, today, names: terms });

/** The last day asked for, or the usual one. Throws badInput (`untilOn`) for one that has been or is too far. */
export const untilFrom = (
  today: string,
  asked: string | null,
  { invitationDays, invitationDaysMost }: { invitationDays: number; invitationDaysMost: number },
): string => {
  const untilOn = asked ?? addDays(today, invitationDays);
  if (untilOn < today || untilOn > addDays(today, invitationDaysMost))
    throw badField('untilOn', 'path.invite.untilWithin', { days: invitationDaysMost });
  return untilOn;
};

const fold = (text: string): string => text.normalize('NFC').toLocaleLowerCase('fi').replace(/\s+/g, ' ').trim();

type Invitee = { inviteeId: string | null; inviteeRole: InviteeRole | null; inviteeName: string; relation: string };

/** Who works in a role in the city today, but the customer themselves. */
const findWorking = async ({ tx, cityId, today }: Work, role: InviteeRole, customerId: string) => {
  const { rows } = await sql<{ id: string; name: string; email: string | null }>`
    select p.person_id as id, p.name, p.email from city_person p
    where p.city_id = ${cityId} and exists (
      select from role_assignment r where r.city_id = p.city_id and r.person_id = p.person_id and r.role = ${role}
        and r.from_on <= ${today}::date and (r.to_on is null or r.to_on > ${today}::date))
      and not exists (select from customer c where c.city_id = p.city_id and c.id = ${customerId} and c.person_id = p.person_id)
    order by p.name, p.person_id limit 5000`.execute(tx);
  return rows;
};

/**
 * Who is meant. Somebody with an account is found by their whole name or address only, so that nobody reads the city's staff here. Throws badInput
 * (`name`) for one who is not there, or of whose name there are several.
 */
export const findInvitee = async (
  work: Work,
  { way, name, role, relation }: Pick<InviteInput, 'way' | 'name' | 'role' | 'relation'>,
  customerId: string,
): Promise<Invitee> => {
  if (way === 'link') {
    const read = personName().safeParse(name);
    if (!read.success) throw badField('name', read.error.issues[0]?.message ?? 'form.name', { most: mostInNames });
    return { inviteeId: null, inviteeRole: null, inviteeName: read.data, relation };
  }
  if (role === null) throw badField('role', 'form.choose');
  const asked = fold(name);
  const found = (await findWorking(work, role, customerId)).filter(
    (one) => fold(one.name) === asked || (one.email !== null && fold(one.email) === asked),
  );
  const [one, another] = found;
  if (!one) throw badField('name', 'path.invite.nobody');
  if (another) throw badField('name', 'path.invite.several');
  return { inviteeId: one.id, inviteeRole: role, inviteeName: one.name, relation: '' };
};

/** Throws tooMany when as many invitations of a customer wait or are open as their city lets. */
export const countOpen = async (
  { tx, cityId, today }: Work,
  customerId: string,
  { invitationsOpenMost }: { invitationsOpenMost: number },
): Promise<void> => {
  // The customer's row is locked, so that two at once are counted one after the other.
  await sql`select from customer where city_id = ${cityId} and id = ${customerId} for update`.execute(tx);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from invitation where city_id = ${cityId} and customer_id = ${customerId}
      and ended_at is null and declined_at is null and until_on >= ${today}::date`.execute(tx);
  if ((rows[0]?.count ?? 0) >= invitationsOpenMost) throw new Problem('tooMany');
};
