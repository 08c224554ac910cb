import type { Lexicon, Saying } from '../lexicon/types.ts';
import type { Skill } from '../vocabulary/types.ts';
import { type Postings, packPostings } from './postings.ts';

/** A skill that fewer sayings than these tell of is told less, by this power of their share. */
const popular = { count: 20, power: 0.28 };

/** What the lexicon tells of a vocabulary's skills, the same in every language. */
export type ToldSkills = {
  /** The numbers of skills by URI: of those the lexicon knows. */
  numbers: ReadonlyMap<string, number>;
  /** Saying -> skills, each with its place among the saying's own as its weight. The vocabulary's only. */
  said: Postings;
  /** How far a skill is told by a saying: less where few sayings tell of it (0..1]. */
  fame: ReadonlyMap<number, number>;
};

const fameOf = (sayings: readonly Saying[], numbers: ReadonlyMap<string, number>): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const uri of sayings.flatMap(({ skills }) => skills)) {
    const skill = numbers.get(uri);
    if (skill !== undefined) counts.set(skill, (counts.get(skill) ?? 0) + 1);
  }
  return new Map(
    [...counts].map(([skill, count]) => [skill, (Math.min(popular.count, count) / popular.count) ** popular.power]),
  );
};

/** Works out what a lexicon tells of the skills of a vocabulary, which lie in the order of their numbers. */
export const toldSkills = (
  { activities, sayings }: Pick<Lexicon, 'activities' | 'sayings'>,
  skills: readonly Pick<Skill, 'uri'>[],
): ToldSkills => {
  const wanted = new Set([...activities, ...sayings].flatMap((entry) => entry.skills));
  const numbers = new Map(skills.flatMap(({ uri }, number) => (wanted.has(uri) ? [[uri, number] as const] : [])));
  const told = sayings.flatMap((saying, key) =>
    saying.skills.flatMap((uri, rank) => {
      const skill = numbers.get(uri);
      return skill === undefined ? [] : [{ key, skill, rank }];
    }),
  );
  const said = packPostings(
    sayings.length,
    told.map(({ key }) => key),
    told.map(({ skill }) => skill),
    told.map(({ rank }) => rank),
  );
  return { numbers, said, fame: fameOf(sayings, numbers) };
};
