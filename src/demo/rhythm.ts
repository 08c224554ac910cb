import type { App } from '../app.ts';
import type { Actor } from '../kernel/actor.ts';
import { addDays } from '../kernel/clock.ts';
import type { InLanguages } from '../kernel/languages.ts';
import { isWorkingDay } from '../kernel/working-days.ts';
import { recordTalk, setJobSearch } from '../path/index.ts';
import type { GrownCustomer } from './customers.ts';
import type { DemoTime } from './time.ts';
import { pick } from './words.ts';

type Outside = { app: App; time: DemoTime; adviserOf(customer: GrownCustomer): Actor };

/** Days ago: when the job search began, and its talks, the first interview first. */
type Told = { begun: number; talks: readonly number[]; byPhone?: true };

const justBegun: Told = { begun: 8, talks: [] };

/** Between two follow-ups; the first interview soon due; a follow-up late; the first interview held by phone. */
const kinds: readonly Told[] = [
  { begun: 104, talks: [97, 8] },
  justBegun,
  { begun: 110, talks: [100] },
  { begun: 60, talks: [49], byPhone: true },
];

const whyByPhone: InLanguages = {
  fi: 'Bussi ei kulkenut lakon takia.',
  sv: 'Bussen gick inte på grund av strejk.',
  en: 'The bus did not run because of a strike.',
};

/** The day, or the day before it on which offices were open. */
const openDay = (day: string): string => (isWorkingDay(day) ? day : openDay(addDays(day, -1)));

/** When the job searches of the customers one can log in as began, and the talks held since, as their advisers wrote them down. */
export const growRhythm = async (
  { app, time, adviserOf }: Outside,
  customers: readonly GrownCustomer[],
): Promise<void> => {
  for (const [place, customer] of customers.entries()) {
    const { customerId, language } = customer;
    const { begun, talks, byPhone } = customer.isUndecided ? justBegun : pick(kinds, place);
    const run = app.runAt(() => time.daysAgo(1, place));
    const adviser = adviserOf(customer);
    const dayAgo = (days: number) => time.dayOf(time.daysAgo(days));
    await run(adviser, setJobSearch, { customerId, begunOn: dayAgo(begun), version: 0 });
    for (const [count, days] of talks.entries())
      await run(adviser, recordTalk, {
        customerId,
        kind: count === 0 ? 'firstInterview' : 'followUp',
        heldOn: openDay(dayAgo(days)),
        how: byPhone ? 'phone' : 'inPerson',
        howWhy: byPhone ? whyByPhone[language] : '',
      });
  }
};
