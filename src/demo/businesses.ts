import type { App } from '../app.ts';
import { moveChallenge, openBusiness, setNeeds, withCheckDigit, writeChallenge } from '../business/index.ts';
import type { Actor } from '../kernel/actor.ts';
import { joinCity } from '../kernel/register-person.ts';
import type { Work } from '../kernel/work.ts';
import { demoActor, demoEmail } from './people.ts';
import type { DemoBusiness, DemoChallenge } from './stories.ts';
import type { DemoTime } from './time.ts';

/** A well-formed business ID from a range that is not given out. */
const demoBusinessCode = (index: number): string => {
  const first = 9_700_000 + index * 11;
  return withCheckDigit(String(first)) ?? withCheckDigit(String(first + 1)) ?? '';
};

export type GrownBusiness = { contact: Actor; business: DemoBusiness; businessId: string };

/** What is done with a challenge after it was published. */
const laterMoves = { draft: null, published: null, paused: 'pause', closed: 'close' } as const;

/** What the business settled on after looking at what was found, as far as the vocabulary in use has it. */
const settledNeeds = ({ services }: Work, { needs }: DemoChallenge) =>
  needs.flatMap(({ uri, ...need }) => {
    const skillId = services.vocabulary.idOf(uri);
    return skillId === undefined ? [] : [{ skillId, ...need }];
  });

const growChallenge = async (
  app: App,
  time: DemoTime,
  { contact, challenge, index }: { contact: Actor; challenge: DemoChallenge; index: number },
) => {
  const { title, problem, language, place, hours, languages, untilDays, state } = challenge;
  const at = time.daysAgo(4 + ((index * 5) % 19), index);
  const challengeId = await app.runAt(() => at)(
    contact,
    async (work) => {
      const untilOn = time.dayAhead(untilDays);
      const { challengeId, version } = await writeChallenge(work, {
        title,
        problem,
        language,
        place,
        hours,
        languages,
        untilOn,
      });
      await setNeeds(work, { challengeId, version, needs: settledNeeds(work, challenge) });
      if (state !== 'draft') await moveChallenge(work, { challengeId, move: 'publish' });
      return challengeId;
    },
    undefined,
  );
  const move = laterMoves[state];
  const later = time.hoursAfter(at, 72);
  if (move) await app.runAt(() => later)(contact, moveChallenge, { challengeId, move });
};

/** Each business with its contact and its challenges, as they would have written them. */
export const growBusinesses = async (
  app: App,
  time: DemoTime,
  { businesses, ids }: { businesses: readonly DemoBusiness[]; ids: Map<string, string> },
): Promise<GrownBusiness[]> => {
  const grown: GrownBusiness[] = [];
  let challengeIndex = 0;
  for (const [index, business] of businesses.entries()) {
    const { city: cityId, contact: person } = business;
    const personId = ids.get(person.key) ?? '';
    const at = time.daysAgo(70, index);
    const fromOn = time.dayOf(at);
    const businessId = await app.database.inCity(cityId, async (tx) => {
      await joinCity(tx, {
        ...person,
        cityId,
        personId,
        email: demoEmail(person.key),
        roles: ['businessContact'],
        fromOn,
      });
      const { name, area, about } = business;
      return openBusiness(tx, {
        cityId,
        name,
        area,
        about,
        businessCode: demoBusinessCode(index),
        contactIds: [personId],
        now: at,
        fromOn,
      });
    });
    const contact = demoActor({ ...person, cityId }, { personId, role: 'businessContact', businessId });
    for (const challenge of business.challenges) {
      await growChallenge(app, time, { contact, challenge, index: challengeIndex });
      challengeIndex += 1;
    }
    grown.push({ contact, business, businessId });
  }
  return grown;
};
