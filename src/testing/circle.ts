import { sql } from 'kysely';
import { dayIn } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';
import { newLinkSecret } from '../know-how/vouching/link.ts';
import type { builders, Made, MadeContact, MadeCustomer } from './builders.ts';
import { makeAnswer } from './circle/answer.ts';
import { makeAppointments } from './circle/appointments.ts';
import { makeBrought } from './circle/brought.ts';
import { makeChallenges } from './circle/challenges.ts';
import { makeDesk } from './circle/desk.ts';
import { makeDocuments } from './circle/documents.ts';
import { makeHandOvers } from './circle/hand-overs.ts';
import { makeInvitations } from './circle/invitations.ts';
import { makeJointPlan } from './circle/joint-plan.ts';
import { type Making, type NewRow, put, type RecordName, recordNames } from './circle/making.ts';
import { allMarks, type MarkKind, markOf } from './circle/marks.ts';
import { makeMessages } from './circle/messages.ts';
import { makePlan } from './circle/plan.ts';
import { makeProfile } from './circle/profile.ts';
import { makePromise } from './circle/promise.ts';
import { makeReach } from './circle/reach.ts';
import { makeRhythm } from './circle/rhythm.ts';
import { makeRights } from './circle/rights.ts';
import { makeStages } from './circle/stages.ts';
import { makeStory } from './circle/story.ts';
import { makeSuggestions } from './circle/suggestions.ts';
import { makeVouching } from './circle/vouching.ts';

export { allMarks, type MarkKind, type RecordName, recordNames };

/**
 * A customer, their adviser and social worker, a business that needs them, its contact, and every kind of record there is between them. Written past the use
 * cases, so that a fault in one of them cannot hide in what it made.
 */
export type Circle = {
  name: string;
  cityId: string;
  customer: MadeCustomer;
  adviser: Made;
  socialWorker: Made;
  contact: MadeContact;
  /** Of each record, one that is there; the same names as the parameters of routes. */
  ids: Record<RecordName, string>;
  deleted: {
    challengeId: string;
    customerId: string;
    vouchSecret: string;
    profileSecret: string;
    calendarSecret: string;
    inviteSecret: string;
  };
  mark(kind: MarkKind): string;
};

/** What the API's examples of vouching ask about; every circle's customer keeps it. */
const exampleSkill = 'http://data.europa.eu/esco/skill/261e740b-d32d-4356-94a8-3ea29128b70b';

type Outside = { database: Database; clock: () => Date } & Pick<
  ReturnType<typeof builders>,
  'aCustomer' | 'anAdviser' | 'aSocialWorker' | 'aBusinessContact' | 'consent' | 'sealed'
>;

/** Makes a circle in a city. `name` is one word of small letters; it is part of every mark. */
export const makeCircle = async (
  outside: Outside,
  { name, city: cityId }: { name: string; city: string },
): Promise<Circle> => {
  const { database, clock } = outside;
  const mark = (kind: MarkKind) => markOf(name, kind);
  const now = clock();
  const today = dayIn('Europe/Helsinki', now);
  const adviser = await outside.anAdviser({ city: cityId, name: `Aarne ${mark('adviserName')}` });
  const customer = await outside.aCustomer({
    city: cityId,
    name: `Aino ${mark('customerName')}`,
    email: `${mark('customerEmail').toLowerCase()}@example.invalid`,
    consents: ['matching', 'adviserKnowHow'],
    spokenLanguages: ['fi'],
    adviser,
  });
  const former = await outside.aCustomer({ city: cityId, name: `Eino ${mark('formerCustomer')}`, adviser });
  const socialWorker = await outside.aSocialWorker({
    city: cityId,
    name: `Salla ${mark('socialWorkerName')}`,
    caseload: [customer, former],
  });
  const away = await outside.anAdviser({ city: cityId, name: 'Outi Toinen' });
  const handed = await outside.aCustomer({ city: cityId, name: 'Helmi Siirtyvä', adviser: away });
  const unassigned = await outside.aCustomer({ city: cityId, name: `Iida ${mark('unassignedCustomer')}` });
  const contact = await outside.aBusinessContact({
    city: cityId,
    name: `Kaija ${mark('contactName')}`,
    email: `${mark('contactEmail').toLowerCase()}@example.invalid`,
    businessName: `Leipomo ${mark('business')}`,
  });
  const ids = {
    ...(Object.fromEntries(recordNames.map((record) => [record, newId()])) as Record<RecordName, string>),
    customerId: customer.customerId,
    businessId: contact.businessId,
    unassignedCustomerId: unassigned.customerId,
    vouchSecret: newLinkSecret(cityId),
    profileSecret: newLinkSecret(cityId),
    calendarSecret: newLinkSecret(cityId),
    inviteSecret: newLinkSecret(cityId),
  };
  const deleted = {
    challengeId: newId(),
    customerId: former.customerId,
    vouchSecret: newLinkSecret(cityId),
    profileSecret: newLinkSecret(cityId),
    calendarSecret: newLinkSecret(cityId),
    inviteSecret: newLinkSecret(cityId),
  };
  await database.inCity(cityId, async (tx) => {
    const rows: NewRow[] = [];
    const row: Making['row'] = (table, values) => {
      rows.push({ table, values: { cityId, ...values } });
    };
    await tx
      .updateTable('customer')
      .set({ cardIntro: mark('cardIntro') })
      .where('cityId', '=', cityId)
      .where('id', '=', customer.customerId)
      .execute();
    await tx
      .updateTable('customer')
      .set({ deletedAt: now })
      .where('cityId', '=', cityId)
      .where('id', '=', former.customerId)
      .execute();
    const skills = await tx
      .selectFrom('skill')
      .select(['id', 'uri'])
      .where('isCurrent', '=', true)
      .orderBy(sql`case when uri = ${exampleSkill} then 0 else 1 end`)
      .orderBy('uri')
      .limit(5)
      .execute();
    // The example's comes second: the first is the one that is changed and dropped.
    const [exampleId = 0, first = 0, ...others] = skills.map(({ id }) => id);
    const skillIds = [first, exampleId, ...others.slice(0, 2)];
    const toldSkillId = others[2] ?? 0;
    const making: Making = {
      now,
      today,
      customer,
      adviser,
      socialWorker,
      away,
      handedId: handed.customerId,
      contact,
      ids,
      deleted,
      skillIds,
      exampleId,
      toldSkillId,
      mark,
      sealed: outside.sealed,
      row,
    };
    makeStory(making);
    const onCard = makeProfile(making);
    makeBrought(making, skills[0]?.uri ?? '');
    makeChallenges(making);
    makeAnswer(making, onCard);
    makePlan(making);
    makeJointPlan(making);
    makeAppointments(making);
    makeDocuments(making);
    makeRhythm(making);
    makeStages(making);
    makeDesk(making);
    makeMessages(making);
    const mail = {
      subject: mark('mail'),
      body: mark('mail'),
      toAddress: 'x@example.invalid',
      language: 'fi',
      createdAt: now,
    };
    row('mail', { id: newId(), eventId: newId(), personId: customer.personId, ...mail });
    makeVouching(making);
    makeSuggestions(making);
    makeRights(making);
    makePromise(making);
    makeInvitations(making);
    makeReach(making);
    makeHandOvers(making);
    const seen = {
      personId: adviser.personId,
      personName: adviser.actor.name,
      role: 'adviser',
      customerId: customer.customerId,
    };
    row('use_log', {
      id: newId(),
      ...seen,
      section: 'plan',
      action: 'read',
      why: 'plan page',
      isAllowed: true,
      requestId: 'test',
    });
    await put(tx, rows);
  });
  return { name, cityId, customer, adviser, socialWorker, contact, ids, deleted, mark };
};
