import type { App } from '../app.ts';
import { becomeCustomer } from '../kernel/become-customer.ts';
import { setConsent } from '../kernel/consent.ts';
import type { Language } from '../kernel/languages.ts';
import type { Work } from '../kernel/work.ts';
import { keepAllOfStory, tellLimits, tellStory } from '../know-how/index.ts';
import { assignCustomer, setGoal } from '../path/index.ts';
import { starCustomer } from './featured.ts';
import { demoActor, demoEmail } from './people.ts';
import { tellDemoProfile } from './profiles.ts';
import type { DemoCustomer } from './stories.ts';
import type { DemoTime } from './time.ts';
import { goals, pick } from './words.ts';

export type GrownCustomer = DemoCustomer & { personId: string; customerId: string; isMatched: boolean };

type Newcomer = { person: DemoCustomer; personId: string; adviserId: string };

/** Every tenth has not told when they can work or which languages they speak: their matches ask. */
const hasLimits = ({ key, index }: DemoCustomer): boolean => key === starCustomer || index % 10 !== 4;

const limitsOf = ({ workHours, spokenLanguages, area }: DemoCustomer) => ({
  hours: workHours,
  languages: spokenLanguages,
  area,
  version: 1,
});

/** Some have joined by themselves and wait for an adviser: those who have only just told. */
export const isWaiting = ({ key, index }: DemoCustomer): boolean => key !== starCustomer && index % 20 === 7;

const actorOf = (person: DemoCustomer, { personId, customerId }: { personId: string; customerId: string }) =>
  demoActor({ ...person, cityId: person.city }, { personId, role: 'customer', customerId });

/** Tells a story and keeps all that was found in it. */
const tellAndKeep = async (work: Work, { text, language }: { text: string; language: Language }): Promise<void> => {
  const { id: storyId, version } = await tellStory(work, { text, language });
  await keepAllOfStory(work, { storyId, version });
};

const becomeDemoCustomer = (
  app: App,
  { person, personId, adviserId, at, day }: Newcomer & { at: Date; day: string },
): Promise<string> =>
  app.database.inCity(person.city, async (tx) => {
    const { city: cityId, name, key, language, birthYear, gender } = person;
    const customerId = await becomeCustomer(tx, {
      cityId,
      personId,
      name,
      email: demoEmail(key),
      language,
      fromOn: day,
      now: at,
      known: { birthYear, gender },
    });
    if (!isWaiting(person)) await assignCustomer(tx, { cityId, adviserId, customerId, fromOn: day });
    return customerId;
  });

/** One person becomes a customer, tells, keeps and agrees, as they would on the pages, some weeks ago. */
const growCustomer = async (app: App, time: DemoTime, newcomer: Newcomer): Promise<GrownCustomer> => {
  const { person, personId } = newcomer;
  const { index, isUndecided, story, later, language } = person;
  const at = isUndecided ? time.daysAgo(1 + (index % 6), index) : time.daysAgo(30 + ((index * 7) % 50), index);
  // Whom the tour begins with came some days before, made a plan with her adviser, and has told her story only now.
  const cameAt = person.key === starCustomer ? time.daysAgo(12, index) : at;
  const customerId = await becomeDemoCustomer(app, { ...newcomer, at: cameAt, day: time.dayOf(cameAt) });
  const grown = { ...person, personId, customerId, isMatched: !isUndecided && index % 12 !== 3 };
  const actor = actorOf(person, grown);
  await app.runAt(() => at)(
    actor,
    async (work) => {
      if (hasLimits(person)) await tellLimits(work, limitsOf(person));
      if (isUndecided) {
        await tellStory(work, { text: story, language });
        return tellDemoProfile(work, person.key, customerId);
      }
      await tellAndKeep(work, { text: story, language });
      await tellDemoProfile(work, person.key, customerId);
      if (grown.isMatched) await setConsent(work, { what: 'matching', isGiven: true, untilOn: null });
      if (index % 4 !== 1) await setConsent(work, { what: 'adviserKnowHow', isGiven: true, untilOn: null });
      if (index % 3 === 0) await setGoal(work, { customerId: null, goal: pick(goals, index)[language], version: 0 });
    },
    undefined,
  );
  if (isUndecided) return grown;
  const again = time.daysAgo(24 + (index % 5), index);
  await app.runAt(() => again)(actor, tellAndKeep, { text: later, language });
  return grown;
};

/** All customers, in order. Half of each city's are one adviser's, half the other's, but for those who wait for one. */
export const growCustomers = async (
  app: App,
  time: DemoTime,
  from: {
    people: readonly DemoCustomer[];
    ids: Map<string, string>;
    advisers: (cityId: string) => string[];
    onProgress: (done: number) => void;
  },
): Promise<GrownCustomer[]> => {
  const customers: GrownCustomer[] = [];
  for (const [index, person] of from.people.entries()) {
    const adviserId = pick(from.advisers(person.city), index);
    customers.push(await growCustomer(app, time, { person, personId: from.ids.get(person.key) ?? '', adviserId }));
    from.onProgress(index + 1);
  }
  return customers;
};
