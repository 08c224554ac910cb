import type { App } from '../app.ts';
import { closeThread, markRead, openThreadOfMine, openThreadWithCustomer, writeMessage } from '../dialogue/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { InLanguages } from '../kernel/languages.ts';
import type { GrownCustomer } from './customers.ts';
import { demoActor } from './people.ts';
import type { DemoTime } from './time.ts';

type Outside = {
  app: App;
  time: DemoTime;
  adviserOf(customer: GrownCustomer): Actor;
};

const said = {
  askSubject: { fi: 'Kurssin alkamispäivä', sv: 'När kursen börjar', en: 'When the course begins' },
  ask: {
    fi: 'Hei! Voinko aloittaa kurssin viikkoa myöhemmin? Lapsen päivähoito alkaa vasta silloin.',
    sv: 'Hej! Kan jag börja kursen en vecka senare? Barnets dagvård börjar först då.',
    en: 'Hello! Can I start the course a week later? My child’s day care only begins then.',
  },
  answer: {
    fi: 'Hei! Se käy hyvin. Sovin kurssin järjestäjän kanssa ja kirjoitan sinulle, kun päivä on varma.',
    sv: 'Hej! Det går bra. Jag kommer överens med arrangören och skriver när dagen är säker.',
    en: 'Hello! That is fine. I will agree it with the organiser and write to you when the day is certain.',
  },
  tellSubject: { fi: 'Päätös palkkatuesta', sv: 'Beslut om lönesubvention', en: 'Decision on the wage subsidy' },
  tell: {
    fi: 'Palkkatuki on myönnetty. Päätös lähtee sinulle myös postissa. Kysy, jos jokin jäi epäselväksi.',
    sv: 'Lönesubventionen har beviljats. Beslutet skickas också med post. Fråga om något är oklart.',
    en: 'The wage subsidy has been granted. The decision also comes to you by post. Ask if anything is unclear.',
  },
  doneSubject: { fi: 'Uusi puhelinnumero', sv: 'Nytt telefonnummer', en: 'New phone number' },
  done: {
    fi: 'Numeroni on vaihtunut, ja päivitin sen jo tietoihini.',
    sv: 'Mitt nummer har ändrats, och jag har redan uppdaterat det.',
    en: 'My number has changed, and I have already updated it.',
  },
  thanks: { fi: 'Kiitos tiedosta!', sv: 'Tack för beskedet!', en: 'Thank you for telling!' },
} as const satisfies Record<string, InLanguages>;

const nothing = { stepId: null, challengeId: null };

/** What customers and their advisers write to each other: one asked and answered or not, one to be read with a receipt, one closed. */
export const growMessages = async ({ app, time, adviserOf }: Outside, customers: readonly GrownCustomer[]) => {
  for (const [at, customer] of customers.entries()) {
    const { city, customerId, personId, ...person } = customer;
    const me = demoActor({ ...person, cityId: city }, { personId, role: 'customer', customerId });
    const adviser = adviserOf(customer);
    const say = (key: keyof typeof said) => said[key][customer.language];
    const begun = time.daysAgo(4, customer.index);
    const after = (hours: number) => app.runAt(() => time.hoursAfter(begun, hours));
    const old = await after(0)(me, openThreadOfMine, {
      ...{ with: 'adviser', subject: say('doneSubject'), text: say('done'), ...nothing },
    });
    const reply = { threadId: old.id, text: say('thanks'), readUpTo: null };
    await after(2)(adviser, markRead, { threadId: old.id, upTo: null });
    await after(2)(adviser, writeMessage, reply);
    await after(3)(adviser, closeThread, { threadId: old.id });
    await after(5)(adviser, openThreadWithCustomer, {
      ...{ customerId, subject: say('tellSubject'), text: say('tell'), wantsReceipt: true, ...nothing },
    });
    const { id: threadId } = await after(26)(me, openThreadOfMine, {
      ...{ with: 'adviser', subject: say('askSubject'), text: say('ask'), ...nothing },
    });
    if (at % 2 === 1) continue;
    await after(30)(adviser, markRead, { threadId, upTo: null });
    await after(30)(adviser, writeMessage, { threadId, text: say('answer'), readUpTo: null });
  }
};
