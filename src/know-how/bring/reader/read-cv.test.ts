import { expect, test } from 'vitest';
import { readPlainText } from './plain-text.ts';
import { readCv } from './read-cv.ts';

const read = (text: string) => readCv(readPlainText(Buffer.from(text)), 'text', 'fi');

const briefly = (text: string): string[] =>
  read(text).found.map((one) => {
    if (one.kind === 'experience') {
      const { kind, title, place, from, to, isOngoing, did } = one.what;
      return [kind, title, place, `${from?.on ?? ''}-${isOngoing ? 'now' : (to?.on ?? '')}`, did].join(' | ');
    }
    if (one.kind === 'language') return `${one.what.code} ${one.what.level}`;
    return one.kind === 'licence' ? `${one.what.code} ${one.what.name} ${one.what.untilOn ?? ''}`.trim() : one.kind;
  });

const finnish = `Matti Esimerkki
Mallikatu 12 B 34, 20100 Turku
040 123 4567, matti@example.invalid
010180-123N
s. 1.1.1980

Työkokemus

2015–2018
Kassatyöntekijä, Kauppa Oy
Palvelin asiakkaita ja laskin
kassan joka ilta.
- koulutin uusia

05/2018 –
Varastotyöntekijä
Posti Oy
Ajoin trukkia.

2012–2014 Omaishoitaja
Hoidin äitiäni.

KOULUTUS
2008 – 2011 Merkonomi, Turun ammatti-instituutti
Ylioppilas 2008, Turun lukio

Kielitaito: suomi (äidinkieli), englanti B2, ruotsi tyydyttävä

Kortit ja luvat
B-ajokortti, hygieniapassi
Työturvallisuuskortti voimassa 31.12.2027 asti

Harrastukset
partio, jalkapallo ja lukeminen

Suosittelijat
Liisa Pomo, 050 765 4321, toimitusjohtaja
`;

test('a Finnish CV: experiences with times, languages, licences, hobbies', () => {
  expect(briefly(finnish)).toEqual([
    'work | Kassatyöntekijä | Kauppa Oy | 2015-2018 | Palvelin asiakkaita ja laskin kassan joka ilta.\nkoulutin uusia',
    'work | Varastotyöntekijä | Posti Oy | 2018-05-now | Ajoin trukkia.',
    'care | Omaishoitaja |  | 2012-2014 | Hoidin äitiäni.',
    'study | Merkonomi | Turun ammatti-instituutti | 2008-2011 | ',
    'study | Ylioppilas | Turun lukio | -2008 | ',
    'fi native',
    'en B2',
    'sv B1',
    'B B',
    'hygieniapassi Hygieniapassi',
    'tyoturvallisuuskortti Työturvallisuuskortti 2027-12-31',
    'hobby | Partio |  | - | ',
    'hobby | Jalkapallo |  | - | ',
    'hobby | Lukeminen |  | - | ',
  ]);
});

test('what is private is left out, and other people with it', () => {
  const { paragraphs, leftOut } = read(finnish);
  const text = JSON.stringify(paragraphs);
  for (const secret of ['Mallikatu', '20100', '040', 'example.invalid', '010180', '1.1.1980', 'Liisa', '765'])
    expect(text).not.toContain(secret);
  expect(text).toContain('Matti Esimerkki');
  expect([...leftOut].sort()).toEqual(['address', 'birthDate', 'email', 'identityCode', 'phone', 'references']);
});

test('a Swedish CV with the title before the time', () => {
  const text = `Anna Exempel

Arbetslivserfarenhet

Närvårdare
Åbo stad, 2016 – 2019
Tog hand om äldre och gav mediciner.

Städare
ISS Ab, maj 2012 – aug 2014
Städade skolor.

Utbildning
Närvårdarexamen
Yrkesinstitutet Axxell, 2014 – 2016

Språkkunskaper
Svenska: modersmål
Finska: goda kunskaper
Engelska: grunder

Körkort B, C1
`;
  expect(briefly(text)).toEqual([
    'work | Närvårdare | Åbo stad | 2016-2019 | Tog hand om äldre och gav mediciner.',
    'work | Städare | ISS Ab | 2012-05-2014-08 | Städade skolor.',
    'study | Närvårdarexamen | Yrkesinstitutet Axxell | 2014-2016 | ',
    'sv native',
    'fi B2',
    'en A2',
    'B B',
    'C1 C1',
  ]);
  expect(read(text).language).toBe('sv');
});

test('an English CV with times at the end of lines', () => {
  const text = `PROFESSIONAL EXPERIENCE

Warehouse Operative – Example Logistics Ltd    Jan 2019 – Present
• Picked and packed orders
• Trained 12 new starters in 2020

Example Cleaning Ltd, Cleaner (2015-2018)
Cleaned offices at night.

EDUCATION
BSc Biology, University of Lagos, 2010–2014

LANGUAGES
English (fluent), Yoruba – native, Finnish A2

DRIVING LICENCE
B
Forklift licence
`;
  expect(briefly(text)).toEqual([
    'work | Warehouse Operative | Example Logistics Ltd | 2019-01-now | Picked and packed orders\nTrained 12 new starters in 2020',
    'work | Cleaner | Example Cleaning Ltd | 2015-2018 | Cleaned offices at night.',
    'study | BSc Biology | University of Lagos | 2010-2014 | ',
    'en C1',
    'yo native',
    'fi A2',
    'B B',
    'trukkikortti Forklift licence',
  ]);
  expect(read(text).language).toBe('en');
});

test('a place tells the page and the paragraph', () => {
  const { paragraphs, found, pages } = read('Etusivu\n\nTyökokemus\f\nKoulutus\n\n2001 Ylioppilas\n\n2003 Merkonomi\f');
  expect(pages).toBe(2);
  expect(paragraphs).toEqual([
    { page: 1, part: null, text: 'Etusivu', no: 1 },
    { page: 2, part: 'study', text: '2001 Ylioppilas', no: 1 },
    { page: 2, part: 'study', text: '2003 Merkonomi', no: 2 },
  ]);
  expect(found.map(({ at }) => at)).toEqual([1, 2]);
});

test('a day of validity belongs to its own card; a column of spaces parts a time from its title', () => {
  const text =
    'Työkokemus\nsyksy 2019 –   Kokki, Ravintola Oy\nKortit\nB-ajokortti, hygieniapassi, EA1 voimassa 1.5.2027 asti';
  expect(briefly(text)).toEqual([
    'work | Kokki | Ravintola Oy | 2019-09-now | ',
    'B B',
    'hygieniapassi Hygieniapassi',
    'ea1 EA1 2027-05-01',
  ]);
});

test('a text that is no CV gives its paragraphs and nothing made up', () => {
  const { found, paragraphs } = read('Olen hoitanut äitiäni kotona.\n\nVuonna 2015 järjestin kyläjuhlat.');
  expect(found).toEqual([]);
  expect(paragraphs.map(({ text }) => text)).toEqual([
    'Olen hoitanut äitiäni kotona.',
    'Vuonna 2015 järjestin kyläjuhlat.',
  ]);
});

test.each([
  [
    'Työkokemus\nKotona omaishoitajana 2021-2023: hoidin isää jolla oli muistisairaus',
    'care | Kotona omaishoitajana |  | 2021-2023 | hoidin isää jolla oli muistisairaus',
  ],
  [
    'Työkokemus\n2021-2023 Omaishoitaja, hoidin isää, jolla oli muistisairaus',
    'care | Omaishoitaja |  | 2021-2023 | hoidin isää, jolla oli muistisairaus',
  ],
  ['Työkokemus\n2021-2023 Omaishoitaja – Hoidin isää', 'care | Omaishoitaja |  | 2021-2023 | Hoidin isää'],
  ['Työkokemus\nOmaishoitaja: isällä oli muistisairaus', 'care | Omaishoitaja |  | - | isällä oli muistisairaus'],
  [
    'Arbetserfarenhet\n2019–2020 Närståendevårdare, vårdade pappa',
    'care | Närståendevårdare |  | 2019-2020 | vårdade pappa',
  ],
  [
    'Work experience\n2019–2020 Family carer, cared for my father',
    'care | Family carer |  | 2019-2020 | cared for my father',
  ],
  ['Työkokemus\n2015–2018: Kokki, ravintola Kaskis, Turku', 'work | Kokki | ravintola Kaskis, Turku | 2015-2018 | '],
  ['Työkokemus\n2015–2018 Kokki: Kaskis Oy', 'work | Kokki | Kaskis Oy | 2015-2018 | '],
  ['Työkokemus\nHelsingin kaupunki, lähihoitaja 2015–2018', 'work | lähihoitaja | Helsingin kaupunki | 2015-2018 | '],
  ['Työkokemus\nMyyjä (2015–2018): palvelin asiakkaita', 'work | Myyjä |  | 2015-2018 | palvelin asiakkaita'],
])('a sentence is what was done, never a place: %s', (text, said) => {
  expect(briefly(text)).toEqual([said]);
});
