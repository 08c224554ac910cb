import { expect, test } from 'vitest';
import { readJobMarket } from './job-market.ts';

const licencesOf = (document: object) =>
  readJobMarket({ employments: [], educations: [], languageSkills: [], ...document }, 'fi').found.flatMap((one) =>
    one.kind === 'licence' ? [[one.what.kind, one.what.code, one.what.name]] : [],
  );

test('a class of the law has its code, another is kept as it is called', () => {
  expect(licencesOf({ drivingLicenses: { licenseClasses: ['C1C', 'b', 'B', 'B', '', 7] } })).toEqual([
    ['drivingLicence', '', 'C1C'],
    ['drivingLicence', 'B', 'B'],
  ]);
});

test('a card told by a name the list knows has its code; by a number alone, a name to know it by', () => {
  const certifications = {
    cardCodes: ['022', '022', '<b>'],
    description: { fi: 'Hygieniapassi, Kylän oma kortti; trukkikortti' },
  };
  expect(licencesOf({ certifications })).toEqual([
    ['card', 'hygieniapassi', 'Hygieniapassi'],
    ['card', '', 'Kylän oma kortti'],
    ['card', 'trukkikortti', 'trukkikortti'],
    ['card', '', 'Kortti tai lupa 022 (Työmarkkinatori)'],
  ]);
});
