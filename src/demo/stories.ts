import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../kernel/actor.ts';
import type { InLanguages, Language } from '../kernel/languages.ts';
import { productFolder } from '../kernel/root.ts';
import type { Hours } from '../kernel/tables.ts';
import type { Level } from '../know-how/index.ts';
import { starCustomer } from './featured.ts';

// The stories were written by hand; these types say how they stand in the files beside this one.
export type StoryPerson = {
  key: string;
  name: string;
  city: string;
  language: Language;
  birthYear: number;
  gender: 'female' | 'male' | 'other';
  area: string;
  workHours: Hours;
  spokenLanguages: string[];
  story: string;
  line: InLanguages;
};

/** A person of the demo, and what they have told since their first story. */
export type DemoCustomer = StoryPerson & { index: number; isUndecided: boolean; later: string };

export type DemoChallenge = {
  key: string;
  language: Language;
  title: string;
  problem: string;
  place: string;
  hours: Hours;
  languages: string[];
  untilDays: number;
  state: 'draft' | 'published' | 'paused' | 'closed';
  /** Needs as the business settled them after looking at what was found. */
  needs: { uri: string; weight: 1 | 2 | 3; isMust: boolean; level?: Level }[];
};

export type DemoBusiness = {
  key: string;
  name: string;
  city: string;
  area: string;
  about: InLanguages;
  contact: { key: string; name: string; language: Language; line: InLanguages };
  challenges: DemoChallenge[];
};

export type DemoStaff = {
  key: string;
  name: string;
  city: string;
  roles: Role[];
  language: Language;
  line: InLanguages;
};

const read = (name: string): unknown => JSON.parse(readFileSync(join(productFolder, 'src/demo/stories', name), 'utf8'));

/** The star has told and not yet looked at what was found, so that a visitor does it; every tenth is as far. */
const isUndecided = ({ key }: StoryPerson, index: number): boolean => key === starCustomer || index % 10 === 7;

type Later = Record<'work' | 'strengths', Record<Language, string[]>>;

const groupOf = ({ city, language }: StoryPerson): string => `${city} ${language}`;

/**
 * Those who have looked at what was found in their first story have told more since: what else they have done, and what others say of them.
 * No two of a city who write the same language tell the same.
 */
const withLater = (people: readonly StoryPerson[]): DemoCustomer[] => {
  const { work, strengths } = read('later.json') as Later;
  const customers = people.map((person, index) => ({ ...person, index, isUndecided: isUndecided(person, index) }));
  const tellers = Map.groupBy(
    customers.filter((person) => !person.isUndecided),
    groupOf,
  );
  const cities = [...new Set(people.map(({ city }) => city))];
  return customers.map((person) => {
    const { language, city } = person;
    const group = tellers.get(groupOf(person)) ?? [];
    const at = group.findIndex(({ key }) => key === person.key);
    if (at < 0) return { ...person, later: '' };
    const nth = (list: readonly string[], place: number) =>
      list[(place + 19 * (1 + cities.indexOf(city))) % list.length];
    const second = at + group.length;
    const texts = [
      nth(work[language], at),
      second < work[language].length ? nth(work[language], second) : undefined,
      nth(strengths[language], at),
    ];
    return { ...person, later: texts.filter((text) => text !== undefined).join('\n\n') };
  });
};

/** Everyone in the demo, in the order they stand in the files. */
export const readStories = () => ({
  people: withLater(
    ['people-1.json', 'people-2.json', 'people-3.json'].flatMap((file) =>
      (read(file) as { people: StoryPerson[] }[]).flatMap((story) => story.people),
    ),
  ),
  businesses: read('businesses.json') as DemoBusiness[],
  staff: read('staff.json') as DemoStaff[],
});
