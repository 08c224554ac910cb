import { expect, test } from 'vitest';
import { licencesIn } from './licences.ts';

test.each([
  ['Ajokortti B', 'B'],
  ['ajokortti: b', 'B'],
  ['B-kortti', 'B'],
  ['b-ajokortti ja oma auto', 'B'],
  ['BC-kortti', 'B C'],
  ['Körkort B', 'B'],
  ['B-körkort', 'B'],
  ['körkort klass b', 'B'],
  ['Driving licence B', 'B'],
  ['Driver’s licence: category B'.replace('’', "'"), 'B'],
  ['I have a driving licence', ''],
  ['Taso B, luokka C', ''],
  ['Hygieniapassi', 'hygieniapassi'],
  ['Hygieniaosaamistodistus', 'hygieniapassi'],
  ['Hygienpass', 'hygieniapassi'],
  ['Hygiene passport', 'hygieniapassi'],
  ['Food hygiene certificate', 'hygieniapassi'],
  ['Anniskelupassi', 'anniskelupassi'],
  ['Serveringspass', 'anniskelupassi'],
  ['Alcohol passport', 'anniskelupassi'],
  ['Tulityökortti', 'tulityokortti'],
  ['Kort för heta arbeten', 'tulityokortti'],
  ['Hot work card', 'tulityokortti'],
  ['EA1', 'ea1'],
  ['Ensiapukortti EA 2', 'ea2'],
  ['First aid EA1', 'ea1'],
  ['Työturvallisuuskortti', 'tyoturvallisuuskortti'],
  ['Arbetarskyddskort', 'tyoturvallisuuskortti'],
  ['Occupational safety card', 'tyoturvallisuuskortti'],
  ['Work safety card', 'tyoturvallisuuskortti'],
  ['Trukkikortti', 'trukkikortti'],
  ['Truckkort', 'trukkikortti'],
  ["Forklift driver's licence", 'trukkikortti'],
])('%s is %s', (line, codes) => {
  expect(
    licencesIn(line)
      .map(({ code }) => code)
      .join(' '),
  ).toBe(codes);
});

test.each([
  ['Hygieniapassi', null],
  ['Työturvallisuuskortti, voimassa 31.12.2027 asti', '2027-12-31'],
  ['Hygienpass, giltigt till 31.12.2027', '2027-12-31'],
  ['Tulityökortti (suoritettu 1.3.2024)', null],
])('%s: until %s', (line, untilOn) => {
  expect(licencesIn(line)).toMatchObject([{ untilOn }]);
});
