import { type RecognisedSkill, sureScore } from '../recognise-skills.ts';
import type { Found } from './reader/types.ts';

/** Below this share of what the same words name best, a skill is a guess beside it. */
const nearBest = 2 / 3;
/** So much of the score is the skill's own words standing in the text: a name told, even where nothing else speaks for it. */
const ownWords = 0.1;
/** Under the sure score what its words name best stays, where some of them are the skill's own: "kassatyöntekijä" is kassatyö. */
const least = { score: 0.12, ownWords: 0.02 };

/**
 * Of the skills of a paragraph those that are plainly told. A story is told to Tuttu to be weighed; a CV is finished, and what it does not
 * say is only in the way.
 */
export const surer = <S extends Pick<RecognisedSkill, 'score' | 'because' | 'parts'>>(skills: readonly S[]): S[] =>
  skills.filter(({ score, because, parts }) => {
    const best = skills
      .filter((other) => other.because.some((a) => because.some((b) => a.start < b.end && b.start < a.end)))
      .reduce((most, other) => Math.max(most, other.score), 0);
    const own = parts.coverage ?? 0;
    const isNamed = score === best && score >= least.score && own >= least.ownWords;
    return score >= nearBest * best && (score >= sureScore || own >= ownWords || isNamed);
  });

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The names of employers, schools and places that were found, longest first. */
export const placeNames = (found: readonly Found[]): string[] => {
  const names = found.flatMap((one) => (one.kind === 'experience' ? one.what.place.split(/,\s+/) : []));
  return [...new Set(names.filter((name) => /\p{L}{3}/u.test(name)))].sort((a, b) => b.length - a.length);
};

/** A text with names put out, as long as before: what a school is called is nobody's know-how. */
export const withoutNames = (text: string, names: readonly string[]): string =>
  names.length === 0
    ? text
    : text.replace(
        new RegExp(`(?<!\\p{L})(?:${names.map(escaped).join('|')})(?!\\p{L})`, 'gu'),
        (name) => `.${' '.repeat(name.length - 1)}`,
      );
