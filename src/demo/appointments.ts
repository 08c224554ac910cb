import type { App } from '../app.ts';
import {
  absenceInput,
  addAbsence,
  addOpening,
  answerNote,
  book,
  bookInput,
  cancelAppointment,
  openingInput,
  proposalInput,
  proposeAppointment,
  publishNote,
  readFree,
  readFreeToPropose,
  sayOutcome,
  writeNote,
} from '../dialogue/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { InLanguages } from '../kernel/languages.ts';
import type { GrownCustomer } from './customers.ts';
import { demoActor } from './people.ts';
import type { DemoTime } from './time.ts';

type Outside = {
  app: App;
  time: DemoTime;
  adviserOf(customer: GrownCustomer): Actor;
  /** Whose hours customers can book of. */
  advisers: readonly Actor[];
};

const addresses: Record<string, string> = {
  espoo: 'Esimerkkikatu 4, Espoo',
  helsinki: 'Esimerkkikatu 12, Helsinki',
  oulu: 'Esimerkkikatu 7, Oulu',
  tampere: 'Esimerkkikatu 21, Tampere',
  turku: 'Esimerkkikatu 3, Turku',
  vantaa: 'Esimerkkikatu 9, Vantaa',
};

/** Mornings at the office or by phone; two afternoons also by video. */
const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromTime: '09:00', toTime: '12:00' }));
const afternoons = [2, 4].map((weekday) => ({ weekday, fromTime: '13:00', toTime: '15:30' }));

const openHours = async ({ app, time }: Outside, adviser: Actor): Promise<void> => {
  const at = time.daysAgo(90);
  const run = app.runAt(() => at);
  const address = addresses[adviser.cityId] ?? 'Esimerkkikatu 1';
  for (const hours of week)
    await run(
      adviser,
      addOpening,
      openingInput.parse({ ...hours, slotMinutes: 45, ways: ['inPerson', 'phone'], address }),
    );
  const videoLink = `https://video.example/${adviser.cityId}`;
  for (const hours of afternoons)
    await run(
      adviser,
      addOpening,
      openingInput.parse({ ...hours, slotMinutes: 30, ways: ['video', 'phone'], videoLink }),
    );
};

const messages: InLanguages = {
  fi: 'Haluaisin puhua siitä, mitä teen seuraavaksi.',
  sv: 'Jag vill prata om vad jag gör härnäst.',
  en: 'I would like to talk about what I do next.',
};
const proposals: InLanguages = {
  fi: 'Katsotaan yhdessä suunnitelmaasi. Ota mukaan todistukset, jos niitä on.',
  sv: 'Vi tittar på din plan tillsammans. Ta med intyg om du har några.',
  en: 'Let us look at your plan together. Bring certificates if you have any.',
};
const notes: InLanguages = {
  fi: 'Puhuimme siitä, missä viihdyt ja mihin pääset ilman autoa. Sinua kiinnostaa työ, jossa on ihmisiä ympärillä.',
  sv: 'Vi pratade om var du trivs och vart du kommer utan bil. Du vill ha ett arbete med människor omkring dig.',
  en: 'We talked about where you feel at home and where you can get without a car. You would like work with people around you.',
};
const agreed: InLanguages = {
  fi: 'Soita torstaina ja kysy, voiko tulla tutustumaan',
  sv: 'Ring på torsdag och fråga om du kan komma på besök',
  en: 'Call on Thursday and ask whether you can come for a look',
};
const reads: InLanguages = {
  fi: 'Näin sovimme. Iltavuoro ei sovi, lisäisitkö sen?',
  sv: 'Så kom vi överens. Kvällsturen passar inte, kan du lägga till det?',
  en: 'So we agreed. An evening shift does not suit me, could you add that?',
};
const words: InLanguages = {
  fi: 'Lapsi sairastui. Varaan uuden ajan ensi viikolla.',
  sv: 'Barnet blev sjukt. Jag bokar en ny tid nästa vecka.',
  en: 'My child fell ill. I will book another time next week.',
};

type Meeting = { outside: Outside; customer: GrownCustomer; actor: Actor; adviser: Actor };

const hour = 3_600_000;

/** Times after so many days from now, as they were free yesterday. */
const freeAfter = async ({ outside, customer, actor }: Meeting, days: number) => {
  const at = outside.time.daysAgo(1, customer.index);
  const { times } = await outside.app.runAt(() => at)(actor, readFree, { professionalId: null });
  const from = outside.app.clock().getTime() + days * 24 * hour;
  return times.filter(({ startsAt }) => startsAt.getTime() >= from);
};

/** The customer books a time some days ahead. */
const books = async (meeting: Meeting, days: number, more: Record<string, unknown> = {}) => {
  const { outside, customer, actor } = meeting;
  const way = 'way' in more ? more.way : null;
  const [time] = (await freeAfter(meeting, days)).filter(({ ways }) => way === null || ways.some((one) => one === way));
  const at = outside.time.daysAgo(1, customer.index);
  const wish = { startsAt: time?.startsAt.toISOString() ?? null, message: messages[customer.language], ...more };
  const booked = await outside.app.runAt(() => at)(actor, book, bookInput.parse(wish));
  return booked.outcome === 'got' ? booked : null;
};

/** They met last week; the adviser has written of it. Returns the appointment, and when it was over. */
const met = async ({ outside, customer, actor, adviser }: Meeting) => {
  const { app, time } = outside;
  const at = time.daysAgo(9, customer.index);
  const booked = await app.runAt(() => at)(
    actor,
    book,
    bookInput.parse({ startsAt: null, way: 'inPerson', kind: 'followUp' }),
  );
  if (booked.outcome !== 'got') return null;
  const appointmentId = booked.id;
  const over = () => time.hoursAfter(booked.startsAt, 1);
  await app.runAt(over)(adviser, sayOutcome, { appointmentId, version: 1, outcome: 'held' });
  const text = notes[customer.language];
  const note = { appointmentId, version: 0, text, agreed: agreed[customer.language] };
  const { version } = await app.runAt(() => time.hoursAfter(booked.startsAt, 2))(adviser, writeNote, note);
  return { appointmentId, startsAt: booked.startsAt, version };
};

const metAndTold = async (meeting: Meeting, isAnswered: boolean) => {
  const held = await met(meeting);
  if (!held) return;
  const { outside, customer, actor, adviser } = meeting;
  const { app, time } = outside;
  const { startsAt, ...note } = held;
  await app.runAt(() => time.hoursAfter(startsAt, 3))(adviser, publishNote, note);
  const answer = { ...note, answer: reads[customer.language] };
  if (isAnswered) await app.runAt(() => time.hoursAfter(startsAt, 8))(actor, answerNote, answer);
};

/** What is between a customer and their adviser, in turn, so that every case is seen. */
const kinds: readonly ((meeting: Meeting) => Promise<unknown>)[] = [
  async (meeting) => {
    await metAndTold(meeting, false);
    await books(meeting, 1, { way: 'inPerson', kind: 'review' });
  },
  async ({ outside, customer, adviser }) => {
    const run = outside.app.runAt(() => outside.time.daysAgo(1, customer.index));
    const { customerId, language } = customer;
    const { times } = await run(adviser, readFreeToPropose, customerId);
    const soon = outside.app.clock().getTime() + 4 * 24 * hour;
    const time = times.find(({ startsAt, ways }) => startsAt.getTime() > soon && ways.includes('inPerson'));
    if (!time) return;
    const proposal = {
      startsAt: time.startsAt.toISOString(),
      kind: 'review',
      way: 'inPerson',
      message: proposals[language],
    };
    await run(adviser, proposeAppointment, { ...proposalInput.parse(proposal), customerId });
  },
  (meeting) => books(meeting, 2, { way: 'phone', phone: '040 000 0000', interpreter: 'ar' }),
  met,
  async (meeting) => {
    const booked = await books(meeting, 14, { way: 'inPerson' });
    if (!booked) return;
    const day = meeting.outside.time.dayOf(booked.startsAt);
    const run = meeting.outside.app.runAt(() => meeting.outside.time.daysAgo(1, meeting.customer.index + 5));
    await run(meeting.adviser, addAbsence, absenceInput.parse({ fromOn: day, untilOn: day }));
  },
  async (meeting) => {
    await metAndTold(meeting, true);
    await books(meeting, 6, { way: 'video' });
  },
  async (meeting) => {
    const booked = await books(meeting, 3);
    if (!booked) return;
    const { outside, actor, customer } = meeting;
    const run = outside.app.runAt(() => outside.time.hoursAfter(outside.time.daysAgo(1, customer.index), 1));
    await run(actor, cancelAppointment, { appointmentId: booked.id, version: 1, word: words[customer.language] });
  },
];

const hasAdviser = ({ app }: Outside, { city, customerId }: GrownCustomer): Promise<boolean> =>
  app.database.inCity(city, async (tx) => {
    const found = await tx.selectFrom('caseload').select('id').where('customerId', '=', customerId).executeTakeFirst();
    return found !== undefined;
  });

/** Those who have just come have only a time ahead. */
const first = (meeting: Meeting) => books(meeting, 1, { way: 'inPerson', kind: 'firstInterview' });

/** Advisers' hours, and the times of those who stand first in each city's log-in list. */
export const growAppointments = async (outside: Outside, customers: readonly GrownCustomer[]): Promise<void> => {
  for (const adviser of outside.advisers) await openHours(outside, adviser);
  const places = new Map<string, number>();
  for (const customer of customers) {
    if (!(await hasAdviser(outside, customer))) continue;
    const { city: cityId, customerId, personId, ...person } = customer;
    const actor = demoActor({ ...person, cityId }, { personId, role: 'customer', customerId });
    const meeting = { outside, customer, actor, adviser: outside.adviserOf(customer) };
    const place = places.get(cityId) ?? 0;
    if (customer.isUndecided) await first(meeting);
    else {
      await kinds[place % kinds.length]?.(meeting);
      places.set(cityId, place + 1);
    }
  }
};
