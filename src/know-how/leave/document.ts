import type { Language } from '../../kernel/languages.ts';
import { sayPartDay } from '../../kernel/part-days.ts';
import { locales, type Say } from '../../kernel/say.ts';
import { type Block, paragraphsOf, type Written } from '../../kernel/written/written.ts';
import type { PortableProfile } from '../profile/portable.ts';

type Text = (key: string, values?: Parameters<Say>[2]) => string;
type Experience = PortableProfile['experiences'][number];

const timeOf = ({ from, to, isOngoing }: Experience, language: Language, t: Text): string => {
  const say = (day: NonNullable<Experience['from']>) =>
    day.about ? t('leave.about', { day: sayPartDay(day, language) }) : sayPartDay(day, language);
  const end = isOngoing ? t('leave.ongoing') : to && say(to);
  if (from && end) return `${say(from)} – ${end}`;
  if (from) return t('leave.from', { day: say(from) });
  return to ? t('leave.until', { day: say(to) }) : (end ?? '');
};

type KnowHow = PortableProfile['knowHow'][number];

const inBrackets = (label: string, said: (string | null | 0 | false)[]): string => {
  const words = said.filter(Boolean).join(', ');
  return words ? `${label} (${words})` : label;
};

/** A skill with how well; `isAgain`: said before in the document, its name is enough. */
const saySkill = ({ label, level, levelWords }: KnowHow, t: Text, isAgain: boolean): string =>
  isAgain
    ? label
    : inBrackets(label, [
        level && t(`leave.level.${level}`),
        levelWords && t('leave.inOwnWords', { words: levelWords }),
      ]);

/** An experience, with the skills it showed in one line. `said` holds the skills told so far, and gets those of this one. */
const ofExperience = (
  one: Experience,
  {
    bySkill,
    said,
    language,
    t,
  }: { bySkill: ReadonlyMap<string, KnowHow>; said: Set<string>; language: Language; t: Text },
): Block[] => {
  const facts = [t(`leave.kind.${one.kind}`), one.place, timeOf(one, language, t)].filter(Boolean);
  const skills = one.skills.flatMap((uri) => {
    const skill = bySkill.get(uri);
    if (!skill) return [];
    const isAgain = said.has(uri);
    said.add(uri);
    return [saySkill(skill, t, isAgain)];
  });
  return [
    { kind: 'subheading', text: one.title },
    { kind: 'quiet', text: facts.join(' · ') },
    ...paragraphsOf(one.did).map((text): Block => ({ kind: 'text', text, language: one.language })),
    ...(skills.length > 0 ? [{ kind: 'quiet', text: t('leave.showed', { skills: skills.join(', ') }) } as const] : []),
  ];
};

/** Skills that stand in no experience: a line for each level, the highest first, then those without one. */
const byLevel = (skills: readonly KnowHow[], t: Text): string[] =>
  ([4, 3, 2, 1, null] as const).flatMap((level) => {
    const names = skills
      .filter((one) => one.level === level)
      .map(({ label, levelWords }) => inBrackets(label, [levelWords && t('leave.inOwnWords', { words: levelWords })]));
    if (names.length === 0) return [];
    const all = names.join(', ');
    return [level === null ? all : `${t(`leave.level.${level}`)}: ${all}`];
  });

const list = (items: string[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);

/** Who has seen a skill and what completed shows it, a text for each. */
export const saySeen = (
  { seenBy = [], shownBy = [] }: Pick<PortableProfile['knowHow'][number], 'seenBy' | 'shownBy'>,
  language: Language,
  say: Say,
): string[] => {
  const t: Text = (key, values) => say(language, key, values);
  const dayOf = (on: string) => sayPartDay({ on, about: false }, language);
  return [
    ...seenBy.map(({ by, role, relation, how, since, until, on, isInTuttu }) =>
      [
        t(isInTuttu ? 'vouch.by.inTuttu' : 'vouch.by.link', {
          who: [by, role].filter(Boolean).join(', '),
          relation: t(`vouch.relation.${relation}`),
          at: dayOf(on),
        }),
        ...(how ? [t('leave.inOwnWords', { words: how })] : []),
        ...(since || until ? [t('vouch.said.when', { since: since || '–', until: until || '–' })] : []),
      ].join(' · '),
    ),
    ...shownBy.map(({ kind, title, on, confirmedBy }) =>
      [title, t(`vouch.evidence.kind.${kind}`, { day: dayOf(on) }), confirmedBy].filter(Boolean).join(' · '),
    ),
  ];
};

const seenIn = (knowHow: PortableProfile['knowHow'], language: Language, say: Say): Block[] => {
  const items = knowHow.flatMap((one) => saySeen(one, language, say).map((said) => `${one.label}: ${said}`));
  return items.length === 0 ? [] : [{ kind: 'quiet', text: say(language, 'leave.seenWhat') }, ...list(items)];
};

const sayLanguage = (
  { code, level }: PortableProfile['languages'][number],
  names: Intl.DisplayNames,
  t: Text,
): string => `${names.of(code) ?? code}: ${level === 'native' ? t('leave.native') : level}`;

const sayLicence = (
  { kind, code, name, untilOn }: PortableProfile['licences'][number],
  { language, today, t }: { language: Language; today: string; t: Text },
) => {
  const what = kind === 'drivingLicence' ? t('leave.drivingLicence', { code: code || name }) : name;
  if (!untilOn) return what;
  const day = sayPartDay({ on: untilOn, about: false }, language);
  return t(untilOn < today ? 'leave.licencePast' : 'leave.licenceUntil', { what, day });
};

const wishesOf = ({ wishes, limits }: PortableProfile, t: Text): string[] => [
  ...wishes.what.map(({ text }) => text),
  ...(wishes.where ? [t('leave.where', { where: wishes.where })] : []),
  ...(limits.hours ? [t(`leave.hours.${limits.hours}`)] : []),
];

const inShort = (items: string[], language: Language): Block[] =>
  items.length === 0 ? [] : [{ kind: 'text', text: items.join(' · '), language }];

const section = (heading: string, blocks: Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...blocks];

/**
 * A profile as a document to read, in a language and in the order of a CV (experiences as the profile has them, newest first): what PDF and DOCX are made of. `today`: YYYY-MM-DD, for what has run out. Pass what may be shown (`shownOf`).
 */
export const writeProfile = (
  profile: PortableProfile,
  { language, say, today }: { language: Language; say: Say; today: string },
): Written => {
  const t: Text = (key, values) => say(language, key, values);
  const bySkill = new Map(profile.knowHow.map((one) => [one.uri, one]));
  const said = new Set<string>();
  const experiences = profile.experiences.flatMap((one) => ofExperience(one, { bySkill, said, language, t }));
  const others = profile.knowHow.filter(({ uri }) => !said.has(uri));
  const languageNames = new Intl.DisplayNames(locales[language], { type: 'language', fallback: 'code' });
  const { name, email, area } = profile.person;
  const contact = [email, area].filter(Boolean).join(' · ');
  return {
    title: t('leave.documentTitle', { name }),
    language,
    author: name,
    blocks: [
      { kind: 'title', text: name },
      ...(contact ? [{ kind: 'quiet', text: contact } as const] : []),
      ...section(t('leave.heading.wishes'), inShort(wishesOf(profile, t), profile.language)),
      ...section(t('leave.heading.experiences'), experiences),
      ...section(t(`leave.heading.${said.size > 0 ? 'moreKnowHow' : 'knowHow'}`), list(byLevel(others, t))),
      ...section(
        t('leave.heading.languages'),
        list(profile.languages.map((one) => sayLanguage(one, languageNames, t))),
      ),
      ...section(
        t('leave.heading.licences'),
        list(profile.licences.map((one) => sayLicence(one, { language, today, t }))),
      ),
      ...section(t('leave.heading.seen'), seenIn(profile.knowHow, language, say)),
      { kind: 'closing', text: t('leave.ownWords') },
    ],
  };
};
