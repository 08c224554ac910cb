import type { App } from '../app.ts';
import type { Actor } from '../kernel/actor.ts';
import type { InLanguages } from '../kernel/languages.ts';
import {
  answerHandOver,
  answerInvitation,
  beginHandOver,
  invite,
  openInvitation,
  proposeInvitation,
} from '../path/index.ts';
import type { GrownCustomer } from './customers.ts';
import { demoActor } from './people.ts';
import type { DemoTime } from './time.ts';

type Outside = {
  app: App;
  time: DemoTime;
  adviserOf(customer: GrownCustomer): Actor;
  advisers: readonly Actor[];
  staffOf(city: string, role: 'coordinator'): Actor | undefined;
};

const words = {
  sister: { fi: 'Maija', sv: 'Maja', en: 'Maya' },
  relation: { fi: 'sisko', sv: 'syster', en: 'sister' },
  help: {
    fi: 'Autat minua pitämään kiinni siitä, mitä sovittiin.',
    sv: 'Du hjälper mig att hålla fast vid det vi kom överens om.',
    en: 'You help me keep to what was agreed.',
  },
  gigs: {
    fi: 'Katsotaan yhdessä, mitkä keikat sopivat suunnitelmaan.',
    sv: 'Vi tittar tillsammans på vilka uppdrag som passar i planen.',
    en: 'We look together at which gigs fit the plan.',
  },
  yes: {
    fi: 'Sopii, mutta vain tavoite.',
    sv: 'Det passar, men bara målet.',
    en: 'Fine with me, but only the goal.',
  },
  leave: {
    fi: 'Jään opintovapaalle. Työkaverini tuntee alan, jolle haet.',
    sv: 'Jag går på studieledigt. Min kollega känner branschen du söker till.',
    en: 'I am going on study leave. My colleague knows the field you are looking for.',
  },
  reason: {
    fi: 'Minulla on nyt enemmän asiakkaita kuin ehdin tavata.',
    sv: 'Jag har nu fler kunder än jag hinner träffa.',
    en: 'I have more customers now than I have time to meet.',
  },
  instead: {
    fi: 'Voin ottaa helmikuussa, tai tavata häntä kerran kanssasi.',
    sv: 'Jag kan ta emot i februari, eller träffa hen en gång tillsammans med dig.',
    en: 'I can take them in February, or meet them once with you.',
  },
} as const satisfies Record<string, InLanguages>;

type One = { outside: Outside; customer: GrownCustomer; me: Actor; adviser: Actor };

const none = { relation: '', nameShown: 'fullName', untilOn: null } as const;

/** A sister by a link, and the coordinator of the co-operative, who has looked. */
const invites = async ({ outside: { app, time, staffOf }, customer, me }: One): Promise<void> => {
  const { language, city, index } = customer;
  const at = time.daysAgo(6, index);
  await app.runAt(() => at)(me, invite, {
    ...{ ...none, way: 'link', name: words.sister[language], role: null, relation: words.relation[language] },
    ...{ nameShown: 'firstName', purpose: words.help[language], parts: ['goal', 'steps'] },
  });
  const coordinator = staffOf(city, 'coordinator');
  if (!coordinator) return;
  const { id } = await app.runAt(() => at)(me, invite, {
    ...{ ...none, way: 'account', name: coordinator.name, role: 'coordinator', parts: ['goal', 'steps'] },
    purpose: words.gigs[language],
  });
  await app.runAt(() => time.hoursAfter(at, 20))(coordinator, openInvitation, id);
};

/** The adviser proposes the coordinator; the customer has answered, or not yet. */
const isProposed = async (one: One, isAnswered: boolean): Promise<void> => {
  const { outside, customer, me, adviser } = one;
  const { app, time, staffOf } = outside;
  const { language, city, customerId, index } = customer;
  const coordinator = staffOf(city, 'coordinator');
  if (!coordinator) return;
  const at = time.daysAgo(4, index);
  const { id: invitationId } = await app.runAt(() => at)(adviser, proposeInvitation, {
    ...{ ...none, customerId, way: 'account', name: coordinator.name, role: 'coordinator', parts: ['goal', 'steps'] },
    purpose: words.gigs[language],
  });
  const answer = { invitationId, version: 1, answer: 'yes' as const, word: words.yes[language], parts: ['goal'] };
  if (isAnswered) await app.runAt(() => time.hoursAfter(at, 30))(me, answerInvitation, answer);
};

/** The adviser asks a colleague to take the customer; they have declined, or not answered yet. */
const isHandedOver = async (one: One, isDeclined: boolean): Promise<void> => {
  const { outside, customer, adviser } = one;
  const { app, time, advisers } = outside;
  const { language, customerId, city, index } = customer;
  const colleague = advisers.find(({ cityId, personId }) => cityId === city && personId !== adviser.personId);
  if (!colleague) return;
  const at = time.daysAgo(2, index);
  const asked = { customerId, toRole: null, toId: colleague.personId, why: words.leave[language] };
  const { id: handOverId } = await app.runAt(() => at)(adviser, beginHandOver, asked);
  const answer = { answer: 'decline' as const, reason: words.reason[language], alternative: words.instead[language] };
  if (isDeclined)
    await app.runAt(() => time.hoursAfter(at, 8))(colleague, answerHandOver, { handOverId, version: 1, ...answer });
};

const kinds: readonly ((one: One) => Promise<void>)[] = [
  invites,
  (one) => isProposed(one, false),
  (one) => isProposed(one, true),
  (one) => isHandedOver(one, false),
  (one) => isHandedOver(one, true),
];

/** In each city: who has invited whom, what is proposed, and who is handed over. */
export const growInvitations = async (outside: Outside, customers: readonly GrownCustomer[]): Promise<void> => {
  for (const ofCity of Map.groupBy(customers, ({ city }) => city).values())
    for (const [place, grow] of kinds.entries()) {
      const customer = ofCity[place];
      if (!customer) continue;
      const { city, personId, customerId, ...person } = customer;
      const me = demoActor({ ...person, cityId: city }, { personId, role: 'customer', customerId });
      await grow({ outside, customer, me, adviser: outside.adviserOf(customer) });
    }
};
