import type { Language } from '../../kernel/languages.ts';
import { wholeDay } from '../../kernel/part-days.ts';
import type { PartDay, PortableProfile } from '../profile/portable.ts';

type Experience = PortableProfile['experiences'][number];

/** Job Market Finland takes at most so many of a kind (P51). */
const mostEntries = 20;
const mostSkills = 120;

const inLanguage = (text: string, language: Language) => (text ? { [language]: text } : {});

const skillsOf = (uris: readonly string[]) => uris.slice(0, mostSkills).map((uri) => ({ uri }));

const described = (text: string, language: Language, uris: readonly string[]) => ({
  description: inLanguage(text, language),
  occupations: [],
  skills: skillsOf(uris),
});

const dayOf = (day: PartDay | null, end: 'first' | 'last', name: string) => (day ? { [name]: wholeDay(day, end) } : {});

const intervalOf = ({ from, to, isOngoing }: Experience) => ({
  ...dayOf(from, 'first', 'startDate'),
  ...dayOf(isOngoing ? null : to, 'last', 'endDate'),
  ongoing: isOngoing,
});

/** Codes of TYÖNHAKUPROFIILI_KOULUTUS_TILA as the service's own example uses them. */
const studyState = { ongoing: '1', done: '2' } as const;

const toEducation = (one: Experience) => ({
  customDegreeName: inLanguage(one.title, one.language),
  degreeInstitution: inLanguage(one.place, one.language),
  description: described(one.did, one.language, one.skills),
  interval: {
    ...dayOf(one.from, 'first', 'startDate'),
    ...dayOf(one.isOngoing ? null : one.to, 'last', 'endDate'),
    statusCode: one.isOngoing || !one.to ? studyState.ongoing : studyState.done,
  },
});

const toEmployment = (one: Experience) => ({
  title: inLanguage(one.title, one.language),
  employer: inLanguage(one.place, one.language),
  employerNameHidden: false,
  description: described(one.did, one.language, one.skills),
  interval: intervalOf(one),
});

/** Care, volunteering and hobbies; the place has no field of its own there. */
const toProject = (one: Experience) => ({
  title: inLanguage([one.title, one.place].filter(Boolean).join(', '), one.language),
  description: described(one.did, one.language, one.skills),
  interval: intervalOf(one),
});

/**
 * A profile in Job Market Finland's form P51 (PUT /v1/profile of the TMT Profile Service): work, studies and everything else that was done, with ESCO
 * skills; languages; driving licences. It has no place for levels and own words of single skills; days known to the year or month become
 * their first or last day; cards are told in words, as their codes are the service's own.
 */
export const toJobMarket = (profile: PortableProfile) => {
  const { language, wishes } = profile;
  const ofKind = (...kinds: Experience['kind'][]) =>
    profile.experiences.filter(({ kind }) => kinds.includes(kind)).slice(0, mostEntries);
  const driving = profile.licences.filter(({ kind }) => kind === 'drivingLicence');
  const others = profile.licences.filter(({ kind }) => kind !== 'drivingLicence');
  const wished = [...wishes.what.map(({ text }) => text), wishes.where].filter(Boolean).join('\n');
  return {
    businessActivities: [],
    certifications: { cardCodes: [], description: inLanguage(others.map(({ name }) => name).join(', '), language) },
    drivingLicenses: { description: {}, licenseClasses: driving.map(({ code }) => code).filter(Boolean) },
    educations: ofKind('study').map(toEducation),
    employments: ofKind('work').map(toEmployment),
    experienceDescription: described(
      '',
      language,
      profile.knowHow.map(({ uri }) => uri),
    ),
    externalLinks: [],
    generalInfo: { caption: {}, description: {} },
    jobPreferenceDescription: described(
      wished,
      language,
      wishes.what.flatMap(({ uri }) => uri ?? []),
    ),
    languageSkills: profile.languages.slice(0, mostEntries).map(({ code, level }) => ({
      code,
      description: {},
      level: level === 'native' ? 'L1' : level,
    })),
    projects: ofKind('care', 'volunteering', 'hobby').map(toProject),
  };
};
