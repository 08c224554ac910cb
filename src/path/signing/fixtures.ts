import type { Made, MadeCustomer } from '../../testing/builders.ts';
import type { World } from '../../testing/database.ts';
import { answerStep } from '../answer-step.ts';
import { pathFixtures } from '../fixtures.ts';
import { changeKind } from '../kinds/change-kind.ts';
import type { PlanKind, SectionKey } from '../kinds/tables.ts';
import { showSection } from '../sections/show-section.ts';
import type { SectionViewer } from '../sections/tables.ts';
import { writeSection } from '../sections/write-section.ts';
import { setGoal } from '../set-goal.ts';
import { readPlanFront } from './read-front.ts';
import { signPlan } from './sign-plan.ts';

export type Trio = { liisa: MadeCustomer; adviser: Made; worker: Made };

/** What tests of kinds, sections and signatures share: a customer with an adviser and a social worker, and what each does. */
export const signingFixtures = (world: World) => {
  const { run } = world;
  const path = pathFixtures(world);

  const aTrio = async (): Promise<Trio> => {
    const liisa = await world.aCustomer({ name: 'Liisa Laine' });
    return {
      liisa,
      adviser: await world.anAdviser({ name: 'Outi Ohjaaja', caseload: [liisa] }),
      worker: await world.aSocialWorker({ name: 'Sari Sosiaali', caseload: [liisa] }),
    };
  };

  /** Whose plan it is, as a use case asks: null for one's own. */
  const planOf = ({ liisa }: Trio, who: Made) => (who.actor.role === 'customer' ? null : liisa.customerId);

  const write = (trio: Trio, who: Made, key: SectionKey | null, text: string, title = '') =>
    run(who.actor, writeSection, { customerId: planOf(trio, who), sectionId: null, key, title, text, version: 0 });

  const show = ({ liisa }: Trio, sectionId: string, ...authorities: SectionViewer[]) =>
    run(liisa.actor, showSection, { sectionId, authorities, challengeIds: [], untilOn: null });

  const becomes = ({ liisa, adviser }: Trio, kind: PlanKind, version = 0) =>
    run(adviser.actor, changeKind, { customerId: liisa.customerId, kind, why: 'Tarvitaan monen apua.', version });

  const front = (trio: Trio, who: Made) => run(who.actor, readPlanFront, { customerId: planOf(trio, who) });

  const sign = async (trio: Trio, who: Made, forKela: string | null = null) => {
    const { sha256 } = await front(trio, who);
    return run(who.actor, signPlan, { customerId: planOf(trio, who), sha256, forKela });
  };

  const anAgreedStep = async ({ liisa, adviser }: Trio, title = 'Soita leipomoon') => {
    const { id, version } = await path.byAdviser({ liisa, adviser }, { title });
    const answered = await run(liisa.actor, answerStep, { stepId: id, version, answer: 'agree', word: '' });
    return { id, version: answered.version };
  };

  /** An employment plan that says all it has to. */
  const aWholePlan = async () => {
    const trio = await aTrio();
    await run(trio.liisa.actor, setGoal, { customerId: null, goal: 'Leipuriksi.', version: 0 });
    const step = await anAgreedStep(trio);
    for (const key of ['serviceNeed', 'services', 'jobSearch'] as const)
      await write(trio, trio.adviser, key, `Sovimme: ${key}`);
    return { ...trio, step };
  };

  return { ...path, aTrio, write, show, becomes, front, sign, anAgreedStep, aWholePlan };
};
