import { dayIn } from '../../kernel/clock.ts';
import type { Language } from '../../kernel/languages.ts';
import type { Work } from '../../kernel/work.ts';
import { labelIn } from '../../know-how/index.ts';
import { type Known, objectsSince, readKnown } from '../known.ts';
import { labelsFor } from '../labels.ts';
import { type Limit, limitsOf } from '../limits.ts';
import { type PartView, partView, skillsIn } from '../match-view.ts';
import { scoreOf } from '../rules.ts';
import { findBestAdverts, type ShownAdvert } from './best-adverts.ts';
import type { AdvertSource } from './source.ts';
import type { SomeLanguages } from './tables.ts';
import { languageIn } from './tmt.ts';

/**
 * What an advert asks for and how I meet it; `isNamed`: the advertiser named it, else it was found in `foundIn`, else it is what the named `occupation`
 * needs.
 */
export type AdvertPart = PartView & { isNamed: boolean; foundIn: string[]; occupation: string | null };

/** An open job of elsewhere as it fits me, and why. Applying happens there; nothing of me is sent. */
export type AdvertView = {
  advertId: string;
  /** The original. */
  link: string;
  title: string;
  summary: string;
  /** The language the title is in. */
  language: Language;
  /** Null for a household. */
  employer: string | null;
  place: string;
  publishedAt: Date;
  /** The last day to apply, YYYY-MM-DD. */
  untilDay: string | null;
  points: number;
  parts: AdvertPart[];
  /** The language `foundIn` is in. */
  foundLanguage: Language;
  limits: Limit[];
};

export type Adverts = {
  /** Whether the operator has set where adverts come from. */
  isOn: boolean;
  /** Made up for the demo. */
  isDemo: boolean;
  isConsented: boolean;
  adverts: AdvertView[];
};

const textIn = (given: SomeLanguages, language: Language): string => given[language] ?? '';

const viewAdvert = (
  work: Work,
  { advert, known, source }: { advert: ShownAdvert; known: Known; source: AdvertSource },
): { view: Omit<AdvertView, 'parts'>; score: ReturnType<typeof scoreOf> } => {
  const needs = advert.needs.map(({ skillId, weight }) => ({ skillId, weight, isMust: false, level: null }));
  const score = scoreOf(needs, known.reach);
  const language = languageIn(advert.title, work.actor.language);
  const { id, employer, place, publishedAt, untilAt, hours, languages, outsideId, title, summary } = advert;
  const asked = { hours: hours ?? ('any' as const), languages, untilOn: work.today };
  const view = {
    ...{ advertId: id, place, publishedAt, language, points: score.points },
    // An end at midnight is the end of the day before.
    untilDay: untilAt && dayIn('Europe/Helsinki', new Date(untilAt.getTime() - 1000)),
    link: source.linkOf(outsideId, language),
    title: textIn(title, language),
    summary: textIn(summary, language),
    employer: employer && textIn(employer, languageIn(employer, language)),
    foundLanguage: advert.language,
    // Only what it says: no hours told are no hours to agree on.
    limits: [
      ...(advert.isAnywhere ? [{ kind: 'place', fits: true, isAnywhere: true } as const] : []),
      ...limitsOf(asked, known.told, work.today).filter(
        ({ kind }) => (kind === 'hours' && hours !== null) || (kind === 'languages' && languages.length > 0),
      ),
    ],
  };
  return { view, score };
};

/** The open jobs that fit a customer who has been read in this transaction. */
export const advertsFor = async (work: Work, known: Known): Promise<Adverts> => {
  const source = work.services.adverts;
  const { isConsented, told, reach } = known;
  if (!source) return { isOn: false, isDemo: false, isConsented, adverts: [] };
  const found = await findBestAdverts(work.tx, { cityId: work.cityId, told, reach, now: work.now });
  const scored = found.map((advert) => ({ advert, ...viewAdvert(work, { advert, known, source }) }));
  const label = labelsFor(
    work,
    scored.flatMap(({ score }) => skillsIn(score)),
  );
  const adverts = scored.map(({ advert, view, score }) => {
    const origin = new Map(advert.needs.map((need) => [need.skillId, need]));
    const parts = score.parts.map((part) => {
      const need = origin.get(part.skillId);
      const from = need?.occupation ? work.services.vocabulary.occupation(need.occupation) : undefined;
      return {
        ...partView(part, label),
        isNamed: need?.isNamed ?? false,
        foundIn: need?.words ?? [],
        occupation: from ? labelIn(from.labels, work.actor.language) : null,
      };
    });
    return { ...view, parts };
  });
  return { isOn: true, isDemo: source.isDemo, isConsented, adverts };
};

/**
 * The open jobs of elsewhere that fit what I can do, best first, at most 20, each with why. `objectsSince`: since when I object to matching, which goes
 * before any consent.
 */
export const showAdverts = async (work: Work): Promise<Adverts & { objectsSince: Date | null }> => {
  const known = await readKnown(work, { section: 'matches', action: 'read', why: 'open jobs' });
  const since = known.isConsented ? null : await objectsSince(work, known.me.id);
  return { ...(await advertsFor(work, known)), objectsSince: since };
};
