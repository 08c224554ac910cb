import type { App } from '../app.ts';
import type { Actor } from '../kernel/actor.ts';
import type { InLanguages } from '../kernel/languages.ts';
import { answerAfterCare, askAfterCare, endStage, readAfterCare, tellStage } from '../path/index.ts';
import type { GrownCustomer } from './customers.ts';
import { demoActor } from './people.ts';
import type { DemoTime } from './time.ts';
import { pick } from './words.ts';

type Outside = { app: App; time: DemoTime; adviserOf(customer: GrownCustomer): Actor };

/** Days ago: when a stage began and, unless it goes on, its last day. */
type Told = { stage: 'workshop' | 'cooperative' | 'subsidised' | 'open'; from: number; to?: number };

/** Somebody at each stage; the last moved back from open work to the workshop. Two are asked how it is going, and the later answers. */
const paths: readonly (readonly Told[])[] = [
  [
    { stage: 'workshop', from: 70, to: 31 },
    { stage: 'cooperative', from: 24 },
  ],
  [],
  [{ stage: 'workshop', from: 26 }],
  [{ stage: 'open', from: 12 }],
  [
    { stage: 'workshop', from: 95, to: 50 },
    { stage: 'subsidised', from: 40 },
  ],
  [{ stage: 'open', from: 35 }],
  [
    { stage: 'subsidised', from: 150, to: 38 },
    { stage: 'open', from: 37 },
  ],
  [
    { stage: 'open', from: 120, to: 75 },
    { stage: 'workshop', from: 45 },
  ],
];

const where: Record<Told['stage'], InLanguages> = {
  workshop: { fi: 'Ompelu- ja korjauspaja', sv: 'Sy- och reparationsverkstaden', en: 'Sewing and repair workshop' },
  cooperative: { fi: 'Muutto- ja siivouskeikkoja', sv: 'Flytt- och städuppdrag', en: 'Moving and cleaning gigs' },
  subsidised: { fi: 'Kierrätyskeskus', sv: 'Återvinningscentralen', en: 'Recycling centre' },
  open: { fi: 'Lounasravintola', sv: 'Lunchrestaurang', en: 'Lunch restaurant' },
};

const answersAt = 6;
const answer: InLanguages = {
  fi: 'Työ sujuu ja porukka on mukava. Aamuvuorot ovat raskaita, kun bussi ei kulje vielä viideltä.',
  sv: 'Arbetet går bra och kollegerna är trevliga. Morgonskiften är tunga, för bussen går inte ännu klockan fem.',
  en: 'Work goes well and the others are nice. Morning shifts are hard, as no bus runs at five yet.',
};

/** Asks how it is going as the housekeeping does; one answers. */
const growAfterCare = async ({ app, time }: Outside, cityId: string, customer: GrownCustomer | undefined) => {
  const at = time.daysAgo(1);
  const { jobs } = app;
  await app.database.inCity(cityId, (tx) => askAfterCare(tx, { cityId, now: at, today: time.dayOf(at), jobs }));
  if (!customer) return;
  const { customerId, language, city, personId, ...person } = customer;
  const me = demoActor({ ...person, language, cityId: city }, { personId, role: 'customer', customerId });
  const run = app.runAt(() => time.hoursAfter(at, 5));
  const [question] = await run(me, readAfterCare, { customerId: null });
  if (!question) return;
  const { id: afterCareId, version } = question;
  await run(me, answerAfterCare, { afterCareId, version, answer: 'mixed', words: answer[language] });
};

/** Where the customers one can log in as are on their paths, as they and their advisers told it. */
export const growStages = async (outside: Outside, customers: readonly GrownCustomer[]): Promise<void> => {
  const { app, time, adviserOf } = outside;
  for (const [cityId, ofCity] of Map.groupBy(customers, (customer) => customer.city)) {
    for (const [place, customer] of ofCity.entries()) {
      const { customerId, language, city, personId, ...person } = customer;
      const me = demoActor({ ...person, language, cityId: city }, { personId, role: 'customer', customerId });
      const adviser = adviserOf(customer);
      const dayAgo = (days: number) => time.dayOf(time.daysAgo(days));
      for (const { stage, from, to } of pick(paths, place)) {
        const [who, whose] = stage === 'workshop' ? [adviser, customerId] : [me, null];
        const told = { customerId: whose, stage, fromOn: dayAgo(from), words: where[stage][language] };
        const { id: pathFactId, version } = await app.runAt(() => time.daysAgo(3, place))(who, tellStage, told);
        if (to !== undefined)
          await app.runAt(() => time.daysAgo(2, place))(adviser, endStage, { pathFactId, version, toOn: dayAgo(to) });
      }
    }
    await growAfterCare(outside, cityId, ofCity[answersAt]);
  }
};
