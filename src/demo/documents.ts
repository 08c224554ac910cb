import type { App } from '../app.ts';
import {
  askForDocument,
  deleteDocument,
  giveDocument,
  offerDocument,
  openDocument,
  sayNotHad,
} from '../dialogue/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { InLanguages } from '../kernel/languages.ts';
import { type GrownCustomer, isWaiting } from './customers.ts';
import { demoActor } from './people.ts';
import type { DemoTime } from './time.ts';

type Outside = { app: App; time: DemoTime; adviserOf(customer: GrownCustomer): Actor };
type Papers = { outside: Outside; customer: GrownCustomer; actor: Actor; adviser: Actor };

const diploma: InLanguages = { fi: 'Tutkintotodistus', sv: 'Examensbetyg', en: 'Diploma' };
const diplomaWhy: InLanguages = {
  fi: 'Koulu kysyy sitä, kun haet kurssille. Kuva puhelimella riittää.',
  sv: 'Skolan frågar efter det när du söker till kursen. En bild med telefonen räcker.',
  en: 'The school asks for it when you apply for the course. A picture taken with your phone will do.',
};
const statement: InLanguages = {
  fi: 'Lääkärinlausunto työkyvystä',
  sv: 'Läkarutlåtande om arbetsförmågan',
  en: "Doctor's statement on what work you can do",
};
const statementWhy: InLanguages = {
  fi: 'Päätös palkkatuesta perustuu siihen.',
  sv: 'Beslutet om lönesubvention grundar sig på det.',
  en: 'The decision on a pay subsidy rests on it.',
};
const certificate: InLanguages = {
  fi: 'Työtodistus kesältä',
  sv: 'Arbetsintyg från sommaren',
  en: 'Work certificate of last summer',
};
const card: InLanguages = { fi: 'Hygieniapassi', sv: 'Hygienpass', en: 'Hygiene passport' };
const notHad: InLanguages = {
  fi: 'Todistus jäi muutossa. Pyydän koululta uuden.',
  sv: 'Betyget försvann i flytten. Jag ber skolan om ett nytt.',
  en: 'It was lost when I moved. I shall ask the school for a new one.',
};

/** A made-up paper as a text. */
const paper = ({ customer }: Papers, title: InLanguages) => {
  const { language, name } = customer;
  const text = `${title[language]}\n\n${name}\n\nTuttu: demo\n`;
  return { name: `${title[language]}.txt`, pieces: [Buffer.from(text)] };
};

const asks = ({ outside, customer, adviser }: Papers, ground: 'plan' | 'decision') => {
  const { customerId, language } = customer;
  const [title, why] = ground === 'plan' ? [diploma, diplomaWhy] : [statement, statementWhy];
  return outside.app.runAt(() => outside.time.daysAgo(4, customer.index))(adviser, askForDocument, {
    ...{ customerId, title: title[language], why: why[language], ground },
    ...{ class: ground === 'plan' ? 'certificate' : 'statement', untilOn: outside.time.dayAhead(10) },
  });
};

const at = ({ outside, customer }: Papers, days: number) =>
  outside.app.runAt(() => outside.time.daysAgo(days, customer.index));

const offers = (papers: Papers, title: InLanguages) =>
  at(papers, 6)(papers.actor, offerDocument, {
    ...{ title: title[papers.customer.language], class: 'certificate', shownTo: 'adviser' },
    ...paper(papers, title),
  });

/** What has become of papers, in turn, so that every case is seen: asked for, given and kept by law, deleted, given unasked, not to be had. */
const kinds: readonly ((papers: Papers) => Promise<unknown>)[] = [
  (papers) => asks(papers, 'plan'),
  async (papers) => {
    const { id: documentId, version } = await asks(papers, 'decision');
    await at(papers, 3)(papers.actor, giveDocument, {
      documentId,
      version,
      shownTo: 'both',
      ...paper(papers, statement),
    });
    await at(papers, 2)(papers.adviser, openDocument, documentId);
  },
  async (papers) => {
    const { id: documentId, version } = await offers(papers, certificate);
    await at(papers, 5)(papers.adviser, openDocument, documentId);
    await at(papers, 2)(papers.actor, deleteDocument, { documentId, version });
  },
  (papers) => offers(papers, card),
  async (papers) => {
    const { id: documentId, version } = await asks(papers, 'plan');
    await at(papers, 2)(papers.actor, sayNotHad, { documentId, version, word: notHad[papers.customer.language] });
  },
];

/** Papers of those who stand first in each city's log-in list; the very first has all but the last. */
export const growDocuments = async (outside: Outside, customers: readonly GrownCustomer[]): Promise<void> => {
  const places = new Map<string, number>();
  for (const customer of customers.filter((one) => !one.isUndecided && !isWaiting(one))) {
    const { city: cityId, customerId, personId, ...person } = customer;
    const actor = demoActor({ ...person, cityId }, { personId, role: 'customer', customerId });
    const papers = { outside, customer, actor, adviser: outside.adviserOf(customer) };
    const place = places.get(cityId) ?? 0;
    places.set(cityId, place + 1);
    const mine = place === 0 ? kinds.slice(0, 3) : [kinds[place % kinds.length]];
    for (const grow of mine) await grow?.(papers);
  }
};
