import type { Span } from '../recogniser/types.ts';
import { activityKey, activityOfKey, fewestQuestions, mostQuestions, type ThinKind } from './rules.ts';
import type { ClauseTold } from './telling.ts';

/** An activity a text speaks of, with its skills that the vocabulary in use has, the most central first. */
export type AskableActivity = { id: string; skills: readonly string[]; because: readonly Span[]; clause: Span };

/** How the customer stands to a skill: waiting as a suggestion, or kept or dropped. Not there: nothing known. */
export type Standing = ReadonlyMap<string, 'suggested' | 'decided'>;

/** `about`: the words of the text it is about; none for the whole of it. `gain`: how much its answer would tell, by which they are chosen. */
export type Question = { key: string; about: readonly Span[]; gain: number };

type Told = { clauses: readonly ClauseTold[]; activities: readonly AskableActivity[] };
type Candidate = Question & { clause: Span | null };

/** What an answer would tell of a skill: all while nothing is known of it, little while it waits, nothing when it is decided. */
const news = { suggested: 0.25, decided: 0 };
/** An activity's first skills are its most central. */
const weights = [1, 0.8, 0.6, 0.5, 0.4, 0.3];
/** Under this an answer would hardly tell anything. */
const leastGain = 0.3;
/** The questions go round the whole text. */
const mostActivitiesOfOneClause = 2;

const gains: Record<ThinKind, number> = { did: 2, howMany: 1, whoDecided: 0.9, tools: 0.7, howLong: 0.6, more: 0.35 };

/** The expected information of asking about an activity: the weights of its skills that nothing, or little, is known of yet. */
export const gainOf = (skills: readonly string[], standing: Standing): number =>
  skills.reduce((sum, uri, at) => {
    const state = standing.get(uri);
    return sum + (weights[at] ?? 0) * (state ? news[state] : 1);
  }, 0);

const aboutActivities = ({ activities }: Told, standing: Standing): Candidate[] =>
  activities.map(({ id, skills, because, clause }) => ({
    key: activityKey(id),
    about: because,
    gain: gainOf(skills, standing),
    clause,
  }));

const ofClause = (kind: ThinKind, clause: ClauseTold | undefined): Candidate[] =>
  clause ? [{ key: kind, about: [clause.span], gain: gains[kind], clause: clause.span }] : [];

const ofWhole = (kind: ThinKind): Candidate => ({ key: kind, about: [], gain: gains[kind], clause: null });

/** What is missing from a text: each kind at most once, about the first clause that lacks it. */
const aboutThinParts = ({ clauses }: Told): Candidate[] => {
  const isNumbered = (sentence: number) => clauses.some((one) => one.sentence === sentence && one.hasNumber);
  const isOwnPartSaid = (sentence: number) => clauses.some((one) => one.sentence === sentence && one.hasRole);
  const some = (has: (clause: ClauseTold) => boolean) => clauses.some(has);
  const first = (has: (clause: ClauseTold) => boolean) => clauses.find(has);
  return [
    ...(some(({ hasDoing }) => hasDoing) ? [] : [ofWhole('did')]),
    ...ofClause(
      'howMany',
      first(({ hasPeople, sentence }) => hasPeople && !isNumbered(sentence)),
    ),
    ...ofClause(
      'whoDecided',
      first(({ isTogether, hasPeople, sentence }) => isTogether && hasPeople && !isOwnPartSaid(sentence)),
    ),
    ...ofClause('tools', some(({ hasTools }) => hasTools) ? undefined : first(({ hasMaking }) => hasMaking)),
    ...(some(({ hasTime }) => hasTime) || !some(({ hasDoing }) => hasDoing) ? [] : [ofWhole('howLong')]),
  ];
};

const isSame = (one: Span | null, other: Span | null): boolean =>
  one !== null && other !== null && one.start === other.start && one.end === other.end;

/** All the words of one are among the other's: the same is said, and asked twice it is a nuisance. */
const isAboutTheSame = (one: Candidate, other: Candidate): boolean => {
  const [few = [], many = []] = [one.about, other.about].toSorted((a, b) => a.length - b.length);
  return few.length > 0 && few.every((word) => many.some((span) => isSame(word, span)));
};

const isCrowded = (chosen: readonly Candidate[], candidate: Candidate): boolean => {
  const { key, clause } = candidate;
  if (activityOfKey(key) === null) return false;
  const activities = chosen.filter((one) => activityOfKey(one.key) !== null);
  return (
    activities.some((one) => isAboutTheSame(one, candidate)) ||
    activities.filter((one) => isSame(one.clause, clause)).length >= mostActivitiesOfOneClause
  );
};

/** The best by what they would tell; of equals, the one the text speaks of first. */
const best = (candidates: readonly Candidate[]): Candidate[] => {
  const chosen: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.gain - a.gain)) {
    if (chosen.length >= mostQuestions) break;
    if (!isCrowded(chosen, candidate)) chosen.push(candidate);
  }
  return chosen;
};

/**
 * The questions whose answers would tell most of what a text leaves unsaid, the most telling first: at most five, and two when nothing has been
 * asked of the text before. `passed`: keys answered or passed over already; they never come again.
 */
export const chooseQuestions = (
  told: Told,
  { standing, passed, isFirst }: { standing: Standing; passed: ReadonlySet<string>; isFirst: boolean },
): Question[] => {
  const isOpen = ({ key }: Candidate) => !passed.has(key);
  const candidates = [...aboutActivities(told, standing), ...aboutThinParts(told)]
    .filter(isOpen)
    .filter(({ gain }) => gain >= leastGain);
  const chosen = best(candidates);
  const fillers = [ofWhole('did'), ofWhole('more'), ofWhole('howLong')].filter(isOpen);
  const isNew = ({ key }: Candidate) => !chosen.some((one) => one.key === key);
  const missing = isFirst ? fewestQuestions - chosen.length : 0;
  const filled = [...chosen, ...fillers.filter(isNew).slice(0, Math.max(0, missing))];
  return filled.map(({ key, about, gain }) => ({ key, about, gain }));
};
