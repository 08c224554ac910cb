import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import type { Machine } from '../../kernel/actor.ts';
import { hasConsent } from '../../kernel/consent.ts';
import type { Language } from '../../kernel/languages.ts';
import type { WorkApart } from '../../kernel/run-apart.ts';
import { hashOfText } from '../answerable/log-suggestions.ts';
import { clausesOf } from '../recogniser/clauses.ts';
import type { Span } from '../recogniser/types.ts';
import { labelIn } from '../vocabulary/types.ts';
import type { ModelFault } from './outside-model.ts';
import { protocolVersion, type Question, type Scores } from './protocol.ts';
import { outsideShare } from './rules.ts';

export type MachineWork = WorkApart<Machine>;
/** `inputHash`: what the suggestion log knows the text by. */
type Asking = { storyId: string; storyVersion: number; inputHash: Buffer };

/** A story that still waits for the outside model, as it stands now. */
const findWaiting = ({ tx, cityId }: MachineWork, storyId: string) =>
  tx
    .selectFrom('outsideAsking as a')
    .innerJoin('story as s', (join) => join.onRef('s.cityId', '=', 'a.cityId').onRef('s.id', '=', 'a.storyId'))
    .select(['a.customerId', 's.text', 's.language', 's.version'])
    .where('a.cityId', '=', cityId)
    .where('a.storyId', '=', storyId)
    .where('a.state', '=', 'waiting')
    .whereRef('a.storyVersion', '=', 's.version')
    .forUpdate('a')
    .executeTakeFirst();

const findSuggested = ({ tx, cityId }: MachineWork, storyId: string) =>
  tx
    .selectFrom('knowHow as k')
    .innerJoin('skill as s', 's.id', 'k.skillId')
    .select(['s.uri', 's.labels', 'k.because'])
    .where('k.cityId', '=', cityId)
    .where('k.storyId', '=', storyId)
    .where('k.state', '=', 'suggested')
    .orderBy('k.score', 'desc')
    .orderBy('k.skillId')
    .execute();

/** No more is sent than what something was found in. */
const clausesWith = (text: string, language: Language, because: readonly Span[]): string[] =>
  clausesOf(text, language).flatMap(({ words }) => {
    const start = words[0]?.start ?? 0;
    const end = words.at(-1)?.end ?? 0;
    return because.some((span) => span.start < end && span.end > start) ? [text.slice(start, end)] : [];
  });

/** Nothing will be asked about a story any more: its text stays where it is. */
export const endAsking = async ({ tx, cityId }: MachineWork, storyId: string): Promise<void> => {
  await tx.deleteFrom('outsideAsking').where('cityId', '=', cityId).where('storyId', '=', storyId).execute();
};

/**
 * What the outside model is to be asked about a story, written into the use log as said to it. Null when there is nothing to ask: the story is
 * gone or changed, nothing waits for a decision, or the customer no longer agrees.
 */
export const readQuestion = async (
  work: MachineWork,
  storyId: string,
): Promise<{ asking: Asking; question: Question } | null> => {
  const story = await findWaiting(work, storyId);
  if (!story) return null;
  const { customerId, text, language, version } = story;
  const suggested = await findSuggested(work, storyId);
  const agrees = await hasConsent(work, customerId, 'outsideModel');
  if (!agrees || suggested.length === 0) {
    await endAsking(work, storyId);
    return null;
  }
  const why = 'asked to weigh suggestions';
  access.authorise(work, { section: 'story', action: 'read', why, relations: ['asked'], customerId });
  const candidates = suggested.map(({ uri, labels }) => ({ uri, label: labelIn(labels, language) }));
  const clauses = clausesWith(
    text,
    language,
    suggested.flatMap(({ because }) => because),
  );
  return {
    asking: { storyId, storyVersion: version, inputHash: hashOfText(text) },
    question: { version: protocolVersion, language, clauses, candidates },
  };
};

/** Whether an answer may still be taken in: the text it is about stands, and the customer still agrees. */
const findAsked = async (work: MachineWork, { storyId, storyVersion }: Asking): Promise<string | null> => {
  const asked = await work.tx
    .selectFrom('outsideAsking')
    .select('customerId')
    .where('cityId', '=', work.cityId)
    .where('storyId', '=', storyId)
    .where('storyVersion', '=', storyVersion)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst();
  if (!asked) return null;
  if (await hasConsent(work, asked.customerId, 'outsideModel')) return asked.customerId;
  await endAsking(work, storyId);
  return null;
};

const settle = ({ tx, cityId, now }: MachineWork, storyId: string, fault: ModelFault | null) =>
  tx
    .updateTable('outsideAsking')
    .set({ state: fault ? 'failed' : 'answered', fault, answeredAt: now })
    .where('cityId', '=', cityId)
    .where('storyId', '=', storyId)
    .execute();

/** In the suggestion log the model's view is one part more: what it gives to the score, and the recogniser's parts make the rest, so that they add up. */
const logPart = async (
  { tx, cityId }: MachineWork,
  { asking: { storyId, inputHash }, rows }: { asking: Asking; rows: { uri: string; score: number }[] },
): Promise<void> => {
  const [share, own] = [sql.lit(outsideShare), sql.lit(1 - outsideShare)];
  await sql`
    update suggestion_log l set score = (${own} * l.score + ${share} * given.score)::real,
      parts = (select jsonb_object_agg(part.key, ${own} * part.value::numeric) from jsonb_each_text(l.parts) as part)
        || jsonb_build_object('outsideModel', ${share} * given.score)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (uri text, score numeric)
    join skill s on s.uri = given.uri
    where l.city_id = ${cityId} and l.kind = 'skill' and l.source_id = ${storyId} and l.skill_id = s.id
      and l.input_hash = ${inputHash} and l.decision is null and not l.parts ? 'outsideModel'`.execute(tx);
};

/** Keeps what the outside model thinks of each suggestion that still waits. What the customer has decided meanwhile is theirs. */
export const writeScores = async (
  work: MachineWork,
  { asking, scores }: { asking: Asking; scores: Scores },
): Promise<void> => {
  const customerId = await findAsked(work, asking);
  if (customerId === null) return;
  const why = 'weighed suggestions';
  access.authorise(work, { section: 'knowHow', action: 'propose', why, relations: ['asked'], customerId });
  const rows = [...scores].map(([uri, score]) => ({ uri, score }));
  await sql`
    update know_how set outside_score = given.score
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (uri text, score real)
    join skill s on s.uri = given.uri
    where know_how.city_id = ${work.cityId} and know_how.customer_id = ${customerId} and know_how.story_id = ${asking.storyId}
      and know_how.skill_id = s.id and know_how.state = 'suggested'`.execute(work.tx);
  await logPart(work, { asking, rows });
  await settle(work, asking.storyId, null);
};

/** Keeps that the outside model gave no answer: the suggestions stay as Tuttu's own. */
export const writeFault = async (
  work: MachineWork,
  { asking, fault }: { asking: Asking; fault: ModelFault },
): Promise<void> => {
  if ((await findAsked(work, asking)) !== null) await settle(work, asking.storyId, fault);
};
