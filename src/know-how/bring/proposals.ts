import { knownLicence } from '../profile/licence-list.ts';
import type { RecognisedSkill } from '../recognise-skills.ts';
import type { Span } from '../recogniser/types.ts';
import { wordsAt } from '../rules.ts';
import { labelIn } from '../vocabulary/types.ts';
import type { Found, Paragraph, Part, Read } from './reader/types.ts';
import type { FoundPlace } from './tables.ts';

/** One thing found, ready to be kept for its bringer. */
export type Proposed = { kind: Found['kind']; what: Found['what']; places: FoundPlace[] };

/** A paragraph's skills, as the recogniser gives them. */
export type SkillsAt = { at: number; skills: readonly Omit<RecognisedSkill, 'parts'>[] };

/** More at once than this is work, not a gift; the best come first. */
export const mostFound = 30;
/** Where one skill was found, at most so many times. */
const mostPlaces = 3;

/** Parts whose words are no telling of what somebody can do. */
const unsearched: readonly (Part | null)[] = ['languages', 'licences', 'wishes'];

/** The paragraphs to look for skills in. Our own profile says which skills it has. */
export const searchedIn = ({ kind, paragraphs }: Pick<Read, 'kind' | 'paragraphs'>): number[] =>
  kind === 'tuttu'
    ? []
    : paragraphs.flatMap(({ part, text }, at) => (unsearched.includes(part) || !/\p{L}{3}/u.test(text) ? [] : [at]));

type Recognised = { uri: string; label: string; score: number; places: FoundPlace[] };

/** Each skill once, with the places it was found in, the surest first. */
const joined = (found: readonly SkillsAt[]): Recognised[] => {
  const byUri = new Map<string, Recognised>();
  for (const { at, skills } of found)
    for (const { uri, label, score, because } of skills) {
      const one = byUri.get(uri) ?? { uri, label, score: 0, places: [] };
      byUri.set(uri, one);
      one.score = Math.max(one.score, score);
      if (one.places.length < mostPlaces) one.places.push({ at, spans: because });
    }
  return [...byUri.values()].sort((a, b) => b.score - a.score || a.uri.localeCompare(b.uri));
};

const placeOf = (at: number | null, spans: Span[] = []): FoundPlace[] => (at === null ? [] : [{ at, spans }]);

/** The paragraphs that belong to the experience which begins at one: until the next one begins, or the part ends. */
const rangeOf = (at: number, starts: readonly number[], paragraphs: readonly Paragraph[]): [number, number] => {
  const next = starts.find((start) => start > at) ?? paragraphs.length;
  const end = paragraphs.findIndex(({ part }, index) => index > at && part !== paragraphs[at]?.part);
  return [at, Math.min(next, end < 0 ? paragraphs.length : end)];
};

/** A card or class our list knows is called as there, so that every reader has it in their language; one whose owner named it here keeps its name. */
const asListed = (one: Found, { kind, language }: Pick<Read, 'kind' | 'language'>): Found['what'] => {
  if (one.kind !== 'licence' || kind === 'tuttu') return one.what;
  const known = knownLicence(one.what.kind, one.what.code);
  return known ? { ...one.what, name: labelIn(known.names, language) } : one.what;
};

/**
 * What a document proposes: skills found in its words and told by it, experiences with the skills that stand in them, and the rest. `kept` and `dropped`: URIs of
 * skills the customer has decided on already; those are not found in the text again.
 */
export const proposalsOf = (
  { found, paragraphs, ...read }: Pick<Read, 'kind' | 'language' | 'found' | 'paragraphs'>,
  {
    recognised,
    kept,
    dropped,
  }: { recognised: readonly SkillsAt[]; kept: ReadonlySet<string>; dropped: ReadonlySet<string> },
): Proposed[] => {
  const told = found.filter((one) => one.kind === 'knowHow');
  const toldUris = new Set(told.map(({ what }) => what.uri));
  const all = joined(recognised);
  const fresh = all.filter(({ uri }) => !toldUris.has(uri) && !kept.has(uri) && !dropped.has(uri)).slice(0, mostFound);
  const offered = new Set([...toldUris, ...fresh.map(({ uri }) => uri), ...kept]);
  const starts = found
    .flatMap((one) => (one.kind === 'experience' && one.at !== null ? [one.at] : []))
    .sort((a, b) => a - b);
  const withSkills = (one: Extract<Found, { kind: 'experience' }>): Proposed => {
    if (one.at === null) return { kind: one.kind, what: one.what, places: [] };
    const [start, end] = rangeOf(one.at, starts, paragraphs);
    const inIt = all.filter(({ uri, places }) => offered.has(uri) && places.some(({ at }) => at >= start && at < end));
    const skills = [...new Set([...one.what.skills, ...inIt.map(({ uri }) => uri)])];
    return { kind: one.kind, what: { ...one.what, skills }, places: placeOf(one.at) };
  };
  const ofText = fresh.map(({ uri, label, places }): Proposed => {
    const words = places.flatMap(({ at, spans }) => wordsAt(paragraphs[at]?.text ?? '', spans)).slice(0, 10);
    return { kind: 'knowHow', what: { uri, label, level: null, levelWords: '', words, isHidden: false }, places };
  });
  const seen = new Set<string>();
  const ofDocument = told.flatMap((one): Proposed[] => {
    if (seen.has(one.what.uri)) return [];
    seen.add(one.what.uri);
    const places = all.find(({ uri }) => uri === one.what.uri)?.places ?? placeOf(one.at);
    return [{ kind: one.kind, what: one.what, places }];
  });
  return [
    ...ofDocument,
    ...ofText,
    ...found.filter((one) => one.kind === 'experience').map(withSkills),
    ...found
      .filter((one) => one.kind !== 'experience' && one.kind !== 'knowHow')
      .map((one): Proposed => ({ kind: one.kind, what: asListed(one, read), places: placeOf(one.at) })),
  ];
};
