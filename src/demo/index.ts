import { sql } from 'kysely';
import type { App } from '../app.ts';
import { addCity } from '../kernel/cities.ts';
import { dayIn } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { WrongDatabase } from '../kernel/deployment.ts';
import { joinCity } from '../kernel/register-person.ts';
import { feedAdverts } from './adverts.ts';
import { growAppointments } from './appointments.ts';
import { growAsks } from './asks.ts';
import { growBusinesses } from './businesses.ts';
import { demoCities } from './cities.ts';
import { type GrownCustomer, growCustomers, isWaiting } from './customers.ts';
import { growDesk } from './desk.ts';
import { growDocuments } from './documents.ts';
import { shownPerCity, starContact, starCustomer } from './featured.ts';
import { growInvitations } from './invitations.ts';
import { growMeetings } from './meetings.ts';
import { growMessages } from './messages.ts';
import { type DemoPerson, demoActor, demoEmail, registerDemoPeople } from './people.ts';
import { growPlans } from './plans.ts';
import { growPromises, growProposals } from './promises.ts';
import { growReach } from './reach.ts';
import { growRhythm } from './rhythm.ts';
import { growRights } from './rights.ts';
import { growRules } from './rules.ts';
import { growStages } from './stages.ts';
import { growStar } from './star.ts';
import { growStepsOfAll } from './steps.ts';
import { type DemoStaff, readStories } from './stories.ts';
import { type DemoTime, demoTime } from './time.ts';
import { growVouching } from './vouching.ts';

type Tell = (text: string) => void;

const listed = <T extends { city: string }>(all: readonly T[], shown: number): Set<T> => {
  const counts = new Map<string, number>();
  return new Set(
    all.filter(({ city }) => {
      const count = (counts.get(city) ?? 0) + 1;
      counts.set(city, count);
      return count <= shown;
    }),
  );
};

const everybody = ({ people, businesses, staff }: ReturnType<typeof readStories>): DemoPerson[] => {
  const shownPeople = listed(people, shownPerCity.customers);
  const shownBusinesses = listed(businesses, shownPerCity.contacts);
  return [
    ...people.map((person) => ({
      ...person,
      cityId: person.city,
      roles: ['customer'] as const,
      isFeatured: shownPeople.has(person),
    })),
    ...businesses.map((business) => ({
      ...business.contact,
      cityId: business.city,
      roles: ['businessContact'] as const,
      isFeatured: shownBusinesses.has(business),
      birthYear: 1975,
    })),
    ...staff.map((person) => ({ ...person, cityId: person.city, isFeatured: true, birthYear: 1980 })),
  ];
};

const growStaff = async (
  app: App,
  time: DemoTime,
  staff: readonly DemoStaff[],
  ids: Map<string, string>,
): Promise<void> => {
  for (const { id: cityId } of demoCities)
    await app.database.inCity(cityId, async (tx) => {
      for (const person of staff.filter(({ city }) => city === cityId)) {
        const { key, name, language, roles } = person;
        const personId = ids.get(key) ?? '';
        const fromOn = time.dayOf(time.daysAgo(200));
        await joinCity(tx, { cityId, personId, name, email: demoEmail(key), language, roles, fromOn });
      }
    });
};

const challengeContacts = async (app: App, grown: Awaited<ReturnType<typeof growBusinesses>>) => {
  const byBusiness = new Map(grown.map(({ businessId, contact }) => [businessId, contact]));
  const contacts = new Map<string, (typeof grown)[number]['contact']>();
  for (const { id: cityId } of demoCities) {
    const rows = await app.database.inCity(cityId, (tx) =>
      tx.selectFrom('challenge').select(['id', 'businessId']).where('cityId', '=', cityId).execute(),
    );
    for (const { id, businessId } of rows) {
      const contact = byBusiness.get(businessId);
      if (contact) contacts.set(id, contact);
    }
  }
  return contacts;
};

const grow = async (app: App, tell: Tell): Promise<void> => {
  const stories = readStories();
  const { people, businesses, staff } = stories;
  const time = demoTime(app.clock());
  await app.database.acrossCities(async (tx) => {
    const known = await tx.selectFrom('city').select('id').execute();
    for (const city of demoCities) if (!known.some(({ id }) => id === city.id)) await addCity(tx, city);
  });
  await app.cities.refresh();
  const ids = await registerDemoPeople(app, everybody(stories));
  await growStaff(app, time, staff, ids);
  tell(`Loading the demo: ${businesses.length} businesses ...`);
  const grown = await growBusinesses(app, time, { businesses, ids });
  const advisersIn = (cityId: string) =>
    staff.filter(({ city, roles }) => city === cityId && roles.includes('adviser'));
  const onProgress = (done: number) => {
    if (done % 100 === 0 || done === people.length) tell(`Loading the demo: ${done} of ${people.length} customers ...`);
  };
  const advisers = (cityId: string) => advisersIn(cityId).map(({ key }) => ids.get(key) ?? '');
  const customers = await growCustomers(app, time, { people, ids, advisers, onProgress });
  const contacts = await challengeContacts(app, grown);
  const adviserOf = ({ city, index }: GrownCustomer) => {
    const own = advisersIn(city);
    const adviser = own[index % own.length] as DemoStaff;
    return demoActor({ ...adviser, cityId: city }, { personId: ids.get(adviser.key) ?? '', role: 'adviser' });
  };
  await feedAdverts(app.database);
  tell('Loading the demo: answers, conversations and plans ...');
  const outside = { app, time, contactOf: (challengeId: string) => contacts.get(challengeId), adviserOf };
  const allAdvisers = demoCities.flatMap(({ id: cityId }) =>
    advisersIn(cityId).map((person) =>
      demoActor({ ...person, cityId }, { personId: ids.get(person.key) ?? '', role: 'adviser' }),
    ),
  );
  await growPromises({ app, time }, allAdvisers);
  await growMeetings(
    outside,
    customers.filter(({ isMatched, index }) => isMatched && index % 3 !== 2),
  );
  const staffOf = (city: string, role: 'socialWorker' | 'administrator' | 'coordinator') => {
    const person = staff.find((one) => one.city === city && one.roles.includes(role));
    return person && demoActor({ ...person, cityId: city }, { personId: ids.get(person.key) ?? '', role });
  };
  await growPlans(
    { ...outside, staffOf },
    customers.filter(({ isUndecided, index }) => !isUndecided && index % 20 !== 7),
  );
  await growRules(
    outside,
    demoCities.flatMap(({ id }) => staffOf(id, 'administrator') ?? []),
  );
  await growStepsOfAll(
    outside,
    customers.filter(({ isUndecided, index }) => !isUndecided && index % 20 !== 7),
  );
  await growStar(outside, customers);
  await growVouching(
    outside,
    customers.filter(({ isUndecided, index }) => !isUndecided && index % 8 === 0),
  );
  await growAsks(
    outside,
    customers.filter(({ isMatched, index }) => isMatched && index % 10 === 3),
  );
  const shown = [...listed(customers, shownPerCity.customers)];
  await growAppointments({ ...outside, advisers: allAdvisers }, shown);
  await growDocuments(outside, shown);
  await growRhythm(
    outside,
    shown.filter((customer) => !isWaiting(customer)),
  );
  await growStages(
    outside,
    shown.filter((customer) => !isWaiting(customer) && !customer.isUndecided),
  );
  await growMessages(
    outside,
    shown.filter((customer) => !isWaiting(customer) && !customer.isUndecided),
  );
  await growInvitations(
    { ...outside, advisers: allAdvisers, staffOf },
    shown.filter((customer) => !isWaiting(customer) && !customer.isUndecided),
  );
  await growProposals(outside, {
    customers: shown.filter((customer) => !isWaiting(customer) && !customer.isUndecided),
    advisers: allAdvisers,
  });
  await growReach(
    outside,
    shown.filter((customer) => !isWaiting(customer) && !customer.isUndecided),
  );
  await growDesk(
    { ...outside, advisers: allAdvisers },
    customers.filter((customer) => !isWaiting(customer) && !customer.isUndecided),
    shown.filter((customer) => !isWaiting(customer) && !customer.isUndecided),
  );
  await growRights(
    outside,
    customers.filter(({ index }) => index % 20 === 1),
  );
};

const readDay = async (app: App, cityId: string): Promise<string | undefined> => {
  const row = await app.database.inCity(cityId, (tx) =>
    tx.selectFrom('demoDay').select('day').where('cityId', '=', cityId).executeTakeFirst(),
  );
  return row?.day;
};

const writeDay = (app: App, cityId: string, day: string) =>
  app.database.inCity(cityId, (tx) => tx.insertInto('demoDay').values({ cityId, day }).execute());

const daysBetween = (day: string, today: string): number => (Date.parse(today) - Date.parse(day)) / 86_400_000;

/** Agreed times and absences stay as many days from today, at the same time of the day. */
const moveTimes = async (tx: Tx, { cityId, days }: { cityId: string; days: number }): Promise<void> => {
  const later = (column: string) =>
    sql`(${sql.ref(column)} at time zone 'Europe/Helsinki' + make_interval(days => ${days})) at time zone 'Europe/Helsinki'`;
  await sql`update appointment set starts_at = ${later('starts_at')}, ends_at = ${later('ends_at')}
    where city_id = ${cityId} and state in ('proposed', 'booked')`.execute(tx);
  await sql`update absence set from_at = ${later('from_at')}, until_at = ${later('until_at')} where city_id = ${cityId}`.execute(
    tx,
  );
};

/** Last days of the demo are counted from the day it was loaded; later starts move them on, so that it never looks old. */
const moveToToday = async (app: App, today: string): Promise<void> => {
  for (const { id: cityId } of demoCities) {
    const day = await readDay(app, cityId);
    if (day === undefined)
      throw new WrongDatabase('The demo was not loaded to its end. Remove the data folder and start again.');
    if (day >= today) continue;
    await app.database.inCity(cityId, async (tx) => {
      await sql`update challenge set until_on = until_on + (${today}::date - ${day}::date) where city_id = ${cityId}`.execute(
        tx,
      );
      // A step of a plan that is signed stays as it was signed.
      await sql`update step set due_on = due_on + (${today}::date - ${day}::date) where city_id = ${cityId}
        and not exists (select from plan_signature s where s.city_id = step.city_id and s.customer_id = step.customer_id)`.execute(
        tx,
      );
      await sql`update document set until_on = until_on + (${today}::date - ${day}::date) where city_id = ${cityId} and state in ('asked', 'notHad')`.execute(
        tx,
      );
      await sql`update job_search set begun_on = begun_on + (${today}::date - ${day}::date), ended_on = ended_on + (${today}::date - ${day}::date)
        where city_id = ${cityId}`.execute(tx);
      await sql`update talk set held_on = held_on + (${today}::date - ${day}::date) where city_id = ${cityId}`.execute(
        tx,
      );
      await sql`update path_fact set from_on = from_on + (${today}::date - ${day}::date), to_on = to_on + (${today}::date - ${day}::date)
        where city_id = ${cityId} and source = 'told'`.execute(tx);
      await sql`update after_care set answer_until = answer_until + (${today}::date - ${day}::date) where city_id = ${cityId}`.execute(
        tx,
      );
      await sql`update caseload set stand_in_from = stand_in_from + (${today}::date - ${day}::date), stand_in_until = stand_in_until + (${today}::date - ${day}::date)
        where city_id = ${cityId} and stand_in_id is not null`.execute(tx);
      await sql`update person_ask set due_on = due_on + (${today}::date - ${day}::date) where city_id = ${cityId}`.execute(
        tx,
      );
      await sql`update invitation set until_on = until_on + (${today}::date - ${day}::date) where city_id = ${cityId}`.execute(
        tx,
      );
      await sql`update hand_over set due_on = due_on + (${today}::date - ${day}::date) where city_id = ${cityId}`.execute(
        tx,
      );
      await sql`update reply_due set due_on = due_on + (${today}::date - ${day}::date), replied_on = replied_on + (${today}::date - ${day}::date),
        let_go_on = let_go_on + (${today}::date - ${day}::date) where city_id = ${cityId}`.execute(tx);
      await sql`update correction set due_on = due_on + (${today}::date - ${day}::date) where city_id = ${cityId}`.execute(
        tx,
      );
      await sql`update vouch_request set open_until = open_until + make_interval(days => ${today}::date - ${day}::date)
        where city_id = ${cityId} and open_until is not null`.execute(tx);
      await moveTimes(tx, { cityId, days: daysBetween(day, today) });
      await tx.updateTable('demoDay').set({ day: today }).where('cityId', '=', cityId).execute();
    });
  }
};

/**
 * Fills an empty database with the demo through the same use cases as the pages; one that has it is only moved on to today. Returns whether
 * it was filled.
 */
export const loadDemo = async (app: App, tell: Tell): Promise<boolean> => {
  const today = dayIn('Europe/Helsinki', app.clock());
  const isStarted = await app.database.acrossCities((tx) =>
    tx.selectFrom('demoPerson').select('subject').limit(1).executeTakeFirst(),
  );
  if (isStarted) {
    await moveToToday(app, today);
    return false;
  }
  await grow(app, tell);
  for (const { id } of demoCities) await writeDay(app, id, today);
  return true;
};

/** Where to go and whom to be, for the end of the start. */
export const printDemo = async (app: App, say: (line: string) => void): Promise<void> => {
  const people = await app.database.acrossCities((tx) =>
    tx
      .selectFrom('demoPerson')
      .select(['name', 'roles', 'line', 'subject'])
      .where('cityId', '=', 'turku')
      .where('isFeatured', '=', true)
      .orderBy('sortOrder')
      .execute(),
  );
  const star = new Set([starCustomer, starContact]);
  const seen = new Set<string>();
  const one = people
    .sort((a, b) => Number(star.has(b.subject)) - Number(star.has(a.subject)))
    .filter(({ roles }) => {
      const isNew = roles.some((role) => !seen.has(role));
      for (const role of roles) seen.add(role);
      return isNew;
    });
  say('\nLog in as (Turku; the log-in page lists all six cities):');
  for (const { name, roles, line } of one) say(`  ${name.padEnd(24)} ${roles.join(', ').padEnd(28)} ${line.en}`);
  say(`\nMailbox: ${app.config.url}/mailbox    API: ${app.config.url}/api    Everybody in the demo is made up.`);
};
