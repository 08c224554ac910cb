import type { App } from '../app.ts';
import type { Actor } from '../kernel/actor.ts';
import type { InLanguages } from '../kernel/languages.ts';
import { handOver, nameLook, writeNote } from '../path/index.ts';
import type { GrownCustomer } from './customers.ts';
import type { DemoTime } from './time.ts';

type Outside = { app: App; time: DemoTime; adviserOf(customer: GrownCustomer): Actor; advisers: readonly Actor[] };

const notes: readonly { text: InLanguages; isShown: boolean }[] = [
  {
    text: {
      fi: 'Soita mieluummin iltapäivällä: aamut menevät äidin luona.',
      sv: 'Ring hellre på eftermiddagen: förmiddagarna går hos mamma.',
      en: 'Call rather in the afternoon: the mornings are spent with their mother.',
    },
    isShown: true,
  },
  {
    text: {
      fi: 'Kysy ensi kerralla, onko hygieniapassi vielä voimassa.',
      sv: 'Fråga nästa gång om hygienpasset ännu gäller.',
      en: 'Ask next time whether the hygiene certificate is still valid.',
    },
    isShown: false,
  },
  {
    text: {
      fi: 'Haluaa kirjallisena kaiken, mistä sovimme puhelimessa.',
      sv: 'Vill ha allt vi kommer överens om per telefon i skrift.',
      en: 'Wants in writing whatever we agree on by telephone.',
    },
    isShown: true,
  },
];

const lookName: InLanguages = { fi: 'Aamun kierros', sv: 'Morgonrundan', en: 'Morning round' };

/** So many of a colleague's customers somebody stands in for. */
const standInFor = 3;

/**
 * Notes of advisers on some of their customers, filters each adviser has named, and in each city a colleague who is away from today: the first
 * adviser stands in for some of theirs.
 */
export const growDesk = async (
  { app, time, adviserOf, advisers }: Outside,
  customers: readonly GrownCustomer[],
  shown: readonly GrownCustomer[],
): Promise<void> => {
  for (const [at, customer] of shown.entries()) {
    const note = notes[at % notes.length];
    if (!note || at % 2 === 1) continue;
    const { customerId, language } = customer;
    await app.runAt(() => time.daysAgo(6, at))(adviserOf(customer), writeNote, {
      ...{ customerId, text: note.text[language] ?? '', isShown: note.isShown },
    });
  }
  for (const adviser of advisers)
    await app.runAt(() => time.daysAgo(5))(adviser, nameLook, {
      ...{ name: lookName[adviser.language] ?? '', show: ['waitsForUs'], sort: 'touched', order: undefined },
      columns: ['area', 'waits', 'stepDue', 'meets', 'touched', 'note'],
    });
  for (const cityId of new Set(advisers.map((adviser) => adviser.cityId))) {
    const [first, away] = advisers.filter((adviser) => adviser.cityId === cityId);
    if (!first || !away) continue;
    const theirs = customers.filter((one) => one.city === cityId && adviserOf(one).personId === away.personId);
    const customerIds = theirs.slice(0, standInFor).map(({ customerId }) => customerId);
    if (customerIds.length === 0) continue;
    const days = { fromOn: time.dayAhead(0), untilOn: time.dayAhead(12) };
    await app.runAt(() => time.daysAgo(2))(away, handOver, {
      way: 'standIn',
      toId: first.personId,
      ...days,
      customerIds,
    });
  }
};
