import { type Language, languages } from '../../../kernel/languages.ts';
import { languageLevels, mostOf, type PortableProfile } from '../../profile/portable.ts';
import { isDrivingClass } from './licences.ts';
import { mostOfList } from './limits.ts';
import { languageCodeOf, languageOfIso3 } from './spoken-languages.ts';
import { anExperience, aSkill, collector, isSkillUri, partDay, plain } from './structured.ts';
import type { Found, Part } from './types.ts';
import type { XmlNode } from './xml.ts';

type SpokenLevel = PortableProfile['languages'][number]['level'];

const children = (node: XmlNode | undefined, name: string): XmlNode[] =>
  (node?.children ?? []).filter((child) => child.name === name).slice(0, mostOfList);
const at = (node: XmlNode | undefined, ...path: string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>((found, name) => children(found, name)[0], node);
/** The text of a node: descriptions hold HTML, as text or as nodes. */
const textOf = (node: XmlNode | undefined): string =>
  node ? [node.text.trim(), ...node.children.map(textOf)].filter(Boolean).join('\n') : '';
const text = (node: XmlNode | undefined, ...path: string[]): string =>
  plain(textOf(at(node, ...path)))
    .toWellFormed()
    .normalize('NFC');
const short = (node: XmlNode | undefined, ...path: string[]): string =>
  text(node, ...path)
    .replace(/\s+/g, ' ')
    .slice(0, mostOf.title);

/** Entries of a list, whatever wraps them: WorkExperienceList/WorkExperience, or WorkExperience alone. */
const entries = (node: XmlNode | undefined, name: string): XmlNode[] => {
  const all = [...children(at(node, `${name}List`), name), ...children(node, name)];
  return all.flatMap((one) => (children(one, name).length > 0 ? children(one, name) : [one])).slice(0, mostOfList);
};

const two = (value: string | undefined): string | null =>
  /^-*(\d{1,2})$/.exec(value ?? '')?.[1]?.padStart(2, '0') ?? null;

/** Europass v3 writes 12 May 2015 as year="2015" month="--05" day="---12". */
const dateOf = (node: XmlNode | undefined) => {
  if (!node) return null;
  const { year, month, day } = node.attributes;
  const parts = [year, two(month), month ? two(day) : null];
  return partDay(parts.filter(Boolean).join('-'));
};

const periodOf = (node: XmlNode | undefined) => {
  const period = at(node, 'Period');
  const isOngoing = text(period, 'Current').toLowerCase() === 'true';
  return { from: dateOf(at(period, 'From')), to: isOngoing ? null : dateOf(at(period, 'To')), isOngoing };
};

/** The five levels of the grid as one: the middle one. */
export const middleLevel = (levels: readonly string[]): SpokenLevel | null => {
  const known = levels.flatMap((level) => languageLevels.find((one) => one === level.toUpperCase()) ?? []).sort();
  return known[Math.floor((known.length - 1) / 2)] ?? null;
};

const spoken = (code: string, label: string): string | null => {
  const lower = code.trim().toLowerCase();
  if (/^[a-z]{2}$/.test(lower)) return lower;
  return languageOfIso3(lower) ?? languageCodeOf(label.trim()) ?? languageCodeOf(lower);
};

const skillParts: readonly (readonly [string, Part])[] = [
  ['Communication', 'skills'],
  ['Organisational', 'skills'],
  ['JobRelated', 'skills'],
  ['Computer', 'skills'],
  ['Other', 'hobby'],
];

type Collector = ReturnType<typeof collector>;

const tellExperience = (
  { collected, write }: Collector,
  told: Parameters<typeof anExperience>[0] & { kind: 'work' | 'study'; title: string; place: string; did: string },
  language: Language,
): void => {
  const { kind, title, place, did } = told;
  if (title === '') return;
  const where = write(kind, [[title, place].filter(Boolean).join(', '), did]);
  collected.found.push({ kind: 'experience', at: where, what: anExperience(told, language) });
};

const tellLanguage = (
  { collected, write }: Collector,
  { words, ...told }: { code: string; level: SpokenLevel | null; words: string },
): void => {
  collected.found.push({ kind: 'language', at: write('languages', [words]), what: { ...told, isHidden: false } });
};

const tellDriving = ({ collected, write }: Collector, code: string): void => {
  if (!isDrivingClass(code)) return;
  const what = { kind: 'drivingLicence' as const, code, name: code, untilOn: null, isHidden: false };
  collected.found.push({ kind: 'licence', at: write('licences', [code]), what });
};

const readLinguistic = (all: Collector, linguistic: XmlNode | undefined): void => {
  for (const [name, isNative] of [
    ['MotherTongue', true],
    ['ForeignLanguage', false],
  ] as const)
    for (const node of entries(linguistic, name)) {
      const label = short(node, 'Description', 'Label');
      const code = spoken(text(node, 'Description', 'Code'), label);
      if (!code) continue;
      const levels = (at(node, 'ProficiencyLevel')?.children ?? []).map((one) => text(one));
      const level = isNative ? 'native' : middleLevel(levels);
      tellLanguage(all, { code, level, words: [label || code, ...new Set(levels)].join(' ') });
    }
};

const readDriving = (all: Collector, driving: XmlNode | undefined): void => {
  const licences = [...children(at(driving, 'Description'), 'Licence'), ...children(driving, 'Licence')];
  for (const code of new Set(licences.map((node) => text(node).toUpperCase()))) tellDriving(all, code);
};

/** The old Europass CV (SkillsPassport, XML v3). */
const readSkillsPassport = (root: XmlNode, language: Language, all: Collector): void => {
  const { write } = all;
  const learner = at(root, 'LearnerInfo');
  write('about', [text(learner, 'Headline', 'Description', 'Label')]);
  for (const [kind, name, what, where] of [
    ['work', 'WorkExperience', ['Position', 'Label'], ['Employer', 'Name']],
    ['study', 'Education', ['Title'], ['Organisation', 'Name']],
  ] as const)
    for (const node of entries(learner, name)) {
      const named = short(node, ...what);
      const place = short(node, ...where);
      const did = text(node, 'Activities').slice(0, mostOf.did);
      tellExperience(all, { kind, title: named || place, place: named ? place : '', did, ...periodOf(node) }, language);
    }
  const skills = at(learner, 'Skills');
  readLinguistic(all, at(skills, 'Linguistic'));
  for (const [name, part] of skillParts) write(part, text(skills, name, 'Description').split('\n\n'));
  readDriving(all, at(skills, 'Driving'));
  for (const node of entries(learner, 'Achievement')) write('about', [text(node, 'Title'), text(node, 'Description')]);
};

const currentPeriod = (node: XmlNode | undefined) => {
  const isOngoing = [text(node, 'CurrentIndicator'), text(node, 'Ongoing')].includes('true');
  const from = partDay(text(node, 'StartDate', 'FormattedDateTime'));
  return { from, to: isOngoing ? null : partDay(text(node, 'EndDate', 'FormattedDateTime')), isOngoing };
};

const readPositions = (all: Collector, profile: XmlNode | undefined, language: Language): void => {
  for (const employer of children(at(profile, 'EmploymentHistory'), 'EmployerHistory'))
    for (const node of children(employer, 'PositionHistory')) {
      const title = short(node, 'PositionTitle');
      const place = short(employer, 'OrganizationName');
      const did = text(node, 'Description').slice(0, mostOf.did);
      const period = currentPeriod(at(node, 'EmploymentPeriod'));
      const isOngoing = period.isOngoing || text(node, 'CurrentIndicator') === 'true';
      const to = isOngoing ? null : period.to;
      tellExperience(all, { kind: 'work', title, place, did, from: period.from, to, isOngoing }, language);
    }
};

const readStudies = (all: Collector, profile: XmlNode | undefined, language: Language): void => {
  for (const node of children(at(profile, 'EducationHistory'), 'EducationOrganizationAttendance')) {
    const title = short(node, 'EducationDegree', 'DegreeName') || short(node, 'ProgramName');
    const place = short(node, 'OrganizationName');
    const did = text(node, 'EducationDegree', 'OccupationalSkillsCovered').slice(0, mostOf.did);
    const period = currentPeriod(at(node, 'AttendancePeriod'));
    tellExperience(all, { kind: 'study', title, place, did, ...period }, language);
  }
};

const readLanguages = (all: Collector, root: XmlNode): void => {
  for (const node of children(at(root, 'CandidatePerson'), 'PrimaryLanguageCode')) {
    const code = spoken(text(node), text(node));
    if (code) tellLanguage(all, { code, level: 'native', words: text(node) });
  }
  for (const node of children(at(root, 'CandidateProfile', 'PersonQualifications'), 'PersonCompetency')) {
    if (text(node, 'TaxonomyID') !== 'language') continue;
    const code = spoken(text(node, 'CompetencyID'), text(node, 'CompetencyID'));
    const levels = children(node, 'CompetencyDimension').map((one) => text(one, 'Score', 'ScoreText'));
    if (code) tellLanguage(all, { code, level: middleLevel(levels), words: [code, ...new Set(levels)].join(' ') });
  }
};

const readSkills = ({ collected, write }: Collector, profile: XmlNode | undefined): void => {
  for (const node of [at(profile, 'Skills'), at(profile, 'PersonQualifications')].flatMap((one) =>
    children(one, 'PersonCompetency'),
  )) {
    const name = short(node, 'CompetencyName');
    const uri = text(node, 'CompetencyID');
    if (isSkillUri(uri))
      collected.found.push({ kind: 'knowHow', at: write('skills', [name]), what: aSkill(uri, name) });
    else write('skills', [name]);
  }
};

/** The new Europass CV (Candidate, after HR Open), as it stands in the PDF that Europass makes today. */
const readCandidate = (root: XmlNode, language: Language, all: Collector): void => {
  const profile = at(root, 'CandidateProfile');
  all.write('about', [text(profile, 'ExecutiveSummary')]);
  readPositions(all, profile, language);
  readStudies(all, profile, language);
  readLanguages(all, root);
  readSkills(all, profile);
  for (const node of children(at(profile, 'Licenses'), 'License'))
    tellDriving(all, text(node, 'LicenseTypeCode').toUpperCase());
};

export const isEuropassXml = ({ name }: XmlNode): boolean => name === 'SkillsPassport' || name === 'Candidate';

const languageOf = (root: XmlNode, otherwise: Language): Language => {
  const said = root.attributes.locale ?? at(root, 'CandidateProfile')?.attributes.languageCode ?? '';
  return languages.find((language) => said.toLowerCase().startsWith(language)) ?? otherwise;
};

/** What a Europass CV's XML holds. */
export const readEuropassXml = (
  root: XmlNode,
  otherwise: Language,
): { language: Language; paragraphs: Collector['collected']['paragraphs']; found: Found[] } => {
  const all = collector();
  const language = languageOf(root, otherwise);
  if (root.name === 'SkillsPassport') readSkillsPassport(root, language, all);
  else readCandidate(root, language, all);
  return { language, ...all.collected };
};
