import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { notFound } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secrets.ts';
import type { GuestWork } from '../../kernel/work.ts';
import { placeOf } from '../queries.ts';
import { type Seen, seenBy } from './audience.ts';
import { nameOnLink } from './links.ts';
import { profileOf } from './read-profile.ts';
import type { LinkPart } from './tables.ts';

export type OpenedLink = { name: string; parts: LinkPart[]; untilOn: string; seen: Seen };

/** Finds the open link of a secret and counts the opening, in one statement: one that has just ended is not counted. */
const countOpening = ({ tx, cityId, now, today }: GuestWork, secret: string) =>
  tx
    .updateTable('profileLink as l')
    .from(['customer as c', 'cityPerson as p'])
    .set({ openings: sql<number>`l.openings + 1`, openedAt: now })
    .where('l.cityId', '=', cityId)
    .where('l.secretHash', '=', hashOf(secret))
    .where('l.endedAt', 'is', null)
    .where('l.untilOn', '>=', today)
    .whereRef('c.cityId', '=', 'l.cityId')
    .whereRef('c.id', '=', 'l.customerId')
    .where('c.deletedAt', 'is', null)
    .whereRef('p.cityId', '=', 'c.cityId')
    .whereRef('p.personId', '=', 'c.personId')
    .returning(['l.customerId', 'l.nameShown', 'l.parts', 'l.untilOn', 'p.name'])
    .executeTakeFirst();

/**
 * What a link shows to whoever has it. Each opening is counted, and stands in the customer's use log. Throws "not found" for a secret that is not
 * there, has ended or is past its last day: they cannot be told apart.
 */
export const openLink = async (work: GuestWork, secret: string): Promise<OpenedLink> => {
  const link = await countOpening(work, secret);
  if (!link) throw notFound();
  const { customerId, parts, untilOn, nameShown } = link;
  const asked = { section: 'profile', action: 'read', why: 'with the link' } as const;
  access.authorise(work, { ...asked, relations: ['asked'], customerId });
  const name = nameOnLink(link.name, nameShown);
  return { name, parts, untilOn, seen: seenBy(await profileOf(placeOf(work), customerId), parts) };
};
