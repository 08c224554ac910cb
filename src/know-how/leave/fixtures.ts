import { type PortableProfile, portableProfile } from '../profile/portable.ts';

const care = 'http://data.europa.eu/esco/skill/0e2c082a-056c-413c-94d1-581a0133e614';
const hidden = 'http://data.europa.eu/esco/skill/4f1b6304-f54a-42f0-9604-5427a28d240f';
const work = 'http://data.europa.eu/esco/skill/de2f0ce8-f8d6-48c5-a213-4d065251cecf';

/** Somebody with one of everything. */
export const wholeProfile: PortableProfile = portableProfile.parse({
  format: 'tuttu-profile',
  version: 1,
  language: 'fi',
  person: { name: 'Aino Lehtonen', email: 'aino@example.invalid', area: 'Varissuo' },
  experiences: [
    {
      kind: 'care',
      title: 'Äidin omaishoitaja',
      from: { on: '2019', about: true },
      isOngoing: true,
      did: 'Hoidin äitiä kotona.\nJärjestin lääkkeet ja lääkärit.',
      language: 'fi',
      skills: [care, hidden],
    },
    {
      kind: 'work',
      title: 'Kassatyöntekijä',
      place: 'Kauppa Ky',
      from: { on: '2015-05' },
      to: { on: '2018-08-31' },
      language: 'fi',
      skills: [work],
    },
    {
      kind: 'study',
      title: 'Merkonomi',
      place: 'Ammattiopisto',
      from: { on: '2012' },
      to: { on: '2015' },
      language: 'fi',
    },
    { kind: 'hobby', title: 'Hemlig hobby', language: 'sv', isHidden: true },
  ],
  knowHow: [
    {
      uri: care,
      label: 'läheisen hoito kotona',
      level: 4,
      levelWords: 'opetin siskonikin',
      words: ['Hoidin äitiä'],
      seenBy: [
        {
          by: 'Riitta Aalto',
          role: 'kotihoidon ohjaaja',
          relation: 'employer',
          how: 'Kävin heillä joka viikko',
          since: '2020',
          on: '2026-03-04',
          isInTuttu: false,
        },
      ],
      shownBy: [{ kind: 'step', title: 'Kurssi ensiavusta', on: '2026-02-01', confirmedBy: 'Oma Valmentaja' }],
    },
    { uri: work, label: 'puhelintyö', level: 2 },
    {
      uri: hidden,
      label: 'siivoustyö',
      isHidden: true,
      seenBy: [{ by: 'Piilo Nimi', relation: 'other', on: '2026-03-04', isInTuttu: true }],
    },
  ],
  languages: [
    { code: 'fi', level: 'native' },
    { code: 'sv', level: 'B1' },
    { code: 'so', level: 'A2', isHidden: true },
  ],
  licences: [
    { kind: 'drivingLicence', code: 'B', name: 'Ajokortti B' },
    { kind: 'card', code: 'hygieniapassi', name: 'Hygieniapassi', untilOn: '2030-01-31' },
  ],
  wishes: { what: [{ text: 'leipoa', uri: work }], where: 'Turun seutu', notWanted: 'yötyötä' },
  limits: { hours: 'days', languages: ['fi', 'sv'] },
});

export const uris = { care, hidden, work };
