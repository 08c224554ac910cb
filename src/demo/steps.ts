import type { App } from '../app.ts';
import type { Actor } from '../kernel/actor.ts';
import type { InLanguages } from '../kernel/languages.ts';
import { addIdea, answerStep, beginStep, dropStep, endStep, finishStep, proposeStep } from '../path/index.ts';
import type { GrownCustomer } from './customers.ts';
import { demoActor } from './people.ts';
import type { DemoTime } from './time.ts';
import { declineWords, pick } from './words.ts';

type Outside = { app: App; time: DemoTime; adviserOf(customer: GrownCustomer): Actor };

const words = {
  idea: { fi: 'Kysy serkulta kesätöistä', sv: 'Fråga kusinen om sommarjobb', en: 'Ask my cousin about summer work' },
  own: {
    fi: 'Uskallanko soittaa entiselle pomolle?',
    sv: 'Vågar jag ringa min förra chef?',
    en: 'Dare I call my former boss?',
  },
  proposed: {
    fi: 'Päivitetään ansioluettelo yhdessä',
    sv: 'Vi uppdaterar meritförteckningen',
    en: 'We update the CV together',
  },
  agreed: {
    fi: 'Käy läpi viikon avoimet paikat',
    sv: 'Gå igenom veckans lediga platser',
    en: 'Go through the week’s open jobs',
  },
  doing: { fi: 'Suorita hygieniapassi', sv: 'Avlägg hygienpass', en: 'Take the hygiene passport' },
  done: { fi: 'Tutustu pajaan', sv: 'Bekanta dig med verkstaden', en: 'Get to know the workshop' },
  dropped: { fi: 'Hae iltakurssille', sv: 'Sök till en kvällskurs', en: 'Apply for an evening course' },
  ended: {
    fi: 'Osallistu ryhmään tiistaisin',
    sv: 'Delta i gruppen på tisdagar',
    en: 'Take part in the group on Tuesdays',
  },
  declined: { fi: 'Soita kolmeen yritykseen', sv: 'Ring tre företag', en: 'Call three businesses' },
  place: { fi: 'Työväenopisto', sv: 'Arbetarinstitutet', en: 'Adult education centre' },
  sister: { fi: 'siskoni', sv: 'min syster', en: 'my sister' },
  evidence: {
    fi: 'Kävin paikalla ja sovin aloituspäivästä.',
    sv: 'Jag var där och kom överens om en startdag.',
    en: 'I went there and agreed on a day to begin.',
  },
  whyDropped: {
    fi: 'Illat menevät lasten kanssa.',
    sv: 'Kvällarna går åt med barnen.',
    en: 'My evenings go with the children.',
  },
  whyEnded: {
    fi: 'Ryhmä ei ala, koska ilmoittautuneita oli liian vähän.',
    sv: 'Gruppen börjar inte, eftersom för få anmälde sig.',
    en: 'The group does not begin: too few signed up.',
  },
} as const satisfies Record<string, InLanguages>;

/** A plan of steps in every state: what is thought of, waits, goes on, is behind, and was left. */
const growSteps = async ({ app, time, adviserOf }: Outside, customer: GrownCustomer): Promise<void> => {
  const { customerId, language, index } = customer;
  const { city, personId, ...person } = customer;
  const me = demoActor({ ...person, cityId: city }, { personId, role: 'customer', customerId });
  const adviser = adviserOf(customer);
  const at = time.daysAgo(12, index);
  const say = (key: keyof typeof words) => words[key][language];
  const after = (hours: number) => app.runAt(() => time.hoursAfter(at, hours));
  const propose = (title: keyof typeof words, days: number, more: Partial<Parameters<typeof proposeStep>[1]> = {}) =>
    after(1)(adviser, proposeStep, {
      ...{ customerId, challengeId: null, title: say(title), owner: 'customer', dueOn: time.dayAhead(days) },
      ...more,
    });
  const agree = async (
    title: keyof typeof words,
    days: number,
    more: Partial<Parameters<typeof proposeStep>[1]> = {},
  ) => {
    const { id: stepId, version } = await propose(title, days, more);
    const agreed = await after(24)(me, answerStep, { stepId, version, answer: 'agree', word: '' });
    return { stepId, version: agreed.version };
  };
  await after(48)(me, addIdea, { title: say('idea'), onlyMine: false });
  await after(48)(me, addIdea, { title: say('own'), onlyMine: true });
  await after(49)(me, proposeStep, {
    ...{ customerId: null, challengeId: null, title: say('proposed'), owner: 'adviser', dueOn: time.dayAhead(9) },
  });
  const doing = { place: say('place'), stage: 'workshop', owner: 'named', ownerName: say('sister') } as const;
  await agree('agreed', 7);
  await after(72)(me, beginStep, await agree('doing', 5, doing));
  await after(120)(me, finishStep, { ...(await agree('done', 2)), evidence: say('evidence') });
  await after(96)(me, dropStep, { ...(await agree('dropped', 20)), word: say('whyDropped') });
  await after(97)(adviser, endStep, { ...(await agree('ended', 16)), word: say('whyEnded') });
  const { id: stepId, version } = await propose('declined', 4);
  await after(26)(me, answerStep, { stepId, version, answer: 'decline', word: pick(declineWords, index)[language] });
};

/** One customer of each city with steps in every state: the third, whose plan no one has signed. */
export const growStepsOfAll = async (outside: Outside, customers: readonly GrownCustomer[]): Promise<void> => {
  for (const ofCity of Map.groupBy(customers, ({ city }) => city).values())
    if (ofCity[2]) await growSteps(outside, ofCity[2]);
};
