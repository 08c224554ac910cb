import { longestStory } from '../rules.ts';

// Apart from the schemas, so that pages can use them without shipping those to the browser.

/** The most characters of each text, and the most items of each list: what comes from outside is cut to fit, or refused, by who reads it. */
export const mostOf = {
  title: 300,
  place: 300,
  did: longestStory,
  levelWords: 500,
  name: 200,
  wish: 500,
  wishes: 50,
  where: 500,
  notWanted: 1000,
  experiences: 300,
  knowHow: 3000,
  languages: 60,
  licences: 100,
} as const;

export const experienceKinds = ['work', 'study', 'care', 'volunteering', 'hobby'] as const;
export const licenceKinds = ['drivingLicence', 'card', 'licence'] as const;
/** The Common European Framework's steps, and one's own language. */
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const;
