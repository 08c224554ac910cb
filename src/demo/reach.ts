import type { App } from '../app.ts';
import { readAccount, saveAccount } from '../kernel/account.ts';
import { disputeActed, readDoneForMe } from '../kernel/acting/acted-for.ts';
import type { Actor } from '../kernel/actor.ts';
import type { InLanguages } from '../kernel/languages.ts';
import { chooseReach } from '../kernel/notices/own-reach.ts';
import { confirmPhone, setPhone } from '../kernel/notices/phone.ts';
import { keepForCustomer, readWhoTells, tellLimitsForCustomer, tellStoryForCustomer } from '../know-how/index.ts';
import type { GrownCustomer } from './customers.ts';
import { demoActor } from './people.ts';
import type { DemoTime } from './time.ts';

type Outside = { app: App; time: DemoTime; adviserOf(customer: GrownCustomer): Actor };
type Case = { outside: Outside; customer: GrownCustomer; actor: Actor; at: Date };

const reasons: InLanguages = {
  fi: 'Asiakas soitti bussista, ja puhelimen akku oli lopussa',
  sv: 'Kunden ringde från bussen och telefonens batteri var nästan slut',
  en: 'The customer called from the bus, and the phone was almost out of power',
};
const stories: InLanguages = {
  fi: 'Olen hoitanut naapurin lapsia iltaisin ja auttanut heitä läksyissä. Korjaan itse polkupyörät.',
  sv: 'Jag har skött grannens barn på kvällarna och hjälpt dem med läxorna. Cyklar reparerar jag själv.',
  en: 'I have looked after the neighbour’s children in the evenings and helped them with homework. I mend bicycles myself.',
};
const atDesk: InLanguages = {
  fi: 'Kävi palvelupisteessä ja kertoi mieluummin kuin kirjoitti',
  sv: 'Besökte servicestället och ville hellre berätta än skriva',
  en: 'Came by the service point, and would rather tell than write',
};
const disputes: InLanguages = {
  fi: 'Sanoin, että myös lauantait sopivat.',
  sv: 'Jag sade att också lördagar passar.',
  en: 'I said that Saturdays suit me too.',
};

/** A number that belongs to nobody: 040 is followed by zeros and the customer's place in the demo. */
const numberOf = ({ index }: GrownCustomer): string => `+358400${String(index).padStart(6, '0')}`;

/** Gives a number, answers with the code, and wants text messages of appointments and the day's messages together. */
const texts = async ({ outside: { app }, customer, actor, at }: Case): Promise<void> => {
  const run = app.runAt(() => at);
  const say = (code: string) => app.say(customer.language, 'sms.code', { code });
  await run(actor, setPhone, { number: numberOf(customer), version: 1, say });
  const sms = await app.database.inCity(actor.cityId, (tx) =>
    tx
      .selectFrom('sms')
      .select('secretSealed')
      .where('cityId', '=', actor.cityId)
      .where('personId', '=', actor.personId)
      .executeTakeFirst(),
  );
  if (!sms?.secretSealed) return;
  await run(actor, confirmPhone, { code: app.services.secrets.decrypt(sms.secretSealed) });
  await run(actor, chooseReach, {
    choices: [
      { about: 'appointments', byMail: true, bySms: true, pace: 'atOnce' },
      { about: 'messages', byMail: true, bySms: false, pace: 'daily' },
    ],
    ...{ quietFrom: 20, quietUntil: 8, quietMail: false, version: 3 },
  });
};

/** Called their adviser, who told their limits for them. */
const called = async ({ outside: { app, adviserOf }, customer, at }: Case): Promise<void> => {
  const { customerId, language, city } = customer;
  const record = await app.database.inCity(city, (tx) =>
    tx
      .selectFrom('customer')
      .select(['spokenLanguages', 'area', 'version'])
      .where('cityId', '=', city)
      .where('id', '=', customerId)
      .executeTakeFirstOrThrow(),
  );
  const told = { hours: 'days' as const, languages: record.spokenLanguages, area: record.area };
  await app.runAt(() => at)(adviserOf(customer), tellLimitsForCustomer, {
    ...{ customerId, version: record.version, ...told, way: 'phone', reason: reasons[language] },
  });
};

/** Came by and told what they can do; the adviser wrote it down, and they kept what was right. */
const cameBy = async ({ outside: { app, adviserOf, time }, customer, at }: Case): Promise<void> => {
  const { customerId, language } = customer;
  const adviser = adviserOf(customer);
  const run = app.runAt(() => at);
  const acted = { way: 'desk', reason: atDesk[language] } as const;
  if (!(await run(adviser, readWhoTells, { customerId })).isShared) return;
  const told = await run(adviser, tellStoryForCustomer, { customerId, text: stories[language], language, ...acted });
  if (told.suggestions === 0) return;
  const keep = { toldStoryId: told.id, version: told.version, keep: 'all', ...acted } as const;
  await app.runAt(() => time.hoursAfter(at, 0.3))(adviser, keepForCustomer, keep);
};

/** Has neither, and calls: what was done for them is told by letter. */
const letters = async (one: Case): Promise<void> => {
  const { actor, at } = one;
  const run = one.outside.app.runAt(() => at);
  const { version } = await run(actor, (work) => readAccount(work), undefined);
  await run(actor, saveAccount, { email: null, wantsNotices: null, version });
  await called(one);
};

/** The same, and says that it was not so. */
const disputed = async (one: Case): Promise<void> => {
  await called(one);
  const { app, time } = one.outside;
  const run = app.runAt(() => time.hoursAfter(one.at, 3));
  const [acted] = await run(one.actor, (work) => readDoneForMe(work), undefined);
  if (acted)
    await run(one.actor, disputeActed, { actedForId: acted.id, version: 1, word: disputes[one.customer.language] });
};

/** One of each in turn; all but two are reached by e-mail as before. */
const kinds: readonly ((one: Case) => Promise<void>)[] = [cameBy, texts, called, letters, disputed];

/** How customers are reached, and what their advisers did for them. */
export const growReach = async (outside: Outside, customers: readonly GrownCustomer[]): Promise<void> => {
  const places = new Map<string, number>();
  for (const customer of customers) {
    const { city, customerId, personId, ...person } = customer;
    const place = places.get(city) ?? 0;
    places.set(city, place + 1);
    const actor = demoActor({ ...person, cityId: city }, { personId, role: 'customer', customerId });
    await kinds[place % kinds.length]?.({ outside, customer, actor, at: outside.time.daysAgo(1, customer.index) });
  }
};
