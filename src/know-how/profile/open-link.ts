import { access } from '../../kernel/access/access.ts';
import { notFound } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secrets.ts';
import type { GuestWork } from '../../kernel/work.ts';
import { placeOf } from '../queries.ts';
import { type Seen, seenBy } from './audience.ts';
import { logName, nameOnLink } from './links.ts';
import { profileOf } from './read-profile.ts';
import { readShown } from './shown.ts';

export type OpenedLink = { name: string; untilOn: string; seen: Seen };

const findOpen = ({ tx, cityId, today }: GuestWork, secret: string) =>
  tx
    .selectFrom('profileLink as l')
    .innerJoin('customer as c', (join) => join.onRef('c.cityId', '=', 'l.cityId').onRef('c.id', '=', 'l.customerId'))
    .innerJoin('cityPerson as p', (join) =>
      join.onRef('p.cityId', '=', 'c.cityId').onRef('p.personId', '=', 'c.personId'),
    )
    .select(['l.id', 'l.customerId', 'l.nameShown', 'l.untilOn', 'p.name'])
    .where('l.cityId', '=', cityId)
    .where('l.secretHash', '=', hashOf(secret))
    .where('l.endedAt', 'is', null)
    .where('l.untilOn', '>=', today)
    .where('c.deletedAt', 'is', null)
    .executeTakeFirst();

/**
 * What a link shows to whoever has it. Each opening stands in the customer's use log, by a name of the link's. Throws "not found" for a secret that is not
 * there, has ended or is past its last day: they cannot be told apart.
 */
export const openLink = async (work: GuestWork, secret: string): Promise<OpenedLink> => {
  const link = await findOpen(work, secret);
  if (!link) throw notFound();
  const { id: linkId, customerId, untilOn, nameShown } = link;
  work.actor.name = logName(link.id);
  const asked = { section: 'profile', action: 'read', why: 'with the link' } as const;
  access.authorise(work, { ...asked, relations: ['asked'], customerId });
  const name = nameOnLink(link.name, nameShown);
  const shown = await readShown(work, { customerId, audience: 'link', linkId });
  return { name, untilOn, seen: seenBy(await profileOf(placeOf(work), customerId), shown) };
};
