import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { productFolder } from '../../kernel/root.ts';
import { docxOf, odtOf, pdfOf } from './fixtures.ts';
import type { Read } from './reader/types.ts';
import { briefly, cv, found, readOf } from './run-fixtures.ts';
import { runReader } from './run-reader.ts';

describe('a document of each kind is told by its content and read', () => {
  test('PDF, with its pages', async () => {
    const pages: string[] = [];
    const bytes = await pdfOf((pdf) => {
      pdf.text('Esimerkki').addPage();
      for (const line of cv) pdf.text(line).moveDown();
    });
    const read = await runReader(bytes, { language: 'fi', tell: ({ page, pages: of }) => pages.push(`${page}/${of}`) });
    expect(pages).toEqual(['1/2', '2/2']);
    expect(briefly(read as Read)).toEqual(['pdf', ...found]);
    expect(read).toMatchObject({ pages: 2, language: 'fi' });
    expect((read as Read).paragraphs[1]).toMatchObject({ page: 2, no: 1, part: 'work' });
  });

  test('DOCX, with a table', async () => {
    const read = await readOf(await docxOf(cv, [['suomi', 'ok']]));
    expect(briefly(read)).toEqual(['docx', ...found]);
    expect(read.paragraphs.map(({ page, no }) => [page, no]).at(0)).toEqual([null, 1]);
  });

  test('ODT', async () => {
    expect(briefly(await readOf(odtOf(cv)))).toEqual(['odt', ...found]);
  });

  test.each(['utf8', 'utf16le', 'latin1'] as const)('plain text in %s', async (encoding) => {
    const bytes = Buffer.from(cv.join('\n').replace('–', '-'), encoding);
    expect(briefly(await readOf(bytes))).toEqual(['text', ...found]);
  });

  test('a Europass PDF gives the XML it carries', async () => {
    const xml =
      '<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" locale="sv"><LearnerInfo><WorkExperienceList><WorkExperience><Period><From year="2015" month="--05"/><Current>true</Current></Period><Position><Label>Kock</Label></Position><Activities>&lt;p&gt;Lagade mat&lt;/p&gt;</Activities><Employer><Name>Restaurang Ab</Name></Employer></WorkExperience></WorkExperienceList><Skills><Linguistic><ForeignLanguageList><ForeignLanguage><Description><Code>fi</Code></Description><ProficiencyLevel><Listening>B2</Listening><Reading>B1</Reading><SpokenInteraction>B1</SpokenInteraction><SpokenProduction>A2</SpokenProduction><Writing>A2</Writing></ProficiencyLevel></ForeignLanguage></ForeignLanguageList></Linguistic></Skills></LearnerInfo></SkillsPassport>';
    const bytes = await pdfOf((pdf) => pdf.text('Europass').file(Buffer.from(xml), { name: 'attachment.xml' }));
    const read = await readOf(bytes);
    expect(briefly(read)).toEqual(['europassXml', 'Kock, Restaurang Ab', 'fi B1']);
    expect(read.language).toBe('sv');
    expect(read.found[0]?.what).toMatchObject({ did: 'Lagade mat', from: { on: '2015-05' }, isOngoing: true });
  });

  test('the new Europass XML', async () => {
    const read = await readOf(
      '<Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3" xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9"><CandidatePerson><PrimaryLanguageCode name="NORMAL">fin</PrimaryLanguageCode></CandidatePerson><CandidateProfile languageCode="fi"><EmploymentHistory><EmployerHistory><hr:OrganizationName>Ravintola Oy</hr:OrganizationName><PositionHistory><PositionTitle typeCode="FREETEXT">Kokki</PositionTitle><eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2015-05-01</hr:FormattedDateTime></eures:StartDate><hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod></PositionHistory></EmployerHistory></EmploymentHistory><PersonQualifications><PersonCompetency><CompetencyID schemeName="NORMAL">swe</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID><eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Writing-Production</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>B1</hr:ScoreText></eures:Score></eures:CompetencyDimension></PersonCompetency></PersonQualifications></CandidateProfile></Candidate>',
    );
    expect(briefly(read)).toEqual(['europassXml', 'Kokki, Ravintola Oy', 'fi native', 'sv B1']);
    expect(read.found[0]?.what).toMatchObject({ from: { on: '2015-05-01' }, isOngoing: true });
  });

  test('what is private is left out of fields too, but not of our own profile', async () => {
    const market = {
      employments: [
        {
          title: { fi: 'Kokki, 040 123 4567' },
          employer: { fi: 'Mallikatu 5' },
          description: { description: { fi: 'Soita 050 765 4321.\nKeitin.' } },
        },
      ],
      educations: [],
      languageSkills: [],
    };
    const read = await readOf(JSON.stringify(market));
    expect(read.found).toMatchObject([
      { what: { title: 'Kokki', place: '', did: expect.stringContaining('Keitin.') } },
    ]);
    expect(JSON.stringify(read)).not.toMatch(/4567|4321|Mallikatu/);
    expect([...read.leftOut].sort()).toEqual(['address', 'phone']);
    const own = {
      format: 'tuttu-profile',
      version: 1,
      language: 'fi',
      person: { name: '' },
      experiences: [{ kind: 'work', title: 'Kokki', did: 'Vastasin numeroon 040 123 4567.', language: 'fi' }],
    };
    expect((await readOf(JSON.stringify(own))).found).toMatchObject([
      { what: { did: 'Vastasin numeroon 040 123 4567.' } },
    ]);
  });

  test('European digital credentials name their ESCO skills', async () => {
    const uri = 'http://data.europa.eu/esco/skill/0e2c082a-056c-413c-94d1-581a0133e614';
    const claim = {
      type: 'LearningAchievement',
      title: { sv: ['Kurs i kassaarbete'] },
      awardedBy: { awardingBody: { legalName: { sv: 'Axxell' } }, awardingDate: '2019-05-12T00:00:00' },
      specifiedBy: {
        learningOutcome: [
          { title: { sv: 'kassa' }, relatedESCOSkill: [{ id: uri, prefLabel: { sv: 'sköta kassa' } }] },
        ],
      },
    };
    const credential = {
      type: ['EuropeanDigitalCredential'],
      credentialSubject: { type: 'Person', hasClaim: [claim] },
    };
    const read = await readOf(
      JSON.stringify({ type: 'EuropeanDigitalPresentation', verifiableCredential: [credential] }),
    );
    expect(read.found).toMatchObject([
      {
        kind: 'experience',
        what: { kind: 'study', title: 'Kurs i kassaarbete', place: 'Axxell', to: { on: '2019-05-12' }, skills: [uri] },
      },
      { kind: 'knowHow', what: { uri, label: 'sköta kassa' } },
    ]);
  });
});

const standards = join(productFolder, '..', 'shared', 'data', 'standards');
const isThere = existsSync(standards);
if (!isThere) console.log(`Samples written by others are not read: ${standards} is not there.`);

describe.skipIf(!isThere)('samples nobody here wrote', () => {
  const sample = (name: string) => readOf(readFileSync(join(standards, name)));

  test('Europass XML v3', async () => {
    const read = await sample('europass-xml-v3/europass-sample.xml');
    expect(read).toMatchObject({ kind: 'europassXml', language: 'en' });
    expect(read.found).toMatchObject(
      [
        {
          kind: 'experience',
          what: { kind: 'work', title: /^Production and operations/, from: { on: '2005-10' }, to: { on: '2010-10' } },
        },
        { kind: 'language', what: { code: 'en', level: 'native' } },
      ].map((one) =>
        one.kind === 'experience'
          ? { ...one, what: { ...one.what, title: expect.stringMatching(/^Production and operations/) } }
          : one,
      ),
    );
    expect(JSON.stringify(read)).not.toMatch(/51st Avenue|jsmith|1980|12345/);
  });

  test('European Learning Model credential', async () => {
    const { found } = await sample('elm/credential-sample.jsonld');
    expect(found).toMatchObject(
      [
        {
          kind: 'experience',
          what: { kind: 'study', title: 'some kind of learning achievement', place: /some legal name/ },
        },
      ].map(({ what, ...one }) => ({ ...one, what: { ...what, place: expect.stringMatching(/some legal name/) } })),
    );
  });

  test('a profile of Job Market Finland', async () => {
    const { found, kind, language } = await sample('tmt-profile/mock-profile.json');
    const count = (what: string) => found.filter((one) => one.kind === what).length;
    expect({ kind, language }).toEqual({ kind: 'jobMarket', language: 'fi' });
    expect(['experience', 'language', 'licence', 'wishes'].map(count)).toEqual([9, 4, 13, 1]);
    expect(count('knowHow')).toBeGreaterThan(20);
    expect(found.filter((one) => one.kind === 'language').map(({ what }) => [what.code, what.level])).toEqual([
      ['fi', 'native'],
      ['en', 'B2'],
      ['af', 'A1'],
      ['sv', 'B1'],
    ]);
    expect(found.find((one) => one.kind === 'experience')?.what).toMatchObject({
      kind: 'work',
      title: 'Toimenkuva',
      place: 'Työnantaja',
      from: { on: '2025-10-01' },
      to: { on: '2025-12-31' },
    });
  });
});
