import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, dayIn } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import type { Language } from '../kernel/languages.ts';
import { productFolder } from '../kernel/root.ts';
import { type AdvertSource, setMunicipality } from '../matching/index.ts';

/** Of each city of the demo, Statistics Finland's number of the municipality. */
const municipalities: Readonly<Record<string, string>> = {
  espoo: '049',
  helsinki: '091',
  oulu: '564',
  tampere: '837',
  turku: '853',
  vantaa: '092',
};

/** An open job of the demo, written by hand: nobody has such a job to give. */
type DemoAdvert = {
  key: string;
  city: string;
  language: Language;
  employer: string;
  title: string;
  summary: string;
  text: string;
  /** Codes of the interface for when the work is. */
  times: string[];
  languages: string[];
  publishedDays: number;
  untilDays: number;
  /** ESCO URIs, where the advertiser named skills. */
  skills?: string[];
  driving?: string[];
  criminalRecord?: boolean;
  /** Can be done from anywhere, for any of the cities. */
  isAnywhere?: boolean;
};

const readAll = (): DemoAdvert[] =>
  // Written by hand; the type says how they stand in the file.
  JSON.parse(readFileSync(join(productFolder, 'src/demo/stories/adverts.json'), 'utf8')) as DemoAdvert[];

const instant = (day: string): string => `${day}T09:00:00Z`;

/** As Job Market Finland's interface would tell it. */
const asTold = (advert: DemoAdvert, today: string) => {
  const { key, city, language: kieliKoodi } = advert;
  const said = (arvo: string) => [{ kieliKoodi, arvo }];
  const published = instant(addDays(today, -advert.publishedDays));
  return {
    ilmoituksenID: key,
    tyollistaja: '01',
    ilmoittajanNimi: said(advert.employer),
    luontipvm: published,
    julkaisupvm: published,
    ilmoituksenKielet: [kieliKoodi],
    perustiedot: {
      tyonOtsikko: said(advert.title),
      tyonTiivistelma: said(advert.summary),
      tyonKuvaus: said(advert.text),
      paikkojenMaara: 1,
      tyoskentely: { tyoskentelyAika: advert.times, vuorotyo: [] },
    },
    osaamisvaatimukset: {
      ammatit: [],
      osaamiset: (advert.skills ?? []).map((luokiteltuArvo) => ({ luokittelunNimi: 'ESCO', luokiteltuArvo })),
      kielitaidot: advert.languages.map((kielitaito) => ({ kielitaito, kielitaidonTaso: 'B1' })),
      ajokortti: { vaaditutAjokorttiluokat: advert.driving ?? [] },
      rikosrekisteriote: advert.criminalRecord ?? false,
    },
    sijainti: {
      sijaintiJoustava: advert.isAnywhere ?? false,
      kunta: [municipalities[city]],
      toimipaikka: { postitoimipaikka: city.charAt(0).toUpperCase() + city.slice(1) },
    },
    hakeminen: { hakuaikaPaattyy: instant(addDays(today, advert.untilDays)) },
  };
};

/** The demo's stand-in for Job Market Finland: the same answers, by page, from adverts of our own; their originals are a page of the demo. */
export const demoAdverts = (clock: () => Date): AdvertSource => ({
  isDemo: true,
  original: (outsideId) => readAll().find(({ key }) => key === outsideId),
  linkOf: (outsideId) => `/demo-adverts/${encodeURIComponent(outsideId)}`,
  async page({ municipality, page, size }) {
    const today = dayIn('Europe/Helsinki', clock());
    const all = readAll().filter(({ city, isAnywhere = false }) =>
      municipality === null ? isAnywhere : municipalities[city] === municipality,
    );
    const ilmoitukset = all.slice(page * size, (page + 1) * size).map((advert) => asTold(advert, today));
    return { sivutus: { sivu: page, maara: size }, ilmoituksienMaara: all.length, ilmoitukset };
  },
});

/** Says of each city which municipality's open jobs it shows. */
export const feedAdverts = async (database: Database): Promise<void> => {
  for (const [cityId, municipality] of Object.entries(municipalities))
    await database.inCity(cityId, (tx) => setMunicipality(tx, cityId, municipality));
};
