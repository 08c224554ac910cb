import type { Language } from '../../kernel/languages.ts';
import { wholeDay } from '../../kernel/part-days.ts';
import type { Say } from '../../kernel/say.ts';
import type { PartDay, PortableProfile } from '../profile/portable.ts';
import { saySeen } from './document.ts';

type Experience = PortableProfile['experiences'][number];
type Node = { id: string; type: string; [key: string]: unknown };
type Make = (type: string, more: Record<string, unknown>) => Node;

const publications = 'http://publications.europa.eu/resource/authority';
const languageCodes: Record<Language, string> = { fi: 'FIN', sv: 'SWE', en: 'ENG' };

const concept = (id: string, scheme: string) => ({
  id,
  type: 'Concept',
  inScheme: { id: scheme, type: 'ConceptScheme' },
});

const languageConcept = (language: Language) =>
  concept(`${publications}/language/${languageCodes[language]}`, `${publications}/language`);

const escoSkill = (uri: string, label: string, language: Language) => ({
  ...concept(uri, 'http://data.europa.eu/esco/concept-scheme/skills'),
  prefLabel: { [language]: label },
});

/** The kind of credential in the EDC list: a generic one. */
const genericCredential = concept(
  'http://data.europa.eu/snb/credential/e34929035b',
  'http://data.europa.eu/snb/credential/25831c2',
);

const instant = (day: PartDay, end: 'first' | 'last') =>
  `${wholeDay(day, end)}T${end === 'first' ? '00:00:00' : '23:59:59'}`;

const periodOf = (make: Make, { from, to, isOngoing }: Experience) => {
  if (!from && !to) return {};
  const start = from ? { startDate: instant(from, 'first') } : {};
  const end = to && !isOngoing ? { endDate: instant(to, 'last') } : {};
  return { temporal: make('PeriodOfTime', { ...start, ...end }) };
};

/** What each claim rests on: the person's own word. */
const ownWord = (make: Make, personId: string, text: string, language: Language) =>
  make('AwardingProcess', { description: { [language]: text }, awardingBody: personId });

/**
 * A profile as a European Learning Model credential (JSON-LD, application profile of European Digital Credentials 1.1) that the person issues about
 * themselves: each skill a learning achievement whose outcome names its ESCO skill, each experience a learning activity that led to some of
 * them. The whole profile is attached as our own JSON too, so that what the model has no words for (levels, "about") comes back unchanged.
 * `newId`: a UUID; `now`: when it is issued. Pass what may be shown (`shownOf`).
 */
export const toEuropass = (
  profile: PortableProfile,
  { language, say, newId, now }: { language: Language; say: Say; newId: () => string; now: Date },
) => {
  const make: Make = (type, more) => ({ id: `urn:uuid:${newId()}`, type, ...more });
  const text = (value: string, as: Language = language) => ({ [as]: value });
  const personId = `urn:uuid:${newId()}`;
  const awardedBy = () => ownWord(make, personId, say(language, 'leave.ownWords'), language);
  const note = (value: string) => ({ additionalNote: make('Note', { noteLiteral: text(value) }) });
  const notes = (values: string[]) =>
    values.length === 0 ? {} : { additionalNote: values.map((value) => make('Note', { noteLiteral: text(value) })) };
  const achievement = (title: string, more: Record<string, unknown> = {}) =>
    make('LearningAchievement', { title: text(title), awardedBy: awardedBy(), ...more });

  const achievements = new Map(
    profile.knowHow.map((one) => {
      const { uri, label, level, levelWords } = one;
      const outcome = make('LearningOutcome', {
        title: text(label),
        relatedESCOSkill: escoSkill(uri, label, language),
      });
      const specifiedBy = make('LearningAchievementSpecification', { title: text(label), learningOutcome: outcome });
      const said = [level && say(language, `leave.level.${level}`), levelWords].filter(Boolean).join('. ');
      const seen = saySeen(one, language, say);
      return [uri, achievement(label, { specifiedBy, ...notes([...(said ? [said] : []), ...seen]) })];
    }),
  );
  const activities = profile.experiences.map((one) =>
    make('LearningActivity', {
      title: text(one.title, one.language),
      ...(one.did ? { description: text(one.did, one.language) } : {}),
      ...(one.place ? { directedBy: make('Organisation', { legalName: text(one.place, one.language) }) } : {}),
      ...periodOf(make, one),
      ...note(say(language, `leave.kind.${one.kind}`)),
      awardedBy: awardedBy(),
      influences: one.skills.flatMap((uri) => achievements.get(uri)?.id ?? []),
    }),
  );
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });
  const spoken = profile.languages.map(({ code, level }) =>
    achievement(names.of(code) ?? code, note(level === 'native' ? say(language, 'leave.native') : level)),
  );
  const licences = profile.licences.map(({ kind, code, name }) =>
    achievement(kind === 'drivingLicence' ? say(language, 'leave.drivingLicence', { code: code || name }) : name),
  );
  const at = now.toISOString().slice(0, 19);
  return {
    '@context': ['https://www.w3.org/2018/credentials/v1', 'http://data.europa.eu/snb/model/context/edc-ap'],
    id: `urn:uuid:${newId()}`,
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    credentialProfiles: genericCredential,
    credentialSchema: { id: 'http://data.europa.eu/snb/model/ap/edc-generic-full', type: 'ShaclValidator2017' },
    displayParameter: make('DisplayParameter', {
      title: text(say(language, 'leave.documentTitle', { name: profile.person.name })),
      primaryLanguage: languageConcept(language),
      language: [languageConcept(language)],
    }),
    issuer: personId,
    issuanceDate: at,
    issued: at,
    validFrom: at,
    credentialSubject: {
      id: personId,
      type: 'Person',
      fullName: text(profile.person.name),
      hasClaim: [...achievements.values(), ...activities, ...spoken, ...licences],
    },
    attachment: make('MediaObject', {
      title: text('tuttu-profile.json'),
      contentType: concept(`${publications}/file-type/JSON`, `${publications}/file-type`),
      contentEncoding: concept(
        'http://data.europa.eu/snb/encoding/6146cde7dd',
        'http://data.europa.eu/snb/encoding/25831c2',
      ),
      content: Buffer.from(JSON.stringify(profile)).toString('base64'),
    }),
  };
};
