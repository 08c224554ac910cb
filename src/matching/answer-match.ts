import { z } from 'zod';
import { openThread } from '../dialogue/index.ts';
import { newId } from '../kernel/ids.ts';
import { mostInteger } from '../kernel/numbers.ts';
import { badField, Problem } from '../kernel/problem.ts';
import { words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { cardChoicesOf } from '../know-how/index.ts';
import { mayAnswer, shownName, topicsOf } from './answer-rules.ts';
import { logAnswer } from './answerable/log-answer.ts';
import type { Known } from './known.ts';
import { loadMatch } from './load-match.ts';
import type { ShownChallenge } from './read-challenges.ts';
import { scoreOf } from './rules.ts';
import { answers, type CardChoice, namesShown } from './tables.ts';

/** What a customer shows the business with a yes: their name or first name, a few lines, and what they choose of what they can and have done. */
export const cardInput = z.object({
  nameShown: z.enum(namesShown, 'form.choose'),
  intro: words(600, { least: 0 }),
  skillIds: z.array(z.int().positive()).max(200),
  /** Experiences, languages and licences of the profile, by id. */
  experienceIds: z.array(z.string().max(100)).max(300).default([]),
  languageIds: z.array(z.string().max(100)).max(100).default([]),
  licenceIds: z.array(z.string().max(100)).max(300).default([]),
  /** Also who vouches for these skills. */
  showsVouching: z.boolean().optional(),
  /** Others who said yes, and let it be seen too, see under this name which needs I would bring to a team. */
  withOthers: z.boolean().default(false),
});

export const answerBody = z.object({
  answer: z.enum(answers, 'form.choose'),
  /** Why, if they like; for the customer and their adviser, never the business. */
  word: words(500, { least: 0 }).default(''),
  /** Needed with a yes, and only then. */
  card: cardInput.nullable().default(null),
});

export const answerMatchInput = answerBody.extend({
  challengeId: z.string(),
  /** Of the answer as it was read; 0 before the first. */
  version: z.int().min(0).max(mostInteger).default(0),
});

/** What stands on a card beside know-how, and what it is in the profile. */
export const thingFields = [
  ['experienceIds', 'experience'],
  ['languageIds', 'language'],
  ['licenceIds', 'licence'],
] as const;

export type AnswerGiven = { answer: (typeof answers)[number]; threadId: string | null; version: number };

/** A card as it will be kept. Throws badInput for what the customer does not keep, or hides. */
export const cardOf = async (
  work: Work,
  { me }: Known,
  card: z.input<typeof cardInput> | null,
): Promise<CardChoice> => {
  if (!card) throw badField('card', 'form.required');
  const { nameShown, skillIds, withOthers = false, experienceIds = [], languageIds = [], licenceIds = [] } = card;
  const choices = await cardChoicesOf(work, me.id);
  const kept = new Set(choices.flatMap(({ skillId }) => (skillId === null ? [] : [skillId])));
  if (skillIds.some((skillId) => !kept.has(skillId))) throw badField('skillIds', 'matching.card.notKept');
  const things = { experienceIds, languageIds, licenceIds };
  for (const [field, kind] of thingFields) {
    const there = new Set(choices.filter((one) => one.kind === kind).map(({ item }) => item));
    if (things[field].some((id) => !there.has(id))) throw badField(field, 'matching.card.notThere');
    things[field] = [...new Set(things[field])];
  }
  const name = shownName(me.name, nameShown);
  return { ...card, ...things, withOthers, skillIds: [...new Set(skillIds)], name };
};

type Written = { answerId: string; version: number };

/** One statement, so that of two at once only one finds the version it read. */
const write = async (
  { tx, cityId, now }: Work,
  given: { challengeId: string; customerId: string; answer: AnswerGiven['answer']; word: string; score: number },
  { card, threadId, version }: { card: CardChoice | null; threadId: string | null; version: number },
): Promise<Written | undefined> => {
  const said = { ...given, card: card && JSON.stringify(card), threadId, version: version + 1, answeredAt: now };
  return tx
    .insertInto('answer')
    .values({ cityId, id: newId(), ...said })
    .onConflict((conflict) =>
      conflict.columns(['cityId', 'challengeId', 'customerId']).doUpdateSet(said).where('answer.version', '=', version),
    )
    .returning(['id as answerId', 'version'])
    .executeTakeFirst();
};

const openFor = (work: Work, { id, businessId }: ShownChallenge, { me }: Known): Promise<string> =>
  openThread(work, { challengeId: id, customerId: me.id, businessId });

/**
 * The customer's one current answer to a challenge. A yes shows the business the card and opens the thread; taking it back hides both from
 * the business in the same moment. Throws notFound, notNow (closed, or no consent), changedMeanwhile (with the answer as it is).
 */
export const answerMatch = async (work: Work, input: z.input<typeof answerMatchInput>): Promise<AnswerGiven> => {
  const { challengeId, answer, word = '', card: chosen = null, version = 0 } = input;
  const asked = { section: 'answers', action: 'write', why: `answered ${answer}` } as const;
  const { known, challenge } = await loadMatch(work, challengeId, asked);
  const { isOpen, needs, answer: before } = challenge;
  if ((before?.version ?? 0) !== version) throw new Problem('changedMeanwhile', { current: before });
  if (!mayAnswer({ isOpen, isConsented: known.isConsented, before: before?.answer ?? null, next: answer }))
    throw new Problem('notNow');
  const card = answer === 'yes' ? await cardOf(work, known, chosen) : null;
  const threadId = answer === 'yes' ? await openFor(work, challenge, known) : (before?.threadId ?? null);
  const given = { challengeId, customerId: known.me.id, answer, word, score: scoreOf(needs, known.reach).exact };
  const written = await write(work, given, { card, threadId, version });
  if (!written) throw new Problem('changedMeanwhile', { current: before });
  // A yes whose card is changed is no new answer.
  if (before?.answer !== answer) await logAnswer(work, { known, challenge, answer });
  const ids = { answerId: written.answerId, challengeId, customerId: known.me.id };
  for (const topic of topicsOf(before?.answer ?? null, answer)) work.emit(topic, ids);
  return { answer, threadId, version: written.version };
};
