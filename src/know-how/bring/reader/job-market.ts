import { type Language, languages } from '../../../kernel/languages.ts';
import { type PartDay, wholeDay } from '../../../kernel/part-days.ts';
import { languageLevels, mostOf } from '../../profile/portable.ts';
import { isDrivingClass, licencesIn } from './licences.ts';
import {
  type Any,
  anExperience,
  aSkill,
  collector,
  get,
  isFields,
  isSkillUri,
  list,
  partDay,
  string,
} from './structured.ts';
import type { Found, Part } from './types.ts';

// Job Market Finland's profile: what its GET gives (form P60), and what its PUT takes (P51).

const sections = [
  'educations',
  'employments',
  'languageSkills',
  'generalInfo',
  'jobPreferenceDescription',
  'drivingLicenses',
  'certifications',
  'projects',
  'businessActivities',
];

export const isJobMarket = (document: Any): boolean =>
  isFields(document) && sections.filter((name) => Object.hasOwn(document, name)).length >= 3;

const said = (value: Any, language: Language, most: number): string =>
  [language, ...languages].map((one) => string(get(value, one), most)).find(Boolean) ?? string(value, most);

const skillsOf = (described: Any, language: Language): { uri: string; label: string }[] =>
  list(get(described, 'skills')).flatMap((skill) => {
    const uri = string(get(skill, 'uri'), 500);
    return isSkillUri(uri) ? [{ uri, label: said(get(skill, 'prefLabel'), language, 200) || uri }] : [];
  });

/** The form asks for whole days: from the first day of a year is how a profile that knows the year alone has to say it (P51). */
const yearAlone = (day: PartDay | null, end: 'first' | 'last'): PartDay | null => {
  const on = day?.on.slice(0, 4) ?? '';
  return day && day.on === wholeDay({ on, about: false }, end) ? { ...day, on } : day;
};

const timeOf = (interval: Any) => {
  const from = yearAlone(partDay(get(interval, 'startDate')), 'first');
  const last = partDay(get(interval, 'endDate') ?? get(interval, 'abortedDate'));
  // The last day of a year beside a day or month that is known is a day.
  const to = from === null || from.on.length === 4 ? yearAlone(last, 'last') : last;
  // Of studies, code 1 of TYÖNHAKUPROFIILI_KOULUTUS_TILA: they go on.
  const isOngoing = to === null && (get(interval, 'ongoing') === true || get(interval, 'statusCode') === '1');
  return { from, to, isOngoing };
};

type Collector = ReturnType<typeof collector>;
type Kind = 'work' | 'study' | 'volunteering';

const readEntry = (
  { collected, write }: Collector,
  language: Language,
  entry: { kind: Kind; title: string; place: string; described: Any; interval: Any },
) => {
  const { kind, title, place, described, interval } = entry;
  const did = said(get(described, 'description'), language, mostOf.did);
  const skills = skillsOf(described, language);
  const at = write(kind, [[title, place].filter(Boolean).join(', '), did]);
  if (title !== '' || place !== '')
    collected.found.push({
      kind: 'experience',
      at,
      what: anExperience(
        {
          kind,
          title: title || place,
          place: title ? place : '',
          did,
          ...timeOf(interval),
          skills: skills.map(({ uri }) => uri),
        },
        language,
      ),
    });
  for (const { uri, label } of skills) collected.found.push({ kind: 'knowHow', at, what: aSkill(uri, label) });
};

const readSkills = ({ collected, write }: Collector, part: Part, described: Any, language: Language) => {
  const at = write(part, [said(get(described, 'description'), language, mostOf.did)]);
  for (const { uri, label } of skillsOf(described, language))
    collected.found.push({ kind: 'knowHow', at, what: aSkill(uri, label) });
};

type Licence = Extract<Found, { kind: 'licence' }>['what'];

/** A card of which only a number of Job Market Finland's own list is told: a name by which its holder knows it again, and can give it another. */
const numbered: Record<Language, (code: string) => string> = {
  fi: (code) => `Kortti tai lupa ${code} (Työmarkkinatori)`,
  sv: (code) => `Kort eller tillstånd ${code} (Jobbmarknaden)`,
  en: (code) => `Card or licence ${code} (Job Market Finland)`,
};

const unnamed = { untilOn: null, isHidden: false };

/** A class of the law's list has its code; another is kept as it is called. */
const drivingLicence = (code: string): Licence => ({
  ...unnamed,
  ...{ kind: 'drivingLicence', code: isDrivingClass(code) ? code : '', name: code },
});

/** Known by what it is called in our list of cards; else as it is called. */
const namedCard = (name: string): Licence => {
  const [known] = licencesIn(name);
  if (known?.kind !== 'drivingLicence' && known?.code) return { ...unnamed, kind: known.kind, code: known.code, name };
  return { ...unnamed, kind: 'card', code: '', name };
};

const readLicences = ({ collected, write }: Collector, document: Any, language: Language) => {
  const take = (what: Licence, said: string) =>
    collected.found.push({ kind: 'licence', at: write('licences', [said]), what });
  const codes = (...path: string[]) => [
    ...new Set(list(get(document, ...path)).map((one) => string(one, 5).toUpperCase())),
  ];
  for (const code of codes('drivingLicenses', 'licenseClasses').filter(Boolean)) {
    const licence = drivingLicence(code);
    take(licence, licence.name);
  }
  for (const name of said(get(document, 'certifications', 'description'), language, 2000)
    .split(/[,;\n]/)
    .map((one) => one.trim().slice(0, 200))
    .filter(Boolean))
    take(namedCard(name), name);
  for (const code of codes('certifications', 'cardCodes').filter((one) => /^\w{1,5}$/.test(one))) {
    const name = numbered[language](code);
    take({ ...unnamed, kind: 'card', code: '', name }, name);
  }
};

const readWishes = ({ collected, write }: Collector, described: Any, language: Language) => {
  const text = said(get(described, 'description'), language, 500);
  const wished = skillsOf(described, language).slice(0, 45);
  const what = [...(text ? [{ text, uri: null }] : []), ...wished.map(({ uri, label }) => ({ text: label, uri }))];
  if (what.length > 0)
    collected.found.push({ kind: 'wishes', at: write('wishes', [text]), what: { what, where: '', notWanted: '' } });
};

const mostlyIn = (document: Any, otherwise: Language): Language => {
  const titles = ['employments', 'educations', 'projects'].flatMap((name) => list(get(document, name)));
  const counts = languages.map(
    (language) =>
      titles.filter((one) =>
        [get(one, 'title'), get(one, 'degreeInstitution'), get(one, 'employer')].some(
          (text) => string(get(text, language)) !== '',
        ),
      ).length,
  );
  const most = Math.max(...counts);
  if (most === 0) return otherwise;
  return counts[languages.indexOf(otherwise)] === most ? otherwise : (languages[counts.indexOf(most)] ?? otherwise);
};

/** The profile's lists of what was done, in the order they are read, and which of an entry's fields say what and where. */
const entryLists: readonly { list: string; kind: Kind; title: string; place: string | null }[] = [
  { list: 'employments', kind: 'work', title: 'title', place: 'employer' },
  { list: 'businessActivities', kind: 'work', title: 'title', place: 'name' },
  { list: 'educations', kind: 'study', title: 'customDegreeName', place: 'degreeInstitution' },
  { list: 'projects', kind: 'volunteering', title: 'title', place: null },
];

/** What a job seeker's profile holds: work, studies, own business, other experience, languages, licences, wishes and ESCO skills. */
export const readJobMarket = (
  document: Any,
  otherwise: Language,
): { language: Language; paragraphs: Collector['collected']['paragraphs']; found: Found[] } => {
  const all = collector();
  const language = mostlyIn(document, otherwise);
  const { collected, write } = all;
  write('about', [
    said(get(document, 'generalInfo', 'caption'), language, 500),
    said(get(document, 'generalInfo', 'description'), language, mostOf.did),
  ]);
  const text = (value: Any) => said(value, language, mostOf.title);
  for (const { list: name, kind, title, place } of entryLists)
    for (const one of list(get(document, name)))
      readEntry(all, language, {
        kind,
        title: text(get(one, title)),
        place: place === null ? '' : text(get(one, place)),
        described: get(one, 'description'),
        interval: get(one, 'interval'),
      });
  readSkills(all, 'about', get(document, 'experienceDescription'), language);
  for (const one of list(get(document, 'languageSkills'))) {
    const code = string(get(one, 'code'), 3).toLowerCase();
    const said = string(get(one, 'level'), 2).toUpperCase();
    if (!/^[a-z]{2,3}$/.test(code)) continue;
    const level = said === 'L1' ? 'native' : (languageLevels.find((step) => step === said) ?? null);
    collected.found.push({
      kind: 'language',
      at: write('languages', [`${code} ${said}`]),
      what: { code, level, isHidden: false },
    });
  }
  readLicences(all, document, language);
  readWishes(all, get(document, 'jobPreferenceDescription'), language);
  return { language, ...collected };
};
