import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { productFolder } from '../../kernel/root.ts';
import { languageIn, readAdvertPage } from './tmt.ts';

const now = new Date('2026-03-02T07:00:00Z');
const said = (arvo: string, kieliKoodi = 'fi') => [{ kieliKoodi, arvo }];
const posting = (more: Record<string, unknown> = {}, basics: Record<string, unknown> = {}) => ({
  ilmoituksenID: 'a',
  tyollistaja: '01',
  ilmoittajanNimi: said('Leipomo Oy'),
  perustiedot: { tyonOtsikko: said('Leipuri'), ...basics },
  ...more,
});
const one = (more?: Record<string, unknown>, basics?: Record<string, unknown>) =>
  readAdvertPage({ ilmoitukset: [posting(more, basics)] }, now).adverts[0];

const sample = join(productFolder, '..', 'shared', 'data', 'standards', 'tmt-jobs', 'testTMTResponse.json');

test.skipIf(!existsSync(sample))('reads the sample of the interface itself (../shared/data)', () => {
  const { adverts, count, skipped } = readAdvertPage(JSON.parse(readFileSync(sample, 'utf8')), now);
  expect({ count, skipped }).toEqual({ count: 1, skipped: 0 });
  expect(adverts[0]).toEqual({
    outsideId: '91f04ea5-8eba-421e-a2b5-c6c21e4d64c8',
    title: { fi: 'Hoiva-avustaja/Lähihoitaja/Sairaanhoitaja' },
    summary: { fi: 'Henkilöstövuokraus AABB Oy vuokraa hoitoalan ammattilaisia yrityksille.' },
    description: { fi: 'Kuvaus' },
    employer: { fi: 'Henkilöstövuokraus AABB Oy' },
    place: '',
    hours: null,
    languages: ['fi'],
    skillUris: ['http://data.europa.eu/esco/skill/a17286c5-238d-4f0b-bc24-29e9121345de'],
    occupationUris: [
      'http://data.europa.eu/esco/occupation/8d3e8aaa-791b-4c75-a465-f3f827028f50',
      'http://data.europa.eu/esco/occupation/d38c2107-98f2-47b7-8bb4-f69750d51082',
    ],
    isAnywhere: false,
    publishedAt: new Date('2022-08-01T11:27:16Z'),
    untilAt: new Date('2022-12-30T22:00:00Z'),
  });
});

test('takes the list by both of its names, and refuses what is no answer', () => {
  expect(readAdvertPage({ Ilmoitukset: [posting()] }, now).adverts).toHaveLength(1);
  expect(readAdvertPage({ ilmoitukset: [] }, now)).toEqual({ adverts: [], count: 0, total: null, skipped: 0 });
  for (const body of [null, [], {}, { ilmoitukset: 'none' }, 'text']) expect(() => readAdvertPage(body, now)).toThrow();
});

test('one odd advert does not hide the others', () => {
  const odd = [
    null,
    1,
    {},
    { ilmoituksenID: 7 },
    { ilmoituksenID: 'b', perustiedot: null },
    posting({}, { tyonOtsikko: [] }),
  ];
  const found = readAdvertPage({ ilmoitukset: [...odd, posting()] }, now);
  expect(found).toMatchObject({ count: 7, skipped: 6, adverts: [{ outsideId: 'a' }] });
});

test('what is missing or of another kind counts as not told', () => {
  const strange = {
    osaamisvaatimukset: { osaamiset: 'none', kielitaidot: {} },
    sijainti: [],
    hakeminen: { hakuaikaPaattyy: 'later', ilmoittajanYhteystiedot: [{ sposti: 'maija@example.invalid' }] },
    markkinointikuvaus: [],
  };
  expect(one(strange)).toMatchObject({ hours: null, languages: [], skillUris: [], untilAt: null, publishedAt: now });
});

test("keeps nobody's contact details, and no household's name", () => {
  const text = JSON.stringify(
    one({
      tyollistaja: '02',
      kotitaloudenNimi: 'Maija Meikäläinen',
      ilmoittajanNimi: said('Maija Meikäläinen'),
      hakeminen: { ilmoittajanYhteystiedot: { sposti: 'maija@example.invalid', puhelinNro: '+358401234567' } },
    }),
  );
  expect(text).not.toMatch(/maija|358/i);
  expect(one({ tyollistaja: '02' })?.employer).toBeNull();
});

test('texts are plain: no tags, no invisible signs, of a bounded length', () => {
  const advert = one(
    {},
    {
      tyonOtsikko: said(' Leipuri\u202e <b onclick="x">heti</b>\u0000 '),
      tyonKuvaus: said('x'.repeat(50_000)),
      tyonTiivistelma: [...said('Sv', 'SV'), ...said('Ruskea', 'xx')],
    },
  );
  expect(advert?.title).toEqual({ fi: 'Leipuri heti' });
  expect(advert?.description.fi).toHaveLength(20_000);
  expect(advert?.summary).toEqual({ sv: 'Sv' });
});

test.each([
  [['01'], 'days'],
  [['01', '06'], 'days'],
  [['02'], 'evenings'],
  [['07'], 'weekends'],
  [['03'], null],
  [['01', '08'], null],
  [['06'], null],
  [[], null],
])('working time %j is %s', (tyoskentelyAika, hours) => {
  expect(one({}, { tyoskentely: { tyoskentelyAika } })?.hours).toBe(hours);
});

test('languages are told as ESCO has them or as codes; one that has neither is left out', () => {
  const kielitaidot = [
    { kielitaito: 'http://data.europa.eu/esco/skill/0e3493f4-0cad-4fbc-8e02-025f169b8114' },
    { kielitaito: 'sv' },
    { kielitaito: 'http://data.europa.eu/esco/skill/00000000-0000-0000-0000-000000000000' },
    { kielitaito: 'fi' },
  ];
  expect(one({ osaamisvaatimukset: { osaamiset: [], kielitaidot } })?.languages).toEqual(['fi', 'sv']);
});

test('is shown in the reader’s language where it is given, else in one it is given in', () => {
  expect(languageIn({ sv: 'Bagare', en: 'Baker' }, 'en')).toBe('en');
  expect(languageIn({ sv: 'Bagare', en: 'Baker' }, 'fi')).toBe('sv');
  expect(languageIn({}, 'fi')).toBe('fi');
});
