import type { Work } from '../kernel/work.ts';
import type { Level } from '../know-how/index.ts';
import type { Known } from './known.ts';
import { type LabelOf, labelsFor } from './labels.ts';
import { type LevelState, levelStateOf } from './levels.ts';
import { type Limit, limitsOf } from './limits.ts';
import type { ShownChallenge } from './read-challenges.ts';
import { type Fit, isGood, type Part, type PartState, type Score, scoreOf } from './rules.ts';

export type PartView = {
  skillId: number;
  label: string;
  weight: number;
  isMust: boolean;
  /** How well it is wanted; null when it does not matter. */
  level: Level | null;
  /** How my own level lies to it; null where none is wanted or I have not told of the skill. */
  levelState: LevelState | null;
  state: PartState;
  /** Points of 100; the `got` of all parts make the match's points, the `outOf` make 100. */
  got: number;
  outOf: number;
  /** By which skill of mine it is met, how that lies to the need, how well I say I can it, and my words it was found in; `knowHowId`: where I tell how well. */
  through: {
    skillId: number;
    knowHowId: string | null;
    label: string;
    fit: Fit;
    level: Level | null;
    words: string[];
  } | null;
};

/** A challenge as it fits one customer, and why. Its hours and languages are among the limits, as reasons. */
export type MatchView = Omit<ShownChallenge, 'id' | 'hours' | 'languages' | 'needs'> & {
  challengeId: string;
  points: number;
  /** Half of the needs by weight, every must and every limit, and nothing I have said I do not want. */
  isGood: boolean;
  parts: PartView[];
  /** Needs that are a must and not met, by name. */
  mustMissing: string[];
  limits: Limit[];
  /** Needs that I wish to use, by name. A wish moves no point. */
  wished: string[];
  /** Needs among what I have said I do not want, by name, with my words. They put the match aside, and take no point. */
  notWanted: { label: string; words: string }[];
  /** Of my answer; 0 before the first. */
  version: number;
};

export const partView = (
  { skillId, weight, isMust, level, state, got, outOf, through }: Part,
  label: LabelOf,
): PartView => ({
  skillId,
  label: label(skillId),
  weight,
  isMust,
  level,
  levelState: through && levelStateOf(level, through.held.level),
  state,
  got,
  outOf,
  through: through && {
    skillId: through.held.skillId,
    knowHowId: through.held.knowHowId ?? null,
    label: label(through.held.skillId),
    fit: through.fit,
    level: through.held.level,
    words: [...through.held.words],
  },
});

/** Every skill a score names. */
export const skillsIn = ({ parts }: Score): number[] =>
  parts.flatMap(({ skillId, through }) => (through ? [skillId, through.held.skillId] : [skillId]));

/** Challenges as they fit the customer, in the order given. */
export const viewMatches = (work: Work, known: Known, challenges: readonly ShownChallenge[]): MatchView[] => {
  const { wished } = known;
  const scored = challenges.map((challenge) => ({ challenge, score: scoreOf(challenge.needs, known.reach) }));
  const label = labelsFor(
    work,
    scored.flatMap(({ score }) => skillsIn(score)),
  );
  return scored.map(({ challenge, score }) => {
    const { id: challengeId, hours: _, languages: __, needs: wanted, ...shown } = challenge;
    const needs = wanted.map(({ skillId }) => skillId);
    const notWanted = needs.flatMap((skillId) => {
      const words = wished.notWanted.get(skillId);
      return words === undefined ? [] : [{ label: label(skillId), words }];
    });
    const limits = limitsOf(challenge, known.told, work.today);
    return {
      challengeId,
      ...shown,
      limits,
      points: score.points,
      isGood: isGood(score, limits) && notWanted.length === 0,
      parts: score.parts.map((part) => partView(part, label)),
      mustMissing: score.mustMissing.map(label),
      wished: needs.filter((skillId) => wished.wanted.has(skillId)).map(label),
      notWanted,
      version: shown.answer?.version ?? 0,
    };
  });
};
