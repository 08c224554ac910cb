import type { App } from '../app.ts';
import { setPromise } from '../dialogue/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { InLanguages } from '../kernel/languages.ts';
import { proposeStep } from '../path/index.ts';
import type { GrownCustomer } from './customers.ts';
import { demoActor } from './people.ts';
import type { DemoTime } from './time.ts';

type Outside = { app: App; time: DemoTime };

/** The first adviser of each city promises to answer in two working days; the others promise what the city does. */
export const growPromises = async ({ app, time }: Outside, advisers: readonly Actor[]): Promise<void> => {
  for (const [first] of Map.groupBy(advisers, ({ cityId }) => cityId).values())
    if (first) await app.runAt(() => time.daysAgo(60))(first, setPromise, { days: 2 });
};

const title: InLanguages = {
  fi: 'Käyn tutustumassa päiväkotiin',
  sv: 'Jag besöker ett daghem',
  en: 'I visit a day care centre',
};

/** One of each city's first adviser's customers proposed a step yesterday: both see by when it is answered. */
export const growProposals = async (
  { app, time, adviserOf }: Outside & { adviserOf(customer: GrownCustomer): Actor },
  { customers, advisers }: { customers: readonly GrownCustomer[]; advisers: readonly Actor[] },
): Promise<void> => {
  for (const [first] of Map.groupBy(advisers, ({ cityId }) => cityId).values()) {
    const own = customers.filter((one) => one.city === first?.cityId && adviserOf(one).personId === first?.personId);
    const customer = own[1];
    if (!customer) continue;
    const { customerId, city, personId, ...person } = customer;
    const me = demoActor({ ...person, cityId: city }, { personId, role: 'customer', customerId });
    await app.runAt(() => time.daysAgo(1))(me, proposeStep, {
      ...{ customerId: null, challengeId: null, title: title[customer.language], owner: 'customer' },
      dueOn: time.dayAhead(12),
    });
  }
};
