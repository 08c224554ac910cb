import type { App } from '../app.ts';
import type { Actor } from '../kernel/actor.ts';
import type { InLanguages } from '../kernel/languages.ts';
import { nameAuthority } from '../kernel/name-authority.ts';
import type { UseCase } from '../kernel/work.ts';
import {
  answerStep,
  changeKind,
  nameSocialWorker,
  proposeStep,
  readPlanFront,
  type SectionKey,
  setGoal,
  showSection,
  signPlan,
  writeSection,
} from '../path/index.ts';
import type { GrownCustomer } from './customers.ts';
import { demoActor } from './people.ts';
import type { DemoTime } from './time.ts';
import { goals, pick } from './words.ts';

type Outside = {
  app: App;
  time: DemoTime;
  adviserOf(customer: GrownCustomer): Actor;
  /** Somebody of the city's staff who has the role. */
  staffOf(city: string, role: 'socialWorker' | 'administrator'): Actor | undefined;
};

/** What the counties and Helsinki's own social welfare are called. */
const counties: Record<string, InLanguages> = {
  espoo: {
    fi: 'Länsi-Uudenmaan hyvinvointialue',
    sv: 'Västra Nylands välfärdsområde',
    en: 'Western Uusimaa Wellbeing Services County',
  },
  helsinki: {
    fi: 'Helsingin sosiaali-, terveys- ja pelastustoimiala',
    sv: 'Social-, hälsovårds- och räddningssektorn i Helsingfors',
    en: 'Helsinki Social Services, Health Care and Rescue Services',
  },
  oulu: {
    fi: 'Pohjois-Pohjanmaan hyvinvointialue',
    sv: 'Norra Österbottens välfärdsområde',
    en: 'North Ostrobothnia Wellbeing Services County',
  },
  tampere: {
    fi: 'Pirkanmaan hyvinvointialue',
    sv: 'Birkalands välfärdsområde',
    en: 'Pirkanmaa Wellbeing Services County',
  },
  turku: {
    fi: 'Varsinais-Suomen hyvinvointialue',
    sv: 'Egentliga Finlands välfärdsområde',
    en: 'Southwest Finland Wellbeing Services County',
  },
  vantaa: {
    fi: 'Vantaan ja Keravan hyvinvointialue',
    sv: 'Vanda och Kervo välfärdsområde',
    en: 'Vantaa and Kerava Wellbeing Services County',
  },
};

const why: InLanguages = {
  fi: 'Sovimme tapaamisessa, että suunnitelma tehdään yhdessä sosiaalityöntekijän ja Kelan kanssa.',
  sv: 'Vi kom överens på mötet om att planen görs tillsammans med socialarbetaren och FPA.',
  en: 'We agreed at our meeting that the plan is made together with the social worker and Kela.',
};

const texts = {
  situation: {
    fi: 'Asun kahden lapsen kanssa. Aamut ovat kiireisiä, mutta kymmenen jälkeen ehdin hyvin.',
    sv: 'Jag bor med två barn. Morgnarna är bråda, men efter tio har jag gott om tid.',
    en: 'I live with two children. Mornings are busy, but after ten I have plenty of time.',
  },
  life: {
    fi: 'Isäni on sairas, ja mietin sitä paljon. En ole vielä valmis puhumaan siitä muille.',
    sv: 'Min far är sjuk och jag tänker mycket på det. Jag är inte redo att prata om det med andra än.',
    en: 'My father is ill, and I think of it a lot. I am not ready to talk about it with others yet.',
  },
  serviceNeed: {
    fi: 'Tarvitaan apua työpaikan löytämiseen läheltä ja varmuutta siihen, että arki kestää.',
    sv: 'Det behövs hjälp att hitta ett arbete i närheten och trygghet i att vardagen håller.',
    en: 'Help is needed to find work near home, and certainty that everyday life will hold.',
  },
  services: {
    fi: 'Työhönvalmentaja kerran viikossa, neljä viikkoa kerrallaan.',
    sv: 'En arbetscoach en gång i veckan, fyra veckor i taget.',
    en: 'A work coach once a week, four weeks at a time.',
  },
  jobSearch: {
    fi: 'Haet kolmea paikkaa kuukaudessa ja katsot Tutun haasteet kerran viikossa.',
    sv: 'Du söker tre jobb i månaden och ser på Tuttus utmaningar en gång i veckan.',
    en: 'You apply for three jobs a month and look at the challenges in Tuttu once a week.',
  },
  others: {
    fi: 'Sosiaalityö järjestää lapsille iltapäivähoidon. Kela tarkistaa asumistuen.',
    sv: 'Socialarbetet ordnar eftermiddagsvård för barnen. FPA ser över bostadsbidraget.',
    en: 'Social work arranges afternoon care for the children. Kela looks at the housing allowance.',
  },
  followUp: {
    fi: 'Käymme suunnitelman läpi yhdessä kolmen kuukauden päästä.',
    sv: 'Vi går igenom planen tillsammans om tre månader.',
    en: 'We go through the plan together in three months.',
  },
  health: {
    fi: 'Sovimme seuraavan lääkärikäynnin. Tämä jää sosiaalityöhön, ellet toisin sano.',
    sv: 'Vi kom överens om nästa läkarbesök. Det här stannar i socialarbetet om du inte säger annat.',
    en: 'We agreed on the next visit to the doctor. This stays in social work unless you say otherwise.',
  },
} satisfies Partial<Record<SectionKey, InLanguages>>;

const step: InLanguages = {
  fi: 'Tapaa työhönvalmentaja',
  sv: 'Träffa arbetscoachen',
  en: 'Meet the work coach',
};

const socialSteps = {
  agreed: {
    fi: 'Käy velkaneuvonnassa',
    sv: 'Besök skuldrådgivningen',
    en: 'Go to debt counselling',
  },
  proposed: {
    fi: 'Tutustu perhekerhoon',
    sv: 'Bekanta dig med familjeklubben',
    en: 'Get to know the family club',
  },
} satisfies Record<string, InLanguages>;

const actorOf = ({ city, customerId, personId, ...person }: GrownCustomer): Actor =>
  demoActor({ ...person, cityId: city }, { personId, role: 'customer', customerId });

/** A customer's plan and those who write it, each doing things as themselves at a time of the past. */
const hands = ({ app, adviserOf }: Outside, customer: GrownCustomer) => {
  const { customerId, language } = customer;
  const me = actorOf(customer);
  const adviser = adviserOf(customer);
  const planOf = (who: Actor) => (who.role === 'customer' ? null : customerId);
  const act = <Input, Output>(at: Date, who: Actor, useCase: UseCase<Input, Output>, input: Input) =>
    app.runAt(() => at)(who, useCase, input);
  const write = (at: Date, who: Actor, key: keyof typeof texts) => {
    const told = { sectionId: null, key, title: '', text: texts[key][language], version: 0 };
    return act(at, who, writeSection, { customerId: planOf(who), ...told });
  };
  const agreeOnStep = async (at: Date, later: Date, dueOn: string) => {
    const proposal = {
      customerId,
      title: step[language],
      why: '',
      owner: 'customer' as const,
      dueOn,
      challengeId: null,
    };
    const { id: stepId, version } = await act(at, adviser, proposeStep, proposal);
    await act(later, me, answerStep, { stepId, version, answer: 'agree', word: '' });
  };
  const tellGoal = async (at: Date) => {
    const { missing } = await act(at, me, readPlanFront, { customerId: null });
    const goal = pick(goals, customer.index)[language];
    if (missing.includes('goal')) await act(at, me, setGoal, { customerId: null, goal, version: 0 });
  };
  const sign = async (at: Date, who: Actor) => {
    const { sha256 } = await act(at, who, readPlanFront, { customerId: planOf(who) });
    await act(at, who, signPlan, { customerId: planOf(who), sha256, forKela: null });
  };
  return { me, adviser, act, write, tellGoal, agreeOnStep, sign };
};

/** An employment plan that both have signed: in force. */
const growWholePlan = async (outside: Outside, customer: GrownCustomer, place: number): Promise<void> => {
  const { time } = outside;
  const { me, adviser, write, tellGoal, agreeOnStep, sign } = hands(outside, customer);
  const at = time.daysAgo(18, place);
  await tellGoal(at);
  for (const key of ['serviceNeed', 'services', 'jobSearch'] as const) await write(at, adviser, key);
  await agreeOnStep(at, time.hoursAfter(at, 4), time.dayAhead(9));
  const signedAt = time.daysAgo(1, place);
  await sign(time.hoursAfter(signedAt, 20), me);
  await sign(time.hoursAfter(signedAt, 20.2), adviser);
};

/** A multisectoral plan with a social worker, which the customer and the social worker have signed: the adviser and Kela have not. */
const growJointPlan = async (outside: Outside, customer: GrownCustomer, place: number): Promise<void> => {
  const { time } = outside;
  const { customerId, language } = customer;
  const worker = outside.staffOf(customer.city, 'socialWorker');
  if (!worker) return;
  const { me, adviser, act, write, tellGoal, agreeOnStep, sign } = hands(outside, customer);
  const at = time.daysAgo(20, place);
  await act(at, adviser, changeKind, { customerId, kind: 'multisectoral', why: why[language], version: 0 });
  await act(at, adviser, nameSocialWorker, { customerId, socialWorkerId: worker.personId });
  await write(time.hoursAfter(at, 1), adviser, 'services');
  await write(time.hoursAfter(at, 1), adviser, 'serviceNeed');
  await write(time.hoursAfter(at, 26), worker, 'others');
  await write(time.hoursAfter(at, 26), worker, 'followUp');
  await write(time.hoursAfter(at, 26), worker, 'health');
  const told = time.hoursAfter(at, 50);
  await tellGoal(told);
  const { id: sectionId } = await write(told, me, 'situation');
  const shown = { authorities: ['employment' as const, 'wellbeing' as const], challengeIds: [], untilOn: null };
  await act(told, me, showSection, { sectionId, ...shown });
  await write(told, me, 'life');
  await agreeOnStep(time.hoursAfter(at, 52), time.hoursAfter(at, 55), time.dayAhead(12));
  // With the social worker alone: one agreed on, and one that waits for the customer.
  const withWorker = (title: InLanguages, days: number) => {
    const proposal = { customerId, title: title[language], owner: 'customer' as const, dueOn: time.dayAhead(days) };
    return act(time.hoursAfter(at, 60), worker, proposeStep, { ...proposal, challengeId: null });
  };
  const { id: stepId, version } = await withWorker(socialSteps.agreed, 10);
  await act(time.hoursAfter(at, 64), me, answerStep, { stepId, version, answer: 'agree', word: '' });
  await withWorker(socialSteps.proposed, 16);
  const signedAt = time.daysAgo(1, place);
  await sign(time.hoursAfter(signedAt, 20), worker);
  await sign(time.hoursAfter(signedAt, 20.3), me);
};

/** What each city's authorities are called; and two customers of each with a plan that says something: one in force, one that waits for signatures. */
export const growPlans = async (outside: Outside, customers: readonly GrownCustomer[]): Promise<void> => {
  const { app, time } = outside;
  for (const [city, names] of Object.entries(counties)) {
    const administrator = outside.staffOf(city, 'administrator');
    const named = { kind: 'wellbeing' as const, version: 1, ...names };
    if (administrator) await app.runAt(() => time.daysAgo(60))(administrator, nameAuthority, named);
    const [joint, whole] = customers.filter((customer) => customer.city === city);
    if (joint) await growJointPlan(outside, joint, joint.index % 30);
    if (whole) await growWholePlan(outside, whole, whole.index % 30);
  }
};
