import type { App } from '../app.ts';
import type { Actor } from '../kernel/actor.ts';
import type { InLanguages } from '../kernel/languages.ts';
import { answerAsk, askPerson, readAskedPerson, showMatches } from '../matching/index.ts';
import type { GrownCustomer } from './customers.ts';
import { demoActor } from './people.ts';
import type { DemoTime } from './time.ts';
import { pick } from './words.ts';

type Outside = { app: App; time: DemoTime; adviserOf(customer: GrownCustomer): Actor };
type Asking = { outside: Outside; customer: GrownCustomer; actor: Actor };

const asked: readonly InLanguages[] = [
  {
    fi: 'Kerroin hoitaneeni lapsia, mutta sitä ei löytynyt mistään. Katsoisitko?',
    sv: 'Jag berättade att jag har skött barn, men det hittades inte. Kan du titta?',
    en: 'I told that I have looked after children, but it was not found anywhere. Could you look?',
  },
  {
    fi: 'En ymmärrä, miksi tätä ehdotetaan minulle. Sopiiko se muka?',
    sv: 'Jag förstår inte varför det här föreslås för mig. Passar det verkligen?',
    en: 'I do not understand why this is suggested to me. Does it really fit?',
  },
  {
    fi: 'Onko listalla jotain lähempänä kotia? Iltavuoroon en pääse bussilla.',
    sv: 'Finns det något närmare hemmet på listan? Till kvällsturen kommer jag inte med buss.',
    en: 'Is there something nearer home on the list? I cannot get to an evening shift by bus.',
  },
];

const answers: InLanguages = {
  fi: 'Kiitos, että kysyit. Katsoin listasi läpi ja nostin yhden haasteen alkuun. Jutellaan siitä, kun tavataan.',
  sv: 'Tack för att du frågade. Jag gick igenom din lista och ställde en utmaning först. Vi pratar om den när vi ses.',
  en: 'Thank you for asking. I went through your list and put one challenge first. Let us talk about it when we meet.',
};

const reasons: InLanguages = {
  fi: 'Kerroit viihtyväsi ihmisten parissa, ja tänne pääsee kävellen.',
  sv: 'Du berättade att du trivs bland människor, och hit kommer man till fots.',
  en: 'You told that you like being with people, and one can walk there.',
};

const actorOf = ({ city, customerId, personId, ...person }: GrownCustomer): Actor =>
  demoActor({ ...person, cityId: city }, { personId, role: 'customer', customerId });

const ask = (
  { outside: { app }, customer, actor }: Asking,
  { at, challengeId = null }: { at: Date; challengeId?: string | null },
) =>
  app.runAt(() => at)(actor, askPerson, {
    ...{ words: pick(asked, challengeId ? 1 : customer.index)[customer.language] ?? '', challengeId },
    ...{ suggestionId: null, showsWords: false },
  });

const answered = async (asking: Asking): Promise<void> => {
  const { outside, customer } = asking;
  const { app, time } = outside;
  const at = time.daysAgo(6, customer.index);
  const { personAskId } = await ask(asking, { at });
  const run = app.runAt(() => time.hoursAfter(at, 26));
  const adviser = outside.adviserOf(customer);
  const { choices } = await run(adviser, readAskedPerson, { personAskId, find: '' });
  const chosen = choices[customer.index % Math.max(1, choices.length)];
  const why = reasons[customer.language] ?? '';
  await run(adviser, answerAsk, {
    ...{ personAskId, version: 1, answer: answers[customer.language] ?? '' },
    proposals: chosen ? [{ challengeId: chosen.challengeId, place: 'first' as const, why }] : [],
  });
};

/** What has become of an ask: waits, about a match; answered, with a challenge put first; waits, and late. */
const kinds: readonly ((asking: Asking) => Promise<unknown>)[] = [
  async (asking) => {
    const at = asking.outside.time.daysAgo(1, asking.customer.index);
    const { matches } = await asking.outside.app.runAt(() => at)(asking.actor, showMatches, {});
    return ask(asking, { at, challengeId: matches[0]?.challengeId ?? null });
  },
  answered,
  (asking) => ask(asking, { at: asking.outside.time.daysAgo(20, asking.customer.index) }),
];

/** Some customers have asked a person to look. */
export const growAsks = async (outside: Outside, customers: readonly GrownCustomer[]): Promise<void> => {
  for (const [place, customer] of customers.entries())
    await pick(kinds, place)({ outside, customer, actor: actorOf(customer) });
};
