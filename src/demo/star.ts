import type { App } from '../app.ts';
import { askForDocument } from '../dialogue/index.ts';
import type { Actor } from '../kernel/actor.ts';
import { addIdea, answerStep, beginStep, finishStep, proposeStep, setGoal } from '../path/index.ts';
import type { GrownCustomer } from './customers.ts';
import { starCustomer } from './featured.ts';
import { demoActor } from './people.ts';
import type { DemoTime } from './time.ts';

type Outside = { app: App; time: DemoTime; adviserOf(customer: GrownCustomer): Actor };

const words = {
  goal: 'Haluan työn, jossa saan järjestää asioita ja olla ihmisten kanssa. Osa-aikainen riittää aluksi.',
  done: 'Käy tutustumassa ompelu- ja korjauspajaan',
  evidence: 'Kävin maanantaina. Siellä kysyttiin heti, osaisinko tehdä työvuorolistan.',
  doing: 'Suorita hygieniapassi',
  school: 'Työväenopisto',
  agreed: 'Soita kahteen kahvilaan ja kysy lauantaivuoroista',
  proposed: 'Pyydä kyläyhdistykseltä lyhyt todistus juhlista',
  why: 'Siitä yritys näkee heti, kuinka ison väen olet saanut pysymään aikataulussa.',
  idea: 'Kysy Maijalta, missä hän on nähnyt minut parhaimmillani',
  paper: 'Omaishoitosopimus',
  paperWhy: 'Siitä näkee, mitä olet tehnyt viisi vuotta. Kuva puhelimella riittää.',
} as const;

/** The plan that whoever follows the tour finds when they log in as its first customer: a goal, steps in several states, a paper asked for. */
export const growStar = async (
  { app, time, adviserOf }: Outside,
  customers: readonly GrownCustomer[],
): Promise<void> => {
  const star = customers.find(({ key }) => key === starCustomer);
  if (!star) return;
  const { customerId, city, personId, index, ...person } = star;
  const me = demoActor({ ...person, cityId: city }, { personId, role: 'customer', customerId });
  const adviser = adviserOf(star);
  const at = time.daysAgo(9, index);
  const after = (hours: number) => app.runAt(() => time.hoursAfter(at, hours));
  const propose = (title: string, days: number, more: { place?: string; why?: string } = {}) =>
    after(3)(adviser, proposeStep, {
      ...{ customerId, challengeId: null, title, owner: 'customer', dueOn: time.dayAhead(days), ...more },
    });
  const agree = async (title: string, days: number, more: { place?: string } = {}) => {
    const { id: stepId, version } = await propose(title, days, more);
    const agreed = await after(26)(me, answerStep, { stepId, version, answer: 'agree', word: '' });
    return { stepId, version: agreed.version };
  };
  await after(1)(me, setGoal, { customerId: null, goal: words.goal, version: 0 });
  await after(120)(me, finishStep, { ...(await agree(words.done, 2)), evidence: words.evidence });
  await after(96)(me, beginStep, await agree(words.doing, 8, { place: words.school }));
  await agree(words.agreed, 5);
  await after(150)(me, addIdea, { title: words.idea, onlyMine: false });
  await propose(words.proposed, 12, { why: words.why });
  await after(48)(adviser, askForDocument, {
    ...{ customerId, title: words.paper, why: words.paperWhy, ground: 'plan', class: 'certificate' },
    untilOn: time.dayAhead(10),
  });
};
