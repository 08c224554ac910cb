import { describe, expect, test } from 'vitest';
import { languages } from '../../kernel/languages.ts';
import { createSay } from '../../kernel/say.ts';
import { catalogues } from '../../messages/index.ts';
import { wholeProfile } from '../leave/fixtures.ts';
import { type LeaveForm, toFile } from '../leave/leave-with.ts';
import type { Found, Read } from './reader/types.ts';
import { runReader } from './run-reader.ts';

const say = createSay(catalogues);
const now = new Date('2026-11-30T10:00:00Z');

const back = async (form: LeaveForm, language: (typeof languages)[number] = 'fi'): Promise<Read> => {
  const { bytes } = await toFile(wholeProfile, { form, language, say, now });
  const read = await runReader(Buffer.from(bytes), { language, tell: () => {} });
  if (typeof read === 'string') throw new Error(read);
  return read;
};

const of = <Kind extends Found['kind']>({ found }: Read, kind: Kind) =>
  found.flatMap((one) => (one.kind === kind ? [one.what as Extract<Found, { kind: Kind }>['what']] : []));

const shown = <T extends { isHidden: boolean }>(all: readonly T[]) => all.filter(({ isHidden }) => !isHidden);

describe('a profile that left comes back', () => {
  test('as our own JSON: the same', async () => {
    const read = await back('json');
    expect(read.kind).toBe('tuttu');
    expect(of(read, 'experience')).toEqual(wholeProfile.experiences);
    expect(of(read, 'knowHow')).toEqual(wholeProfile.knowHow);
    expect(of(read, 'language')).toEqual(wholeProfile.languages);
    expect(of(read, 'licence')).toEqual(wholeProfile.licences);
    expect(of(read, 'wishes')).toEqual([wholeProfile.wishes]);
    expect(of(read, 'limits')).toEqual([wholeProfile.limits]);
  });

  test('as a Europass credential: what was shown, by the JSON it carries', async () => {
    const read = await back('europass');
    expect(read.kind).toBe('tuttu');
    expect(of(read, 'knowHow')).toEqual(shown(wholeProfile.knowHow));
    expect(of(read, 'experience').map(({ title }) => title)).toEqual(
      shown(wholeProfile.experiences).map(({ title }) => title),
    );
  });

  test('as Job Market Finland’s form: work, studies, skills, languages, driving licences', async () => {
    const read = await back('jobMarket');
    expect(read.kind).toBe('jobMarket');
    expect(of(read, 'experience').map(({ title, place }) => [title, place])).toEqual(
      expect.arrayContaining([
        ['Kassatyöntekijä', 'Kauppa Ky'],
        ['Merkonomi', 'Ammattiopisto'],
        ['Äidin omaishoitaja', ''],
      ]),
    );
    const times = of(read, 'experience').map(({ title, from, to }) => [title, from?.on, to?.on]);
    expect(times).toContainEqual(['Merkonomi', '2012', '2015']);
    expect(times).toContainEqual(['Kassatyöntekijä', '2015-05-01', '2018-08-31']);
    expect(of(read, 'language').map(({ code, level }) => [code, level])).toEqual([
      ['fi', 'native'],
      ['sv', 'B1'],
    ]);
    expect(of(read, 'licence')).toMatchObject([{ kind: 'drivingLicence', code: 'B' }, { name: 'Hygieniapassi' }]);
  });

  test.each(languages.flatMap((language) => (['pdf', 'docx'] as const).map((form) => [form, language] as const)))(
    'as %s in %s: experiences with their times, languages and cards',
    async (form, language) => {
      const read = await back(form, language);
      const experiences = of(read, 'experience').map(({ kind, title, place, from, isOngoing }) => ({
        ...{ kind, title, place, from: from?.on, isOngoing },
      }));
      expect(experiences).toEqual([
        { kind: 'care', title: 'Äidin omaishoitaja', place: '', from: '2019', isOngoing: true },
        { kind: 'work', title: 'Kassatyöntekijä', place: 'Kauppa Ky', from: '2015-05', isOngoing: false },
        { kind: 'study', title: 'Merkonomi', place: 'Ammattiopisto', from: '2012', isOngoing: false },
      ]);
      expect(of(read, 'language').map(({ code, level }) => [code, level])).toEqual([
        ['fi', 'native'],
        ['sv', 'B1'],
      ]);
      expect(of(read, 'licence')).toMatchObject([
        { kind: 'drivingLicence', code: 'B' },
        { code: 'hygieniapassi', untilOn: '2030-01-31' },
      ]);
      expect(JSON.stringify(read)).not.toContain('aino@example');
      expect(JSON.stringify(read)).not.toContain('Riitta');
    },
  );
});
