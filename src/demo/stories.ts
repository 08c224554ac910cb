import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../kernel/actor.ts';
import type { InLanguages, Language } from '../kernel/languages.ts';
import { productFolder } from '../kernel/root.ts';
import type { Hours } from '../kernel/tables.ts';

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
  /** Needs as the business adjusted them; where missing, the best few of those found in the problem. */
  needs?: { uri: string; weight: 1 | 2 | 3; isMust: boolean }[];
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

/** Everyone in the demo, in the order they stand in the files. */
export const readStories = () => ({
  people: ['people-1.json', 'people-2.json', 'people-3.json'].flatMap((file) =>
    (read(file) as { people: StoryPerson[] }[]).flatMap((story) => story.people),
  ),
  businesses: read('businesses.json') as DemoBusiness[],
  staff: read('staff.json') as DemoStaff[],
});
