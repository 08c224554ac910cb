import type { App } from '../app.ts';
import { writeMessage } from '../dialogue/index.ts';
import type { Actor } from '../kernel/actor.ts';
import { type CardChoiceItem, cardChoicesOf } from '../know-how/index.ts';
import { answerMatch, showMatches } from '../matching/index.ts';
import { answerStep, finishStep, proposeStep } from '../path/index.ts';
import type { GrownCustomer } from './customers.ts';
import { demoActor } from './people.ts';
import type { DemoTime } from './time.ts';
import { declineWords, firstMessages, intros, noWords, pick, replies, stepTitles } from './words.ts';

type Outside = {
  app: App;
  time: DemoTime;
  /** Who answers for a challenge's business. */
  contactOf(challengeId: string): Actor | undefined;
  adviserOf(customer: GrownCustomer): Actor;
};

const actorOf = ({ city, customerId, personId, ...person }: GrownCustomer): Actor =>
  demoActor({ ...person, cityId: city }, { personId, role: 'customer', customerId });

/** The customer looks at what fits of what was there then, and answers one of the best: yes, not now, or no with a word why. Returns the yes. */
const answerBest = async ({ app, time }: Outside, customer: GrownCustomer) => {
  const at = time.daysAgo(2 + (customer.index % 8), customer.index);
  return app.runAt(() => at)(
    actorOf(customer),
    async (work) => {
      const { matches } = await showMatches(work, {});
      const known = matches.filter(({ publishedAt }) => publishedAt < at);
      const best = known[customer.index % Math.max(1, Math.min(2, known.length))];
      if (!best) return null;
      const { challengeId } = best;
      if (customer.index % 5 === 4) {
        await answerMatch(work, {
          challengeId,
          answer: 'no',
          word: pick(noWords, customer.index)[customer.language],
          card: null,
          version: 0,
        });
        return null;
      }
      if (customer.index % 5 === 3) {
        await answerMatch(work, { challengeId, answer: 'notNow', word: '', card: null, version: 0 });
        return null;
      }
      const choices = await cardChoicesOf(work, customer.customerId);
      const shown = choices.filter(({ experience }) => experience?.kind !== 'care');
      const idsOf = (kind: CardChoiceItem['kind']) => shown.filter((one) => one.kind === kind).map(({ item }) => item);
      const { threadId } = await answerMatch(work, {
        challengeId,
        answer: 'yes',
        word: '',
        card: {
          nameShown: customer.index % 2 === 0 ? 'fullName' : 'firstName',
          intro: pick(intros, customer.index)[customer.language],
          skillIds: best.parts.flatMap(({ through }) => (through ? [through.skillId] : [])),
          experienceIds: idsOf('experience').slice(0, 2),
          languageIds: idsOf('language'),
          licenceIds: idsOf('licence'),
        },
      });
      return threadId ? { challengeId, threadId, at } : null;
    },
    undefined,
  );
};

const talk = async (
  { app, time, contactOf }: Outside,
  customer: GrownCustomer,
  yes: { challengeId: string; threadId: string; at: Date },
) => {
  const { threadId, at } = yes;
  const later = (hours: number) => () => time.hoursAfter(at, hours);
  const text = pick(firstMessages, customer.index)[customer.language];
  await app.runAt(later(1))(actorOf(customer), writeMessage, { threadId, text, readUpTo: null });
  const contact = contactOf(yes.challengeId);
  if (!contact || customer.index % 3 === 0) return;
  const reply = pick(replies, customer.index)[contact.language];
  await app.runAt(later(3))(contact, writeMessage, { threadId, text: reply, readUpTo: null });
};

const planStep = async (
  { app, time, adviserOf }: Outside,
  customer: GrownCustomer,
  yes: { challengeId: string; at: Date },
) => {
  const { language, customerId, index } = customer;
  const { title, why } = pick(stepTitles, index);
  const later = (hours: number) => () => time.hoursAfter(yes.at, hours);
  const { id: stepId, version } = await app.runAt(later(24))(adviserOf(customer), proposeStep, {
    customerId,
    title: title[language],
    why: why[language],
    owner: index % 4 === 0 ? 'adviser' : 'customer',
    dueOn: time.dayAhead(3 + (index % 18)),
    challengeId: yes.challengeId,
  });
  if (index % 3 === 0) return;
  const isAgreed = index % 3 === 1;
  const word = isAgreed ? '' : pick(declineWords, index)[language];
  const answered = await app.runAt(later(27))(actorOf(customer), answerStep, {
    stepId,
    version,
    answer: isAgreed ? 'agree' : 'decline',
    word,
  });
  if (isAgreed && index % 12 === 4)
    await app.runAt(later(40))(adviserOf(customer), finishStep, { stepId, version: answered.version });
};

/** What has happened since: answers to matches, first messages, steps proposed and answered. */
export const growMeetings = async (outside: Outside, customers: readonly GrownCustomer[]): Promise<void> => {
  for (const customer of customers) {
    const yes = await answerBest(outside, customer);
    if (!yes) continue;
    if (customer.index % 4 !== 2) await talk(outside, customer, yes);
    if (customer.index % 2 === 0) await planStep(outside, customer, yes);
  }
};
