import type { App } from '../app.ts';
import { becomeCustomer } from '../kernel/become-customer.ts';
import { setConsent } from '../kernel/consent.ts';
import { keepAllOfStory, tellLimits, tellStory } from '../know-how/index.ts';
import { assignCustomer, setGoal } from '../path/index.ts';
import { starCustomer } from './featured.ts';
import { demoActor, demoEmail } from './people.ts';
import type { StoryPerson } from './stories.ts';
import type { DemoTime } from './time.ts';
import { goals, pick } from './words.ts';

export type GrownCustomer = StoryPerson & { personId: string; customerId: string; index: number; isMatched: boolean };

/** The star has told and not yet looked at what was found, so that a visitor does it; every tenth is as far. */
const isUndecided = ({ key }: StoryPerson, index: number): boolean => key === starCustomer || index % 10 === 7;

/** Every tenth has not told when they can work or which languages they speak: their matches ask. */
const hasLimits = ({ key }: StoryPerson, index: number): boolean => key === starCustomer || index % 10 !== 4;

const limitsOf = ({ workHours, spokenLanguages, area }: StoryPerson) => ({
  hours: workHours,
  languages: spokenLanguages,
  area,
  version: 1,
});

/** Some have joined by themselves and wait for an adviser: those who have only just told. */
const isWaiting = (person: StoryPerson, index: number): boolean => person.key !== starCustomer && index % 20 === 7;

const actorOf = (person: StoryPerson, { personId, customerId }: { personId: string; customerId: string }) =>
  demoActor({ ...person, cityId: person.city }, { personId, role: 'customer', customerId });

/** One person becomes a customer, tells, keeps and agrees, as they would on the pages, some weeks ago. */
const growCustomer = async (
  app: App,
  time: DemoTime,
  grown: { person: StoryPerson; personId: string; index: number; adviserId: string },
): Promise<GrownCustomer> => {
  const { person, personId, index, adviserId } = grown;
  const at = time.daysAgo(10 + ((index * 7) % 50), index);
  const customerId = await app.database.inCity(person.city, async (tx) => {
    const id = await becomeCustomer(tx, {
      cityId: person.city,
      personId,
      name: person.name,
      email: demoEmail(person.key),
      language: person.language,
      fromOn: time.dayOf(at),
      now: at,
      known: { birthYear: person.birthYear, gender: person.gender },
    });
    if (!isWaiting(person, index))
      await assignCustomer(tx, { cityId: person.city, adviserId, customerId: id, fromOn: time.dayOf(at) });
    return id;
  });
  const isMatched = !isUndecided(person, index) && index % 7 !== 3;
  await app.runAt(() => at)(
    actorOf(person, { personId, customerId }),
    async (work) => {
      if (hasLimits(person, index)) await tellLimits(work, limitsOf(person));
      const { id: storyId, version } = await tellStory(work, { text: person.story, language: person.language });
      if (isUndecided(person, index)) return;
      await keepAllOfStory(work, { storyId, version });
      if (isMatched) await setConsent(work, { what: 'matching', isGiven: true, untilOn: null });
      if (index % 4 !== 1) await setConsent(work, { what: 'adviserKnowHow', isGiven: true, untilOn: null });
      if (index % 3 === 0)
        await setGoal(work, { customerId: null, goal: pick(goals, index)[person.language], version: 0 });
    },
    undefined,
  );
  return { ...person, personId, customerId, index, isMatched };
};

/** All customers, in order. Half of each city's are one adviser's, half the other's, but for those who wait for one. */
export const growCustomers = async (
  app: App,
  time: DemoTime,
  from: {
    people: readonly StoryPerson[];
    ids: Map<string, string>;
    advisers: (cityId: string) => string[];
    onProgress: (done: number) => void;
  },
): Promise<GrownCustomer[]> => {
  const customers: GrownCustomer[] = [];
  for (const [index, person] of from.people.entries()) {
    const adviserId = pick(from.advisers(person.city), index);
    customers.push(
      await growCustomer(app, time, { person, personId: from.ids.get(person.key) ?? '', index, adviserId }),
    );
    from.onProgress(index + 1);
  }
  return customers;
};
