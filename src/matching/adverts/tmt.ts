import { z } from 'zod';
import { isLanguage, type Language, languages } from '../../kernel/languages.ts';
import type { Hours } from '../../kernel/tables.ts';
import { languageCodeOf } from './language-uris.ts';
import type { SomeLanguages } from './tables.ts';

/** An open job as Tuttu needs it. What it says of persons is left out here: whom to call, and the name of a household. */
export type Advert = {
  outsideId: string;
  title: SomeLanguages;
  summary: SomeLanguages;
  description: SomeLanguages;
  /** Null for a household. */
  employer: SomeLanguages | null;
  place: string;
  hours: Exclude<Hours, 'any'> | null;
  /** Languages the work needs. */
  languages: string[];
  /** ESCO skills the advertiser named. */
  skillUris: string[];
  /** ESCO occupations the advertiser named. */
  occupationUris: string[];
  /** No fixed place, or the employee chooses it. */
  isAnywhere: boolean;
  publishedAt: Date;
  untilAt: Date | null;
};

export type AdvertPage = {
  adverts: Advert[];
  /** How many were on the page, understood or not. */
  count: number;
  /** How many there are in all, where the answer tells more than the page has. */
  total: number | null;
  skipped: number;
};

// What the interface describes (TMT.yaml, v1), read mildly: what is missing or of another kind counts as not told. Only an id and a title are needed.
const text = z.string().catch('');
const localised = z.array(z.object({ kieliKoodi: text, arvo: text })).catch([]);
const list = z.array(z.string()).catch([]);
const instant = z.coerce.date().nullable().catch(null);
const classified = z.array(z.object({ luokittelunNimi: text, luokiteltuArvo: text })).catch([]);

const basics = z.object({
  tyonOtsikko: localised,
  tyonTiivistelma: localised,
  tyonKuvaus: localised,
  tyoskentely: z.object({ tyoskentelyAika: list }).catch({ tyoskentelyAika: [] }),
});

const posting = z.object({
  ilmoituksenID: z.string().min(1).max(200),
  tyollistaja: text,
  ilmoittajanNimi: localised,
  julkaisupvm: instant,
  perustiedot: basics,
  osaamisvaatimukset: z
    .object({
      osaamiset: classified,
      ammatit: classified,
      kielitaidot: z.array(z.object({ kielitaito: text })).catch([]),
    })
    .catch({ osaamiset: [], ammatit: [], kielitaidot: [] }),
  sijainti: z
    .object({
      sijaintiJoustava: z.boolean().catch(false),
      toimipaikka: z.object({ postitoimipaikka: text }).catch({ postitoimipaikka: '' }),
    })
    .catch({ sijaintiJoustava: false, toimipaikka: { postitoimipaikka: '' } }),
  hakeminen: z.object({ hakuaikaPaattyy: instant }).catch({ hakuaikaPaattyy: null }),
});

/** What an answer has more than it was asked for is not read. */
const mostOnPage = 500;

/** The description names the list `Ilmoitukset`, the answers `ilmoitukset`: both are taken. */
const answer = z
  .object({
    ilmoitukset: z.array(z.unknown()).optional(),
    Ilmoitukset: z.array(z.unknown()).optional(),
    ilmoituksienMaara: z.int().nonnegative().nullable().catch(null).default(null),
  })
  .transform(({ ilmoitukset, Ilmoitukset, ilmoituksienMaara }) => ({
    list: ilmoitukset ?? Ilmoitukset,
    total: ilmoituksienMaara,
  }))
  .pipe(z.object({ list: z.array(z.unknown()), total: z.number().nullable() }));

const most = { title: 200, summary: 600, description: 20_000, place: 100, uris: 50 };

/** Plain text: no marks of a page, no invisible signs but line breaks. */
const plain = (raw: string, length: number): string =>
  raw
    .replace(/<[^>]{0,500}>/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .normalize('NFC')
    .toWellFormed()
    .trim()
    .slice(0, length)
    .toWellFormed();

const inLanguages = (values: z.output<typeof localised>, length: number): SomeLanguages => {
  const found: SomeLanguages = {};
  for (const { kieliKoodi, arvo } of values) {
    const language = kieliKoodi.toLowerCase();
    const said = plain(arvo, length);
    if (isLanguage(language) && said !== '') found[language] ??= said;
  }
  return found;
};

const household = '02';
/** Codes of working time that say when: the others are shifts, nights, agreed. */
const hoursByCode: Record<string, Exclude<Hours, 'any'>> = { '01': 'days', '02': 'evenings', '07': 'weekends' };
/** Says on which days, beside when: on weekdays. */
const weekdays = '06';

const hoursOf = (codes: readonly string[]): Advert['hours'] => {
  const [only, ...others] = codes.filter((code) => code !== weekdays);
  return only === undefined || others.length > 0 ? null : (hoursByCode[only] ?? null);
};

const inEsco = (values: z.output<typeof classified>): string[] =>
  values
    .filter(({ luokittelunNimi }) => luokittelunNimi.toUpperCase() === 'ESCO')
    .slice(0, most.uris)
    .map(({ luokiteltuArvo }) => luokiteltuArvo);

const advertOf = (told: z.output<typeof posting>, now: Date): Advert | null => {
  const { perustiedot, osaamisvaatimukset } = told;
  const title = inLanguages(perustiedot.tyonOtsikko, most.title);
  if (languages.every((language) => title[language] === undefined)) return null;
  return {
    outsideId: told.ilmoituksenID,
    title,
    summary: inLanguages(perustiedot.tyonTiivistelma, most.summary),
    description: inLanguages(perustiedot.tyonKuvaus, most.description),
    employer: told.tyollistaja === household ? null : inLanguages(told.ilmoittajanNimi, most.title),
    place: plain(told.sijainti.toimipaikka.postitoimipaikka, most.place),
    hours: hoursOf(perustiedot.tyoskentely.tyoskentelyAika),
    languages: [
      ...new Set(osaamisvaatimukset.kielitaidot.flatMap(({ kielitaito }) => languageCodeOf(kielitaito) ?? [])),
    ],
    skillUris: inEsco(osaamisvaatimukset.osaamiset),
    occupationUris: inEsco(osaamisvaatimukset.ammatit),
    isAnywhere: told.sijainti.sijaintiJoustava,
    publishedAt: told.julkaisupvm ?? now,
    untilAt: told.hakeminen.hakuaikaPaattyy,
  };
};

/**
 * Reads one page of open jobs. What cannot be understood is counted and left out, so that one odd advert does not hide the others. Throws a ZodError
 * when the answer is no such page at all.
 */
export const readAdvertPage = (body: unknown, now: Date): AdvertPage => {
  const { list, total } = answer.parse(body);
  const all = list.slice(0, mostOnPage);
  const adverts = all.flatMap((one) => {
    const told = posting.safeParse(one);
    return (told.success && advertOf(told.data, now)) || [];
  });
  const isTold = total !== null && total > all.length;
  return { adverts, count: all.length, total: isTold ? total : null, skipped: all.length - adverts.length };
};

/** The language a text is shown in to a reader of `wanted`: theirs, else Finnish, Swedish or English, whichever there is. */
export const languageIn = (given: SomeLanguages, wanted: Language): Language =>
  [wanted, ...languages].find((language) => given[language] !== undefined) ?? wanted;
