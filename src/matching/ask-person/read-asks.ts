import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import type { Role } from '../../kernel/actor.ts';
import { adviserOf } from '../../kernel/advisers.ts';
import type { Language } from '../../kernel/languages.ts';
import { readTerm } from '../../kernel/terms.ts';
import { tidyWords } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import { keptSkills, notePersonSeen, noteSeen, readShown, skillLabels } from '../../know-how/index.ts';
import { type LoggedPartView, skillsInParts, viewParts } from '../answerable/view-parts.ts';
import { isOpenOn } from '../challenge-columns.ts';
import { type LabelOf, labelsFor } from '../labels.ts';
import { loadMatch } from '../load-match.ts';
import { findSuggestion } from './ask-person.ts';
import { asksForMe, type LoadedAsk, loadAsk, ownAsks } from './load-ask.ts';
import { type AskState, askAfter, isOverdue } from './rules.ts';
import type { AskAbout, ProposalPlace } from './tables.ts';
import type { HandedOver } from './turn.ts';

/** A challenge a person put before the customer. */
export type ProposalView = {
  personProposalId: string;
  challengeId: string;
  title: string;
  /** The language the title is written in. */
  language: Language;
  place: ProposalPlace;
  why: string;
  name: string;
  madeAt: Date;
  /** It has not been left out, nor has a later one come in its place. */
  isStanding: boolean;
  version: number;
};

/** An ask as both sides see it. */
export type AskView = {
  personAskId: string;
  about: AskAbout;
  /** The skill or challenge asked about, by name; empty in general. */
  what: string;
  /** The language of that name. */
  language: Language;
  challengeId: string | null;
  words: string;
  showsWords: boolean;
  state: AskState;
  isOverdue: boolean;
  askedAt: Date;
  /** YYYY-MM-DD. */
  dueOn: string;
  answer: string;
  answeredAt: Date | null;
  answeredName: string;
  answeredRole: Role | '';
  /** To whom it was handed over, by whom and why, while they are an adviser; null where it was not. */
  handed: Omit<HandedOver, 'toId'> | null;
  version: number;
};

type Named = { title: string; language: Language };

const readTitles = async ({ tx, cityId }: Work, ids: readonly string[]): Promise<Map<string, Named>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('challenge')
    .select(['id', 'title', 'language'])
    .where('cityId', '=', cityId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, ...named }) => [id, named]));
};

const withoutId = ({ toId: _, ...handed }: HandedOver): Omit<HandedOver, 'toId'> => handed;

type Names = { titles: ReadonlyMap<string, Named>; label: LabelOf };

const viewOf = (work: Work, ask: LoadedAsk, { titles, label }: Names): AskView => {
  const { id, about, skillId, challengeId, words, showsWords, state, askedAt, dueOn, version } = ask;
  const named = challengeId === null ? undefined : titles.get(challengeId);
  const what = skillId === null ? (named?.title ?? '') : label(skillId);
  return {
    ...{
      personAskId: id,
      about,
      what,
      language: named?.language ?? work.actor.language,
      challengeId,
      words,
      showsWords,
    },
    ...{ state, isOverdue: isOverdue(ask, work.today), askedAt, dueOn, version },
    ...{
      answer: ask.answer,
      answeredAt: ask.answeredAt,
      answeredName: ask.answeredName,
      answeredRole: ask.answeredRole,
      handed: ask.handed && withoutId(ask.handed),
    },
  };
};

const viewsOf = async (work: Work, asks: readonly LoadedAsk[]): Promise<AskView[]> => {
  const titles = await readTitles(
    work,
    asks.flatMap(({ challengeId }) => challengeId ?? []),
  );
  const label = labelsFor(
    work,
    asks.flatMap(({ skillId }) => skillId ?? []),
  );
  return asks.map((ask) => viewOf(work, ask, { titles, label }));
};

const readProposals = async ({ tx, cityId }: Work, askId: string): Promise<ProposalView[]> => {
  const { rows } = await sql<ProposalView>`
    select pp.id as person_proposal_id, pp.challenge_id, c.title, c.language, pp.place, pp.why, pp.by_name as name, pp.made_at,
      pp.left_at is null as is_standing, pp.version
    from person_proposal pp
    join challenge c on c.city_id = pp.city_id and c.id = pp.challenge_id
    where pp.city_id = ${cityId} and pp.ask_id = ${askId}
    order by pp.made_at, pp.id`.execute(tx);
  return rows;
};

const ownAsksAtOnce = 50;

/** What I have asked a person, what waits first; and who has what was not handed over: my adviser, or null for whoever gives advisers. */
export const readOwnAsks = async (work: Work): Promise<{ asks: AskView[]; adviser: string | null }> => {
  const me = await access.self(work, { section: 'personAsks', action: 'read', why: 'own asks' });
  const asks = await ownAsks(work, me.id, ownAsksAtOnce);
  return { asks: await viewsOf(work, asks), adviser: (await adviserOf(work, me.id))?.name ?? null };
};

export type OwnAsk = AskView & {
  /** Who has it today, where it waits; null for whoever gives advisers. */
  adviser: string | null;
  proposals: ProposalView[];
  canWithdraw: boolean;
  /** The answer is there and I have not said that I have read it. */
  isNew: boolean;
};

/** One ask of mine with its answer and what the person put before me. */
export const readOwnAsk = async (work: Work, personAskId: string): Promise<OwnAsk> => {
  const ask = await loadAsk(work, personAskId, { action: 'read', why: 'own asks' });
  const [view] = await viewsOf(work, [ask]);
  if (!view) throw new Error('an ask that was read has a view');
  const proposals = await readProposals(work, ask.id);
  const challengeIds = proposals.map(({ challengeId }) => challengeId);
  await notePersonSeen(work, { customerId: ask.customerId, challengeIds });
  return {
    ...view,
    adviser:
      ask.state === 'asked' ? (ask.handed?.toName ?? (await adviserOf(work, ask.customerId))?.name ?? null) : null,
    proposals,
    canWithdraw: askAfter('withdraw', { state: ask.state, side: 'customer' }) !== null,
    isNew: ask.state === 'answered' && ask.seenAt === null,
  };
};

export type AskDraft = {
  about: AskAbout;
  what: string;
  language: Language;
  /** Who gets it; null for whoever gives advisers. */
  adviser: string | null;
  /** Until when it is answered, when asked today. YYYY-MM-DD. */
  dueOn: string;
};

/** Before asking: about what, whom it goes to, and until when there is an answer. Throws notFound as the asking does. */
export const prepareAsk = async (
  work: Work,
  { suggestionId, challengeId }: { suggestionId: string | null; challengeId: string | null },
): Promise<AskDraft> => {
  const me = await access.self(work, { section: 'personAsks', action: 'read', why: 'own asks' });
  const { value: days } = await readTerm(work.tx, { cityId: work.cityId, name: 'askPersonDays', today: work.today });
  const adviser = (await adviserOf(work, me.id))?.name ?? null;
  const draft = { adviser, dueOn: addWorkingDays(work.today, days), language: work.actor.language };
  if (suggestionId === null && challengeId === null) return { ...draft, about: 'general', what: '' };
  const found = suggestionId === null ? null : await findSuggestion(work, me.id, suggestionId);
  if (found?.skillId) {
    const label = skillLabels(work.services.vocabulary, [found.skillId], work.actor.language).get(found.skillId);
    return { ...draft, about: 'skill', what: label ?? '' };
  }
  // What is not mine to see is not there, by this way too.
  const asked = { section: 'matches', action: 'read', why: 'own match' } as const;
  const { challenge } = await loadMatch(work, found?.challengeId ?? challengeId ?? '', asked);
  return { ...draft, about: 'match', what: challenge.title, language: challenge.language };
};

const askedOnPage = 25;
export const askedInput = z.object({ page: z.coerce.number().int().min(1).max(1000).default(1) });

export type AskedLine = AskView & { customerName: string };

/** What customers have asked me to look at, as their adviser or as one who gives advisers: what is due first, 25 a page; what is over after it. */
export const readAskedPersons = async (
  work: Work,
  { page }: z.output<typeof askedInput>,
): Promise<{ asks: AskedLine[]; page: number; hasMore: boolean }> => {
  access.authorise(work, {
    ...{ section: 'personAsks', action: 'list', why: 'what customers asked' },
    relations: ['asked'],
    customerId: null,
  });
  const asks = await asksForMe(work, { page, onPage: askedOnPage, why: 'what customers asked' });
  const shown = asks.slice(0, askedOnPage);
  const views = await viewsOf(work, shown);
  return {
    asks: views.map((view, at) => ({ ...view, customerName: shown[at]?.customerName ?? '' })),
    page,
    hasMore: asks.length > askedOnPage,
  };
};

/** Whether a skill may be named to who is asked: the customer still keeps it, and hides it neither from all nor from their adviser. */
const namedToAdviser = async (
  { tx, cityId }: Work,
  { customerId, parts }: LoadedAsk,
): Promise<(skillId: number) => boolean> => {
  if (!Array.isArray(parts) || parts.every(({ through }) => through === undefined)) return () => false;
  const kept = await keptSkills(tx, cityId, customerId);
  const shown = await readShown({ tx, cityId }, { customerId, audience: 'adviser' });
  const named = new Set(kept.flatMap((one) => (shown.isShown('knowHow', one.knowHowId) ? [one.skillId] : [])));
  return (skillId) => named.has(skillId);
};

export type ChallengeChoice = Named & { challengeId: string; businessName: string };

export type AskedPerson = AskedLine & {
  /** What it was made of when it was shown: of a skill each part of the recogniser, of a match each need. */
  score: number | null;
  parts: LoggedPartView[];
  /** The customer's words it was found in, where they show them. */
  foundIn: string[];
  proposals: ProposalView[];
  canAnswer: boolean;
  /** Open challenges that can be put among what they are shown: the asked one first, then the newest, at most 50 by a word of their title or business. */
  choices: ChallengeChoice[];
};

const choicesAtOnce = 50;

const readChoices = async (work: Work, { challengeId }: LoadedAsk, find: string): Promise<ChallengeChoice[]> => {
  const { tx, cityId, today } = work;
  // What is no text cannot stand in any challenge; the database refuses it.
  const words = tidyWords(find.toWellFormed().replaceAll('\0', '')).toLowerCase().slice(0, 100);
  const { rows } = await sql<ChallengeChoice>`
    select c.id as challenge_id, c.title, c.language, b.name as business_name
    from challenge c join business b on b.city_id = c.city_id and b.id = c.business_id
    where c.city_id = ${cityId} and ${isOpenOn(today)}
      and (c.id = ${challengeId}::uuid or ${words} = '' or position(${words} in lower(c.title || ' ' || b.name)) > 0)
    order by c.id = ${challengeId}::uuid desc nulls last, c.published_at desc, c.id limit ${choicesAtOnce}`.execute(tx);
  return rows;
};

/**
 * What a customer asked me, with what they chose to show: the suggestion or match with its parts, their words about it, and nothing else of them. Looking is
 * in their use log, and in the log of what was suggested. `find`: a word of the challenges offered to be put before them.
 */
export const readAskedPerson = async (
  work: Work,
  { personAskId, find }: { personAskId: string; find: string },
): Promise<AskedPerson> => {
  // A look of the one asked writes who saw it, and is no change of the record.
  const ask = await loadAsk(work, personAskId, { action: 'read', why: 'what a customer asked' });
  const canAnswer = askAfter('answer', { state: ask.state, side: 'person' }) !== null;
  if (ask.suggestionId) await noteSeen(work, { suggestionIds: [ask.suggestionId], role: work.actor.role });
  const label = labelsFor(work, [...skillsInParts(ask.parts), ...(ask.skillId === null ? [] : [ask.skillId])]);
  const titles = await readTitles(work, ask.challengeId === null ? [] : [ask.challengeId]);
  return {
    ...viewOf(work, ask, { titles, label }),
    customerName: ask.customerName,
    score: ask.score,
    parts: viewParts(ask.parts, label, await namedToAdviser(work, ask)),
    foundIn: ask.foundIn,
    proposals: await readProposals(work, ask.id),
    canAnswer,
    choices: canAnswer && ask.about !== 'skill' ? await readChoices(work, ask, find) : [],
  };
};
