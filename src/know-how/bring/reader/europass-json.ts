import { type Language, languages } from '../../../kernel/languages.ts';
import { mostOf } from '../../profile/portable.ts';
import { guessLanguage } from './guess-language.ts';
import { parseJson } from './json.ts';
import { mostBytes } from './limits.ts';
import { languageCodeOf, levelIn } from './spoken-languages.ts';
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
  plain,
  string,
} from './structured.ts';
import type { Found } from './types.ts';

// European Learning Model 3 (EDC application profile), its predecessor of EDCI, and presentations that hold several of them.

const idOf = (value: Any): string =>
  string(get(value, 'id') ?? get(value, '@id') ?? (typeof value === 'string' ? value : ''), 500);
const typesOf = (value: Any): string[] =>
  list(get(value, 'type') ?? get(value, '@type')).map((one) => string(one, 200).replace(/^.*[#/:]/, ''));
const isA = (value: Any, ...types: string[]): boolean => typesOf(value).some((type) => types.includes(type));

/** A text in languages: {"en": "x"}, {"en": ["x"]}, [{"@language": "en", "@value": "x"}], or a plain one. */
const said = (value: Any, wanted: Language, most = 5000): string => {
  if (typeof value === 'string') return plain(string(value, most));
  if (Array.isArray(value)) {
    const inOurs = value.find((one) => get(one, '@language') === wanted) ?? value[0];
    return said(inOurs, wanted, most);
  }
  const plainValue = get(value, '@value') ?? get(value, 'noteLiteral');
  if (plainValue !== undefined) return said(plainValue, wanted, most);
  const first = [wanted, ...languages].map((language) => get(value, language)).find((one) => one !== undefined);
  return said(
    first ?? (isFields(value) ? Object.entries(value).find(([key]) => /^[a-z]{2,3}$/.test(key))?.[1] : undefined) ?? '',
    wanted,
    most,
  );
};

const nameOf = (value: Any, language: Language): string =>
  ['title', 'prefLabel', 'legalName', 'name', 'fullName']
    .map((key) => said(get(value, key), language, mostOf.title))
    .find(Boolean) ?? '';

const skillsOf = (claim: Any, language: Language): { uri: string; label: string }[] =>
  list(get(claim, 'specifiedBy')).flatMap((specification) =>
    list(get(specification, 'learningOutcome')).flatMap((outcome) =>
      list(get(outcome, 'relatedESCOSkill') ?? get(outcome, 'relatedEscoSkill')).flatMap((skill) => {
        const uri = idOf(skill) || string(get(skill, 'uri'), 500);
        return isSkillUri(uri) ? [{ uri, label: nameOf(skill, language) || nameOf(outcome, language) || uri }] : [];
      }),
    ),
  );

const placeOf = (claim: Any, language: Language): string =>
  [get(claim, 'directedBy'), get(claim, 'awardedBy', 'awardingBody'), get(claim, 'wasAwardedBy', 'awardingBody')]
    .flatMap(list)
    .map((one) => nameOf(one, language))
    .find(Boolean) ?? '';

const timeOf = (claim: Any) => {
  const temporal = list(get(claim, 'temporal'))[0];
  const from = partDay(get(temporal, 'startDate') ?? get(claim, 'startedAtTime') ?? get(claim, 'startDate'));
  const to = partDay(
    get(temporal, 'endDate') ??
      get(claim, 'endedAtTime') ??
      get(claim, 'endDate') ??
      get(claim, 'awardedBy', 'awardingDate') ??
      get(claim, 'wasAwardedBy', 'awardingDate'),
  );
  return { from, to };
};

type Collector = ReturnType<typeof collector>;

const claimsOf = (subject: Any): Any[] =>
  ['hasClaim', 'achieved', 'performed', 'entitledTo', 'hasPart'].flatMap((key) => list(get(subject, key)));

/** A language told as an achievement: its name, and a step of the framework in its note. */
const asLanguage = (title: string, note: string) => {
  const code = languageCodeOf(title);
  return code ? { code, level: levelIn(note), isHidden: false } : null;
};

const readClaim = (all: Collector, claim: Any, language: Language, depth: number): void => {
  const { collected, write } = all;
  const title = nameOf(claim, language) || nameOf(list(get(claim, 'specifiedBy'))[0], language);
  const notes = list(get(claim, 'additionalNote')).map((note) => said(get(note, 'noteLiteral') ?? note, language));
  const did = [
    said(get(claim, 'description'), language),
    ...list(get(claim, 'specifiedBy')).map((one) =>
      said(get(one, 'learningOutcomeSummary', 'noteLiteral') ?? get(one, 'description'), language),
    ),
  ]
    .filter(Boolean)
    .join('\n')
    .slice(0, mostOf.did);
  const skills = skillsOf(claim, language);
  const place = placeOf(claim, language);
  const spoken = asLanguage(title, notes.join(' '));
  const isSkillItself = skills.length === 1 && skills[0]?.label.toLowerCase() === title.toLowerCase() && did === '';
  if (isA(claim, 'LearningEntitlement') && title !== '') {
    const untilOn = partDay(get(claim, 'expiryDate'))?.on ?? null;
    const what = {
      kind: 'licence' as const,
      code: '',
      name: title.slice(0, 200),
      untilOn: untilOn?.length === 10 ? untilOn : null,
      isHidden: false,
    };
    collected.found.push({ kind: 'licence', at: write('licences', [title]), what });
  } else if (spoken)
    collected.found.push({ kind: 'language', at: write('languages', [title, ...notes]), what: spoken });
  else {
    const kind = isA(claim, 'LearningActivity') ? 'work' : 'study';
    const at = write(isSkillItself ? 'skills' : kind, [[title, place].filter(Boolean).join(', '), did, ...notes]);
    if (!isSkillItself && title !== '') {
      const what = anExperience(
        { kind, title, place, did, ...timeOf(claim), skills: skills.map(({ uri }) => uri) },
        language,
      );
      collected.found.push({ kind: 'experience', at, what });
    }
    for (const { uri, label } of skills) collected.found.push({ kind: 'knowHow', at, what: aSkill(uri, label) });
  }
  if (depth < 6) for (const part of claimsOf(claim)) readClaim(all, part, language, depth + 1);
};

/** Credentials in a document: itself, or those of a presentation. */
const credentialsOf = (value: Any, depth = 0): Any[] => {
  if (depth > 3) return [];
  if (get(value, 'credentialSubject') !== undefined) return [value];
  const inside = ['verifiableCredential', 'credential', 'hasCredential', 'credentials'].flatMap((key) =>
    list(get(value, key)),
  );
  return [...inside, ...(Array.isArray(value) ? list(value) : [])].flatMap((one) => credentialsOf(one, depth + 1));
};

const subjectsOf = (document: Any): Any[] =>
  credentialsOf(document).flatMap((one) => list(get(one, 'credentialSubject')));

export const isEuropassJson = (document: Any): boolean => subjectsOf(document).length > 0;

/** Our own profile, where one is attached: what the model has no words for is in it. */
export const attachedProfile = (document: Any): Any => {
  for (const credential of credentialsOf(document))
    for (const attachment of list(get(credential, 'attachment'))) {
      const content = get(attachment, 'content');
      const isOurs = Object.values(get(attachment, 'title') ?? {})
        .flat()
        .includes('tuttu-profile.json');
      if (isOurs && typeof content === 'string' && content.length < mostBytes)
        return parseJson(Buffer.from(content, 'base64').toString('utf8'));
    }
  return undefined;
};

const languageOf = (document: Any, otherwise: Language): Language => {
  const uri =
    credentialsOf(document)
      .map((one) => idOf(list(get(one, 'displayParameter', 'primaryLanguage'))[0]))
      .find(Boolean) ?? '';
  const known = { FIN: 'fi', SWE: 'sv', ENG: 'en' } as const;
  const code = uri.replace(/^.*\//, '');
  return code === 'FIN' || code === 'SWE' || code === 'ENG' ? known[code] : otherwise;
};

/** What European Digital Credentials tell: achievements, activities, entitlements, and the ESCO skills their outcomes name. */
export const readEuropassJson = (
  document: Any,
  otherwise: Language,
): { language: Language; paragraphs: Collector['collected']['paragraphs']; found: Found[] } => {
  const language = languageOf(document, otherwise);
  const all = collector();
  for (const subject of subjectsOf(document)) for (const claim of claimsOf(subject)) readClaim(all, claim, language, 0);
  const told = all.collected.paragraphs.map(({ text }) => text).join('\n');
  return { language: guessLanguage(told, language), ...all.collected };
};
