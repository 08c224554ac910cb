import type { App } from '../app.ts';
import type { Actor, Guest } from '../kernel/actor.ts';
import {
  answerAsAdviser,
  answerByLink,
  decideVouching,
  linkHash,
  makeLink,
  newLinkSecret,
  offerVouching,
  readRequestChoices,
  readVouching,
  sendRequest,
  withdrawByLink,
  writeRequest,
} from '../know-how/index.ts';
import type { GrownCustomer } from './customers.ts';
import { demoActor, demoEmail } from './people.ts';
import type { DemoTime } from './time.ts';
import { pick, vouchAsks, vouchers } from './words.ts';

type Outside = { app: App; time: DemoTime; adviserOf(customer: GrownCustomer): Actor };
type Asking = { outside: Outside; customer: GrownCustomer; actor: Actor; skills: string[]; at: Date };

const actorOf = ({ city, customerId, personId, ...person }: GrownCustomer): Actor =>
  demoActor({ ...person, cityId: city }, { personId, role: 'customer', customerId });

const guestOf = ({ city, language }: GrownCustomer): Guest => ({
  ...{ personId: null, name: '', role: 'guest', requestId: 'demo' },
  ...{ cityId: city, language },
});

const write = (asking: Asking, way: 'link' | 'mail' | 'adviser') => {
  const { outside, customer, actor, skills, at } = asking;
  const { language, index } = customer;
  const voucher = pick(vouchers, index);
  const ask = pick(vouchAsks, index);
  return outside.app.runAt(() => at)(actor, writeRequest, {
    ...{ skills, way, language, relation: voucher.relation, askedName: way === 'adviser' ? '' : voucher.name },
    email: way === 'mail' ? demoEmail(`pyydetty-${index}`) : null,
    nameShown: index % 2 === 0 ? 'fullName' : 'firstName',
    ...{ whatFor: ask.whatFor[language], message: ask.message[language] },
  });
};

/** Asked by a link that the other has got, and answered by it: the first skill seen, the second not for them to say. */
const answeredByLink = async (asking: Asking) => {
  const { outside, customer, actor, skills, at } = asking;
  const { app, time } = outside;
  const { id: requestId, version } = await write(asking, 'link');
  const secret = newLinkSecret(customer.city);
  await app.runAt(() => at)(actor, makeLink, { requestId, version, secretHash: linkHash(secret) });
  const { name, role, how, since } = pick(vouchers, customer.index);
  const said = { how: how[customer.language], since, until: '' };
  await app.runAsGuestAt(() => time.hoursAfter(at, 20))(guestOf(customer), answerByLink, {
    ...{ secret, name, role: role[customer.language], email: null },
    answers: skills.map((skill, place) => ({
      skill,
      answer: place === 0 ? ('seen' as const) : ('cannotSay' as const),
      ...said,
    })),
  });
  return { requestId, secret };
};

const takeAll = async ({ outside: { app, time }, actor, at }: Asking) => {
  const run = app.runAt(() => time.hoursAfter(at, 30));
  const { requests } = await run(actor, (work) => readVouching(work), undefined);
  for (const { id: vouchingId, state, version } of requests.flatMap(({ vouchings }) => vouchings))
    if (state === 'offered') await run(actor, decideVouching, { vouchingId, version, decision: 'accept' });
};

const askAdviser = async (asking: Asking, isAnswered: boolean) => {
  const { outside, customer, actor, skills, at } = asking;
  const { app, time } = outside;
  const { id: requestId, version } = await write(asking, 'adviser');
  await app.runAt(() => at)(actor, sendRequest, { requestId, version });
  if (!isAnswered) return;
  const { how } = pick(vouchers, customer.index);
  const said = { how: how[customer.language], since: '', until: '' };
  await app.runAt(() => time.hoursAfter(at, 20))(outside.adviserOf(customer), answerAsAdviser, {
    ...{ requestId, version: version + 1 },
    answers: skills.map((skill) => ({ skill, answer: 'seen' as const, ...said })),
  });
};

/** What has become of a request, one kind after another. */
const kinds: readonly ((asking: Asking) => Promise<unknown>)[] = [
  async (asking) => {
    await answeredByLink(asking);
    await takeAll(asking);
  },
  (asking) => askAdviser(asking, false),
  answeredByLink,
  async (asking) => {
    const { id: requestId, version } = await write(asking, 'mail');
    await asking.outside.app.runAt(() => asking.at)(asking.actor, sendRequest, { requestId, version });
  },
  async (asking) => {
    const { outside, customer, skills, at } = asking;
    const { how, since } = pick(vouchers, customer.index);
    await outside.app.runAt(() => at)(outside.adviserOf(customer), offerVouching, {
      ...{ customerId: customer.customerId, skills: skills.slice(0, 1) },
      ...{ how: how[customer.language], since, until: '' },
    });
  },
  async (asking) => {
    const { secret } = await answeredByLink(asking);
    await takeAll(asking);
    const { app, time } = asking.outside;
    const back = app.runAsGuestAt(() => time.hoursAfter(asking.at, 40));
    await back(guestOf(asking.customer), withdrawByLink, { secret, skill: asking.skills[0] ?? '' });
  },
  async (asking) => {
    await askAdviser(asking, true);
    await takeAll(asking);
  },
];

/** Some customers have asked others what they have seen, in all the states there are. */
export const growVouching = async (outside: Outside, customers: readonly GrownCustomer[]): Promise<void> => {
  for (const [place, customer] of customers.entries()) {
    const at = outside.time.daysAgo(3 + (place % 9), place);
    const actor = actorOf(customer);
    const { skills: kept, adviser } = await outside.app.runAt(() => at)(
      actor,
      (work) => readRequestChoices(work),
      undefined,
    );
    const skills = kept.slice(0, 2).map(({ uri }) => uri);
    if (skills.length === 0 || adviser === null) continue;
    await pick(kinds, place)({ outside, customer, actor, skills, at });
  }
};
