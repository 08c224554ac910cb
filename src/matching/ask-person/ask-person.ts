import { sql } from 'kysely';
import { z } from 'zod';
import { owesReply } from '../../dialogue/index.ts';
import { access } from '../../kernel/access/access.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { badField, notFound } from '../../kernel/problem.ts';
import { readTerm } from '../../kernel/terms.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import { logShown } from '../answerable/log-shown.ts';
import { loadMatch } from '../load-match.ts';
import { mostWaiting } from './rules.ts';
import type { AskAbout } from './tables.ts';

export const askInput = z.object({
  /** What they want looked at. */
  words: words(1000),
  /** A row of their log: a suggested skill, or a challenge as it was shown. */
  suggestionId: z.string().nullable().default(null),
  /** Or a match as it is now. Neither: something in general, or that was not found. */
  challengeId: z.string().nullable().default(null),
  /** Shows the person also the words of theirs the skill was found in. */
  showsWords: z.boolean().default(false),
});

type Subject = { about: AskAbout; suggestionId: string | null; skillId: number | null; challengeId: string | null };

const general: Subject = { about: 'general', suggestionId: null, skillId: null, challengeId: null };

/** A suggestion of my own, by its number in the log; undefined for anybody else's. */
export const findSuggestion = async (
  { tx, cityId }: Work,
  customerId: string,
  suggestionId: string,
): Promise<Subject | undefined> => {
  if (!isId(suggestionId)) return undefined;
  const found = await tx
    .selectFrom('suggestionLog')
    .select(['skillId', 'challengeId'])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('id', '=', suggestionId)
    .executeTakeFirst();
  return found && { ...found, suggestionId, about: found.skillId === null ? 'match' : 'skill' };
};

/** The match as it is now, in the log by it: what the person sees is what the customer saw when they asked. */
const matchAsked = async (work: Work, challengeId: string): Promise<Subject> => {
  const asked = { section: 'matches', action: 'read', why: 'own match' } as const;
  const { known, challenge } = await loadMatch(work, challengeId, asked);
  await logShown(work, { known, challenges: [challenge] });
  const logged = await work.tx
    .selectFrom('suggestionLog')
    .select('id')
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', known.me.id)
    .where('challengeId', '=', challengeId)
    .where('kind', '=', 'match')
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { about: 'match', suggestionId: logged?.id ?? null, skillId: null, challengeId };
};

const readSubject = async (
  work: Work,
  customerId: string,
  { suggestionId, challengeId }: Pick<z.output<typeof askInput>, 'suggestionId' | 'challengeId'>,
): Promise<Subject> => {
  if (suggestionId !== null) {
    const found = await findSuggestion(work, customerId, suggestionId);
    if (!found) throw notFound();
    return found;
  }
  return challengeId === null ? general : matchAsked(work, challengeId);
};

/** One ask waits for one thing at a time: until it is answered, asking again says nothing new. */
const refuseTwice = async ({ tx, cityId }: Work, customerId: string, subject: Subject): Promise<void> => {
  const { rows } = await sql<{ same: number; all: number }>`
    select count(*)::int as all,
      count(*) filter (where about = ${subject.about} and skill_id is not distinct from ${subject.skillId}::int
        and challenge_id is not distinct from ${subject.challengeId}::uuid)::int as same
    from person_ask
    where city_id = ${cityId} and customer_id = ${customerId} and answered_at is null and withdrawn_at is null`.execute(
    tx,
  );
  const { same = 0, all = 0 } = rows[0] ?? {};
  if (same > 0 && subject.about !== 'general') throw badField('words', 'askPerson.form.waits');
  if (all >= mostWaiting) throw badField('words', 'askPerson.form.enough', { most: mostWaiting });
};

/**
 * Asks a person to look: at a suggestion of mine, at a match, or at something in general. It goes to whoever advises me, else to those who give
 * advisers, and is due so many working days from today as the city says (term `askPersonDays`). Throws notFound for a suggestion or match that is
 * not mine to see, badInput when the same waits already.
 */
export const askPerson = async (
  work: Work,
  { words: said, showsWords, ...about }: z.output<typeof askInput>,
): Promise<{ personAskId: string; dueOn: string; version: number }> => {
  const me = await access.self(work, { section: 'personAsks', action: 'write', why: 'asked a person' });
  const { tx, cityId, now, today } = work;
  // Two at once: the second waits here, and finds the first.
  await tx
    .selectFrom('customer')
    .select('id')
    .where('cityId', '=', cityId)
    .where('id', '=', me.id)
    .forUpdate()
    .execute();
  const subject = await readSubject(work, me.id, about);
  await refuseTwice(work, me.id, subject);
  const { value: days } = await readTerm(tx, { cityId, name: 'askPersonDays', today });
  const ask = { id: newId(), dueOn: addWorkingDays(today, days), askedAt: now, words: said };
  const open = { answeredAt: null, answeredBy: null, withdrawnAt: null, seenAt: null };
  await tx
    .insertInto('personAsk')
    .values({
      cityId,
      customerId: me.id,
      ...subject,
      ...ask,
      ...open,
      showsWords: showsWords && subject.about === 'skill',
    })
    .execute();
  await owesReply(work, { about: 'ask', thingId: ask.id, customerId: me.id, dueOn: ask.dueOn });
  work.emit('personAsked', { personAskId: ask.id });
  return { personAskId: ask.id, dueOn: ask.dueOn, version: 1 };
};
