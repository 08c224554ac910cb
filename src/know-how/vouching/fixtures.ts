import type { Guest } from '../../kernel/actor.ts';
import { setTerm, type TermName } from '../../kernel/terms.ts';
import type { MadeCustomer } from '../../testing/builders.ts';
import type { World } from '../../testing/database.ts';
import { addKnowHow } from '../add-know-how.ts';
import { linkHash, newLinkSecret } from './link.ts';
import { readByLink } from './read-vouching.ts';
import { requestsOf } from './requests.ts';
import { makeLink } from './send-request.ts';
import { vouchingsOf } from './vouchings-of.ts';
import { writeRequest } from './write-request.ts';

export const baking = 'leipominen';
export const serving = 'asiakaspalvelu';
/** Who answers by a link. */
export const riitta = { name: 'Riitta A.', role: 'kylätoimikunnan pj', email: null };

export const vouchWorld = (world: World) => {
  const uriOf = (label: string): string => {
    const [found] = world.services.vocabulary.search(label, 'fi', 1);
    if (!found) throw new Error(`nothing is called ${label}`);
    return found.uri;
  };

  const aKeeper = async (wish: Parameters<World['aCustomer']>[0] = {}): Promise<MadeCustomer> => {
    const customer = await world.aCustomer({ name: 'Aino Lehtonen', ...wish });
    for (const label of [baking, serving]) await world.run(customer.actor, addKnowHow, { uri: uriOf(label) });
    return customer;
  };

  /** Whoever opens a link: nobody in particular. */
  const aGuest = (city = 'turku'): Guest => ({
    personId: null,
    name: '',
    language: 'fi',
    cityId: city,
    role: 'guest',
    requestId: 'guest',
  });

  const request = {
    skills: [uriOf(baking), uriOf(serving)],
    way: 'link' as const,
    askedName: 'Riitta Aalto',
    email: null,
    relation: 'employer' as const,
    nameShown: 'firstName' as const,
    whatFor: 'Haen leipomoon',
    message: 'Muistatko kyläjuhlat?',
    language: 'fi' as const,
  };

  /** A request handed over by a link. */
  const aLink = async (customer: MadeCustomer, more: Partial<typeof request> = {}) => {
    const { id, version } = await world.run(customer.actor, writeRequest, { ...request, ...more });
    const secret = newLinkSecret('turku');
    await world.run(customer.actor, makeLink, { requestId: id, version, secretHash: linkHash(secret) });
    return { id, secret };
  };

  const read = async (customer: MadeCustomer, requestId: string) => {
    const all = await world.run(customer.actor, (work) => requestsOf(work, customer.customerId), undefined);
    const found = all.find(({ id }) => id === requestId);
    if (!found) throw new Error('No such request');
    return found;
  };

  const seen = (label: string) => ({
    ...{ skill: uriOf(label), answer: 'seen' as const, how: 'Ohjasin häntä', since: 'kesä 2019', until: '2021' },
  });
  const other = (label: string, answer: 'cannotSay' | 'declined') => ({
    ...{ skill: uriOf(label), answer, how: 'tätä ei säilytetä', since: '', until: '' },
  });

  const open = (secret: string, city?: string) => world.runAsGuest(aGuest(city), readByLink, secret);
  /** What is shown of a customer's vouchings. */
  const shown = (customerId: string) => world.database.inCity('turku', (tx) => vouchingsOf(tx, 'turku', customerId));
  const setCityTerm = (name: TermName, value: number) =>
    world.database.inCity('turku', (tx) =>
      setTerm(tx, { cityId: 'turku', name, value, fromOn: '2026-01-01', source: 'test' }),
    );

  return { open, shown, setCityTerm, uriOf, aKeeper, aGuest, aLink, request, read, seen, other };
};
