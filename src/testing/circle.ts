import { CompiledQuery, sql } from 'kysely';
import { addDays, dayIn } from '../kernel/clock.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';
import { linkHash, newLinkSecret } from '../know-how/vouching/link.ts';
import type { builders, Made, MadeContact, MadeCustomer } from './builders.ts';

/** What a marked text stands in. Each text of a circle has a mark of its own, so that a leak names itself. */
export const markKinds = [
  'advert',
  'customerName',
  'customerEmail',
  'story',
  'storyWords',
  'profile',
  'hiddenProfile',
  'keptBack',
  'cardThing',
  'wishes',
  'levelWords',
  'linkName',
  'brought',
  'cardIntro',
  'answerWord',
  'challenge',
  'draft',
  'restingChallenge',
  'business',
  'customerMessage',
  'contactMessage',
  'contactName',
  'contactEmail',
  'adviserName',
  'goal',
  'step',
  'deletedChallenge',
  'formerCustomer',
  'unassignedCustomer',
  'mail',
  'vouchName',
  'vouchAskedName',
  'vouchMessage',
  'vouchEmail',
  'vouchAnswer',
  'voucherName',
  'evidence',
  'objection',
  'personAsk',
  'personAnswer',
  'unassignedAsk',
  'handOver',
  'handedAway',
] as const;
export type MarkKind = (typeof markKinds)[number];

/**
 * A customer, their adviser, a business that needs them, its contact, and every kind of record there is between them. Written past the use
 * cases, so that a fault in one of them cannot hide in what it made.
 */
export type Circle = {
  name: string;
  cityId: string;
  customer: MadeCustomer;
  adviser: Made;
  contact: MadeContact;
  /** Of each record, one that is there; the same names as the parameters of routes. */
  ids: Record<RecordName, string>;
  deleted: { challengeId: string; customerId: string; vouchSecret: string; profileSecret: string };
  mark(kind: MarkKind): string;
};

export const recordNames = [
  'customerId',
  'storyId',
  'knowHowId',
  'experienceId',
  'bringId',
  'proposalId',
  'languageSkillId',
  'licenceId',
  'profileLinkId',
  'challengeId',
  'openChallengeId',
  'draftId',
  'threadId',
  'pausedChallengeId',
  'closedChallengeId',
  'stepId',
  'agreedStepId',
  'customerStepId',
  'businessId',
  'suggestedId',
  'messageId',
  'unassignedCustomerId',
  'vouchRequestId',
  'answeredVouchRequestId',
  'draftVouchRequestId',
  'handVouchRequestId',
  'linkVouchRequestId',
  'vouchingId',
  'evidenceId',
  'vouchSecret',
  'profileSecret',
  'personAskId',
  'answeredPersonAskId',
  'personProposalId',
  'suggestionId',
] as const;
export type RecordName = (typeof recordNames)[number];

/** Letters only, so that nothing on the way to the page changes it. */
const markOf = (circle: string, kind: MarkKind): string => `Zq${circle}${kind[0]?.toUpperCase()}${kind.slice(1)}qz`;

export const allMarks = /Zq([a-z]+)([A-Z][A-Za-z]*?)qz/g;

/** What the API's examples of vouching ask about; every circle's customer keeps it. */
const exampleSkill = 'http://data.europa.eu/esco/skill/261e740b-d32d-4356-94a8-3ea29128b70b';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const isJson = (value: unknown): boolean =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !Buffer.isBuffer(value);

/** Inserts a row with a jsonb value given as an object. */
const put = (tx: Tx, table: string, row: Record<string, unknown>) => {
  const names = Object.keys(row).map(snake);
  const values = Object.values(row).map((value) => (isJson(value) ? JSON.stringify(value) : value));
  const places = values.map((_, at) => `$${at + 1}`);
  return tx.executeQuery(
    CompiledQuery.raw(`insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, values),
  );
};

type Outside = { database: Database; clock: () => Date } & Pick<
  ReturnType<typeof builders>,
  'aCustomer' | 'anAdviser' | 'aBusinessContact' | 'consent'
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
  const away = await outside.anAdviser({ city: cityId, name: 'Outi Toinen' });
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
  };
  const deleted = {
    challengeId: newId(),
    customerId: former.customerId,
    vouchSecret: newLinkSecret(cityId),
    profileSecret: newLinkSecret(cityId),
  };
  const { customerId, businessId } = ids;
  await database.inCity(cityId, async (tx) => {
    const row = (table: string, values: Record<string, unknown>) => put(tx, table, { cityId, ...values });
    await tx
      .updateTable('customer')
      .set({ cardIntro: mark('cardIntro') })
      .where('cityId', '=', cityId)
      .where('id', '=', customerId)
      .execute();
    await tx
      .updateTable('customer')
      .set({ deletedAt: now })
      .where('cityId', '=', cityId)
      .where('id', '=', former.customerId)
      .execute();
    const version = (kind: string, itemId: string, content: Record<string, unknown>) =>
      row('profile_version', { customerId, kind, itemId, version: 1, at: now, content });
    const experience = async (id: string, kind: MarkKind, hiddenAt: Date | null, did: MarkKind = kind) => {
      const storyId = newId();
      const told = { kind: 'work', title: mark(kind), place: mark(kind), isOngoing: false, language: 'fi' };
      await row('story', {
        id: storyId,
        customerId,
        text: mark(did),
        language: 'fi',
        createdAt: now,
        changedAt: now,
      });
      const dates = { createdAt: now, changedAt: now, hiddenAt };
      await row('experience', { id, customerId, ...told, fromOn: '2019', toOn: '2021-05', storyId, ...dates });
      const stands = { isHidden: hiddenAt !== null, isRemoved: false };
      const time = { from: { on: '2019', about: false }, to: { on: '2021-05', about: false } };
      await version('experience', id, { ...told, ...time, did: mark(did), ...stands });
    };
    // What stands on the card given to the business; the last was hidden from businesses afterwards.
    const onCard = { experienceId: newId(), licenceId: newId(), keptBack: newId() };
    const makeProfile = async () => {
      await experience(ids.experienceId, 'profile', null);
      await experience(newId(), 'hiddenProfile', now);
      await experience(onCard.experienceId, 'cardThing', null, 'profile');
      await row('experience_skill', { experienceId: ids.experienceId, skillId: skillIds[0], words: [mark('profile')] });
      await row('language_skill', { id: ids.languageSkillId, customerId, code: 'fi', level: 'native' });
      const licence = { kind: 'licence', code: '', name: mark('profile') };
      await row('licence', { id: ids.licenceId, customerId, ...licence });
      await row('licence', { id: newId(), customerId, ...licence, name: mark('hiddenProfile'), hiddenAt: now });
      const what = [{ text: mark('wishes'), skillId: null }];
      await row('wishes', {
        customerId,
        what: JSON.stringify(what),
        whereAt: mark('wishes'),
        notWanted: mark('wishes'),
        changedAt: now,
      });
      const told = { what, where: mark('wishes'), notWanted: mark('wishes') };
      await version('wishes', customerId, told);
      await row('licence', { id: onCard.licenceId, customerId, ...licence, name: mark('cardThing') });
      const { keptBack } = onCard;
      await row('licence', { id: keptBack, customerId, ...licence, name: mark('keptBack') });
      const shows = async (audience: string, id: string, kinds: readonly string[]) => {
        await row('profile_audience', { id, customerId, audience });
        for (const kind of ['knowHow', 'experience', 'language', 'licence', 'wish'])
          await row('profile_shown', { audienceId: id, kind, item: '*', isShown: kinds.includes(kind) });
        await row('profile_shown', { audienceId: id, kind: 'licence', item: keptBack, isShown: false, hiddenAt: now });
      };
      await shows('adviser', newId(), ['knowHow', 'experience', 'language', 'licence']);
      await shows('business', newId(), ['knowHow', 'experience', 'licence']);
      const link = { customerId, name: mark('linkName'), nameShown: 'firstName', createdAt: now };
      const untilOn = addDays(today, 60);
      await row('profile_link', { id: ids.profileLinkId, ...link, untilOn, secretHash: linkHash(ids.profileSecret) });
      await shows('link', ids.profileLinkId, ['knowHow', 'experience', 'licence']);
      const endedId = newId();
      const ended = { secretHash: linkHash(deleted.profileSecret), endedAt: now };
      await row('profile_link', { id: endedId, ...link, untilOn, ...ended });
      await shows('link', endedId, ['knowHow', 'experience']);
    };
    const makeBrought = async (uri: string) => {
      const bringId = ids.bringId;
      await row('bring', {
        id: bringId,
        customerId,
        name: `${mark('brought')}.pdf`,
        language: 'fi',
        digest: Buffer.alloc(32, customerId),
        createdAt: now,
      });
      await row('bring_part', { bringId, no: 0, sealed: Buffer.alloc(40) });
      const text = `Kokki ${mark('brought')}`;
      const paragraphs = JSON.stringify([{ page: 1, no: 1, part: 'work', text }]);
      const read = { state: 'ready', kind: 'pdf', language: 'fi', page: 1, pages: 1, paragraphs };
      await row('bring_reading', { bringId, ...read, leftOut: ['phone'] });
      const places = JSON.stringify([{ at: 0, spans: [{ start: 0, end: 5 }] }]);
      const proposal = (id: string, no: number, kind: string, what: Record<string, unknown>) =>
        row('bring_proposal', { id, bringId, no, kind, what: { isHidden: false, ...what }, places });
      const told = { from: { on: '2015', about: false }, to: null, isOngoing: true, language: 'fi' };
      const experience = {
        kind: 'work',
        title: text,
        place: mark('brought'),
        did: mark('brought'),
        skills: [uri],
        ...told,
      };
      await proposal(ids.proposalId, 0, 'experience', experience);
      const skill = { uri, label: 'taito', level: null, levelWords: '', words: [mark('brought')] };
      await proposal(newId(), 1, 'knowHow', skill);
      await proposal(newId(), 2, 'language', { code: 'sv', level: null });
      await proposal(newId(), 3, 'licence', { kind: 'card', code: '', name: mark('brought'), untilOn: null });
    };
    const skills = await tx
      .selectFrom('skill')
      .select(['id', 'uri'])
      .where('isCurrent', '=', true)
      .orderBy(sql`case when uri = ${exampleSkill} then 0 else 1 end`)
      .orderBy('uri')
      .limit(4)
      .execute();
    // The example's comes second: the first is the one that is changed and dropped.
    const [example = 0, first = 0, ...others] = skills.map(({ id }) => id);
    const skillIds = [first, example, ...others];
    const text = `${mark('story')} hoiti kylässä ${mark('storyWords')} kauan.`;
    const because = [
      { start: text.indexOf(mark('storyWords')), end: text.indexOf(mark('storyWords')) + mark('storyWords').length },
    ];
    await row('story', { id: ids.storyId, customerId, text, language: 'fi', createdAt: now, changedAt: now });
    for (const [at, skillId] of skillIds.entries())
      await row('know_how', {
        id: at === 0 ? ids.knowHowId : at === 3 ? ids.suggestedId : newId(),
        customerId,
        skillId,
        state: at < 3 ? 'kept' : 'suggested',
        origin: 'story',
        storyId: ids.storyId,
        score: 0.8,
        because: JSON.stringify(because),
        words: [mark('storyWords')],
        levelWords: at === 0 ? mark('levelWords') : '',
        decidedAt: at < 3 ? now : null,
      });
    await row('asked_question', {
      id: newId(),
      customerId,
      storyId: ids.storyId,
      key: 'howMany',
      outcome: 'answered',
      at: now,
    });
    await row('outside_asking', {
      storyId: ids.storyId,
      customerId,
      storyVersion: 1,
      model: 'Kielimalli',
      state: 'answered',
      askedAt: now,
      answeredAt: now,
    });
    await makeProfile();
    await makeBrought(skills[0]?.uri ?? '');
    const challenge = async (id: string, kind: MarkKind, state: string, more: Record<string, unknown> = {}) => {
      const dates = { createdAt: now, publishedAt: state === 'draft' ? null : now, untilOn: addDays(today, 60) };
      const texts = {
        title: mark(kind),
        problem: `Jono on pitkä. ${mark(kind)}`,
        language: 'fi',
        place: 'Keskusta',
        hours: 'any',
      };
      await row('challenge', { id, businessId, state, needsWeight: 4, ...texts, ...dates, ...more });
      for (const skillId of skillIds.slice(0, 2))
        await row('challenge_need', { challengeId: id, skillId, weight: 2, isMust: false, because: '[]' });
    };
    await challenge(ids.challengeId, 'challenge', 'published');
    await challenge(ids.openChallengeId, 'challenge', 'published');
    await challenge(ids.draftId, 'draft', 'draft');
    await challenge(ids.pausedChallengeId, 'restingChallenge', 'paused');
    await challenge(ids.closedChallengeId, 'restingChallenge', 'closed');
    await challenge(deleted.challengeId, 'deletedChallenge', 'published', { deletedAt: now });
    const found = { score: 1, vocabularyVersion: 'x', firstAt: now, madeAt: now };
    await row('recommendation', { customerId, challengeId: ids.openChallengeId, ...found });
    await row('matching_look', { customerId, upTo: new Date(now.getTime() - 24 * 3_600_000) });
    await row('recommended_challenge', { challengeId: ids.openChallengeId, at: now });
    await row('matching_run', { id: newId(), vocabularyVersion: 'x', startedAt: now, endedAt: now });
    const titled = { fi: mark('advert') };
    const advert = { outsideId: mark('advert'), title: titled, summary: titled, employer: titled, place: 'Keskusta' };
    const advertId = newId();
    const dates = { publishedAt: now, seenAt: now };
    await row('job_advert', {
      ...{ id: advertId, ...advert, ...dates },
      ...{ language: 'fi', needsWeight: 6, needsCount: 3, contentHash: 'x' },
    });
    for (const skillId of skillIds.slice(0, 3))
      await row('job_advert_need', { advertId, skillId, weight: 2, isNamed: false, words: [mark('advert')] });
    await row('thread', {
      id: ids.threadId,
      customerId,
      businessId,
      challengeId: ids.challengeId,
      createdAt: now,
      latestAt: now,
    });
    const card = {
      name: customer.actor.name,
      nameShown: 'fullName',
      intro: mark('cardIntro'),
      skillIds: skillIds.slice(0, 2),
      experienceIds: [onCard.experienceId],
      languageIds: [],
      licenceIds: [onCard.licenceId, onCard.keptBack],
    };
    const answer = {
      customerId,
      challengeId: ids.challengeId,
      answer: 'yes',
      word: mark('answerWord'),
      score: 1,
      answeredAt: now,
    };
    await row('answer', { id: newId(), ...answer, card, threadId: ids.threadId });
    const message = (id: string, side: string, authorId: string, kind: MarkKind) =>
      row('message', { id, threadId: ids.threadId, authorId, side, text: mark(kind), at: now });
    await message(ids.messageId, 'customer', customer.personId, 'customerMessage');
    await message(newId(), 'business', contact.personId, 'contactMessage');
    const planId = newId();
    const writer = { at: now, personId: adviser.personId, personName: adviser.actor.name, role: 'adviser' };
    await row('plan', { id: planId, customerId, goal: mark('goal'), createdAt: now });
    await row('plan_version', { planId, version: 1, ...writer, goal: mark('goal') });
    const step = async (id: string, state: string, proposedBy: 'adviser' | 'customer') => {
      const said = {
        title: mark('step'),
        why: mark('step'),
        owner: proposedBy,
        dueOn: addDays(today, 14),
        state,
        word: '',
      };
      await row('step', { id, customerId, proposedBy, createdAt: now, changedAt: now, ...said });
      const by =
        proposedBy === 'adviser'
          ? writer
          : { ...writer, personId: customer.personId, personName: customer.actor.name, role: 'customer' };
      await row('step_version', { stepId: id, version: 1, ...by, ...said });
    };
    await step(ids.stepId, 'proposed', 'adviser');
    await step(ids.agreedStepId, 'agreed', 'adviser');
    await step(ids.customerStepId, 'proposed', 'customer');
    const mail = {
      subject: mark('mail'),
      body: mark('mail'),
      toAddress: 'x@example.invalid',
      language: 'fi',
      createdAt: now,
    };
    await row('mail', { id: newId(), eventId: newId(), personId: customer.personId, ...mail });
    const request = async (id: string, more: Record<string, unknown>) => {
      const asked = { relation: 'employer', askedName: mark('vouchAskedName'), nameShown: mark('vouchName') };
      const said = { whatFor: mark('vouchMessage'), message: mark('vouchMessage'), language: 'fi' };
      await row('vouch_request', { id, customerId, ...asked, ...said, createdAt: now, ...more });
    };
    const vouching = (id: string, requestId: string, more: Record<string, unknown> = {}) =>
      row('vouching', { id, requestId, customerId, skillId: example, state: 'asked', ...more });
    const openUntil = new Date(now.getTime() + 30 * 24 * 3_600_000);
    const sentAt = { askedAt: now, openUntil };
    const answer1 = { how: mark('vouchAnswer'), since: '2019', answeredAt: now };
    const toAdviser = { relation: 'adviser', askedName: adviser.actor.name, adviserId: adviser.personId };
    await request(ids.vouchRequestId, { ...toAdviser, ...sentAt, letters: 1, letterAt: now });
    await vouching(newId(), ids.vouchRequestId);
    const answered = { ...sentAt, answeredAt: now, voucherName: adviser.actor.name };
    await request(ids.answeredVouchRequestId, { ...toAdviser, ...answered });
    await vouching(newId(), ids.answeredVouchRequestId, { ...answer1, state: 'accepted', decidedAt: now });
    const letterEmail = `${mark('vouchEmail').toLowerCase()}@example.invalid`;
    await request(ids.draftVouchRequestId, { letterEmail });
    await vouching(newId(), ids.draftVouchRequestId);
    await request(ids.handVouchRequestId, {});
    await vouching(newId(), ids.handVouchRequestId);
    const byLink = { letterEmail, letters: 1, letterAt: now, secretHash: linkHash(ids.vouchSecret) };
    const shown = { voucherName: mark('voucherName'), voucherRole: mark('voucherName') };
    await request(ids.linkVouchRequestId, { ...byLink, ...sentAt, answeredAt: now, ...shown });
    await vouching(ids.vouchingId, ids.linkVouchRequestId, { ...answer1, state: 'offered' });
    await request(newId(), { ...sentAt, secretHash: linkHash(deleted.vouchSecret), endedAt: now });
    await row('evidence', {
      ...{ id: ids.evidenceId, customerId, kind: 'step', sourceId: ids.agreedStepId, title: mark('evidence') },
      ...{
        happenedOn: today,
        confirmedBy: adviser.actor.name,
        confirmedAs: 'adviser',
        state: 'offered',
        createdAt: now,
      },
    });
    await row('evidence_skill', { evidenceId: ids.evidenceId, skillId: example });
    const suggested = { customerId, vocabularyVersion: 'test', seenBy: ['customer'], madeAt: now };
    await row('suggestion_log', {
      id: ids.suggestionId,
      ...suggested,
      kind: 'skill',
      skillId: example,
      score: 0.5,
      parts: { bm25: 0.5 },
    });
    await row('suggestion_log', {
      ...{ id: newId(), ...suggested, kind: 'match', challengeId: ids.challengeId, score: 1 },
      parts: JSON.stringify([{ need: example, state: 'met', got: 100, outOf: 100 }]),
    });
    const ask = (id: string, askerId: string, more: Record<string, unknown>) =>
      row('person_ask', { id, customerId: askerId, askedAt: now, dueOn: addDays(today, 7), ...more });
    await ask(ids.personAskId, customerId, {
      ...{ about: 'match', challengeId: ids.challengeId, words: mark('personAsk') },
    });
    await ask(newId(), customerId, {
      ...{ about: 'skill', skillId: example, suggestionId: ids.suggestionId, words: mark('personAsk') },
    });
    const said = {
      answer: mark('personAnswer'),
      answeredAt: now,
      answeredBy: adviser.personId,
      answeredRole: 'adviser',
    };
    await ask(ids.answeredPersonAskId, customerId, {
      ...{ about: 'general', words: mark('personAsk'), ...said, answeredName: adviser.actor.name },
    });
    await row('person_proposal', {
      ...{ id: ids.personProposalId, askId: ids.answeredPersonAskId, customerId, challengeId: ids.openChallengeId },
      ...{ place: 'first', why: mark('personAnswer'), byId: adviser.personId, byName: adviser.actor.name },
      ...{ byRole: 'adviser', madeAt: now },
    });
    // Handed to the adviser, and by them to somebody else: the one asks of them, the other does not any more.
    const handed = async (word: 'handOver' | 'handedAway', from: Made, to: Made) => {
      const askId = newId();
      await ask(askId, customerId, { about: 'general', words: mark(word), version: 2 });
      const by = { byId: from.personId, byName: from.actor.name, byRole: 'adviser' };
      const given = { toId: to.personId, toName: to.actor.name, why: mark(word), at: now };
      await row('person_ask_hand_over', { askId, version: 2, customerId, ...given, ...by });
    };
    await handed('handOver', away, adviser);
    await handed('handedAway', adviser, away);
    await ask(newId(), ids.unassignedCustomerId, { about: 'general', words: mark('unassignedAsk') });
    await row('objection', {
      ...{ id: newId(), customerId, what: 'matching', word: mark('objection'), madeAt: now, takenBackAt: now },
    });
    const seen = { personId: adviser.personId, personName: adviser.actor.name, role: 'adviser', customerId };
    await row('use_log', {
      id: newId(),
      ...seen,
      section: 'plan',
      action: 'read',
      why: 'plan page',
      isAllowed: true,
      requestId: 'test',
    });
  });
  return { name, cityId, customer, adviser, contact, ids, deleted, mark };
};
