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
