import type { App } from '../app.ts';
import type { Actor } from '../kernel/actor.ts';
import type { DataClass } from '../kernel/data-map.ts';
import type { InLanguages } from '../kernel/languages.ts';
import { answerCorrection, askCorrection, protectCustomer } from '../rights/index.ts';
import type { GrownCustomer } from './customers.ts';
import { demoActor } from './people.ts';
import type { DemoTime } from './time.ts';

type Outside = { app: App; time: DemoTime; adviserOf(customer: GrownCustomer): Actor };

const wrong: readonly { about: DataClass; words: InLanguages }[] = [
  {
    about: 'identity',
    words: {
      fi: 'Sukunimeni muuttui vuodenvaihteessa, mutta täällä on vielä vanha.',
      sv: 'Mitt efternamn ändrades vid årsskiftet, men här står ännu det gamla.',
      en: 'My surname changed at the turn of the year, but the old one is still here.',
    },
  },
  {
    about: 'plan',
    words: {
      fi: 'Askeleessa lukee, että halusin kokoaikatyötä. Sanoin osa-aikaista.',
      sv: 'I steget står det att jag ville ha heltidsarbete. Jag sade deltid.',
      en: 'The step says that I wanted full-time work. I said part-time.',
    },
  },
];

const answer: InLanguages = {
  fi: 'Korjasin sen, kiitos kun kerroit.',
  sv: 'Jag rättade det, tack för att du sade till.',
  en: 'I have corrected it, thank you for telling me.',
};

const ground: InLanguages = {
  fi: 'Digi- ja väestötietoviraston päätös turvakiellosta',
  sv: 'Myndigheten för digitalisering och befolkningsdatas beslut om spärrmarkering',
  en: 'Decision on non-disclosure by the Digital and Population Data Services Agency',
};

/** Some customers ask for a correction: every other one has been answered, the rest wait for their adviser. The address of a few is protected. */
export const growRights = async ({ app, time, adviserOf }: Outside, customers: readonly GrownCustomer[]) => {
  for (const [at, customer] of customers.entries()) {
    const { city, customerId, personId, ...person } = customer;
    const actor = demoActor({ ...person, cityId: city }, { personId, role: 'customer', customerId });
    const { about, words } = wrong[at % wrong.length] ?? { about: 'plan' as const, words: answer };
    const askedAt = time.daysAgo(3, customer.index);
    const { correctionId } = await app.runAt(() => askedAt)(actor, askCorrection, {
      ...{ about, words: words[customer.language] ?? '' },
    });
    if (at % 6 === 4)
      await app.runAt(() => askedAt)(adviserOf(customer), protectCustomer, {
        ...{ customerId, kind: 'nonDisclosure', ground: ground[customer.language] ?? '', untilOn: null, readerIds: [] },
      });
    if (at % 2 === 1)
      await app.runAt(() => time.hoursAfter(askedAt, 20))(adviserOf(customer), answerCorrection, {
        ...{ correctionId, version: 1, isDone: true, answer: answer[customer.language] ?? '' },
      });
  }
};
