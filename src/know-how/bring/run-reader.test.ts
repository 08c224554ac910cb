import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { productFolder } from '../../kernel/root.ts';
import { docxOf, odtOf, pdfOf, pdfStream, rawPdfOf, wordOf, wordParagraphs, zipOf } from './fixtures.ts';
import type { Read } from './reader/types.ts';
import type { Wrong } from './reader/unreadable.ts';
import { type ReaderLimits, runReader } from './run-reader.ts';

const small = { milliseconds: 20_000, bytes: 512 * 1024 * 1024, heapMegabytes: 256 };

const run = (bytes: Buffer | string, limits: Partial<ReaderLimits> = {}): Promise<Read | Wrong> =>
  runReader(Buffer.from(bytes), { language: 'fi', tell: () => {}, limits: { ...small, ...limits } });

const readOf = async (bytes: Buffer | string): Promise<Read> => {
  const read = await run(bytes);
  if (typeof read === 'string') throw new Error(read);
  return read;
};

const cv = [
  'Työkokemus',
  '2015–2018 Kokki, Ravintola Oy',
  'Valmistin lounaita ja tilasin raaka-aineet.',
  'Kielitaito: suomi äidinkieli, ruotsi B1',
];

const briefly = ({ kind, found }: Read): string[] => [
  kind,
  ...found.map((one) =>
    one.kind === 'experience'
      ? `${one.what.title}, ${one.what.place}`
      : one.kind === 'language'
        ? `${one.what.code} ${one.what.level}`
        : one.kind,
  ),
];
const found = ['Kokki, Ravintola Oy', 'fi native', 'sv B1'];

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

const laughs = (): string => {
  const lines = [
    '<!ENTITY a0 "ha">',
    ...Array.from({ length: 12 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`),
  ];
  return `<!DOCTYPE x [${lines.join('')}]>`;
};
const europass = (inside: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<SkillsPassport>${inside}</SkillsPassport>`;
const document = (inside: string, doctype: string): string =>
  wordParagraphs(['INSIDE']).replace('<w:document', `${doctype}<w:document`).replace('INSIDE', inside);
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1_000_000, 0x61);
const pages = (count: number) =>
  pdfOf((pdf) => {
    for (let at = 1; at < count; at += 1) pdf.text(`Sivu ${at}`).addPage();
    pdf.text('Loppu');
  });
const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';
const onePage = (content: string) => [
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> ${content} >> >>`,
];

const hostile: readonly (readonly [name: string, wrong: Wrong, make: () => Buffer | string | Promise<Buffer>])[] = [
  ['nothing', 'empty', () => ''],
  ['nothing but spaces', 'empty', () => ' \n\t\n '],
  ['nothing but signs', 'noText', () => '... --- ...'],
  ['11 MB', 'tooLarge', () => zeros(11)],
  ['a picture called cv.pdf', 'picture', () => Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')],
  ['a picture of a phone', 'picture', () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic0000')])],
  [
    'an old Word document',
    'oldWord',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]),
  ],
  [
    'a Word document with a password',
    'encrypted',
    () =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
  ],
  ['rich text', 'oldWord', () => '{\\rtf1 hei}'],
  ['a program', 'unknownKind', () => Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(5000, 1)])],
  ['a zip of documents', 'packed', () => zipOf([{ name: 'cv.pdf', data: '%PDF-1.4' }])],
  ['a web page', 'broken', () => '<!-- --><html><body><br></body></html>'],
  ['another XML', 'unknownKind', () => '<html><body>Hei</body></html>'],
  ['another JSON', 'unknownKind', () => '{"name":"Matti"}'],
  [
    'a spreadsheet',
    'unknownKind',
    () =>
      zipOf([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', data: '<x/>' },
      ]),
  ],
  ['a JSON a million brackets deep', 'hostile', () => '['.repeat(1_000_000)],
  ['a JSON cut short', 'broken', () => '{"format":"tuttu-profile",'],
  [
    'a profile of ours with another shape',
    'broken',
    () => '{"format":"tuttu-profile","version":1e999,"experiences":[{"kind":"__proto__"}]}',
  ],
  [
    'an entity from outside',
    'hostile',
    () => europass('&x;', '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  ],
  ['billion laughs', 'hostile', () => europass('&a12;', laughs())],
  ['an unknown entity', 'broken', () => europass('&x;')],
  ['an XML a million tags deep', 'hostile', () => europass('<a>'.repeat(1_000_000))],
  [
    'a DOCX with an entity from outside',
    'hostile',
    () => wordOf(document('&x;', '<!DOCTYPE x [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]>')),
  ],
  ['a DOCX with billion laughs', 'hostile', () => wordOf(document('&a12;', laughs()))],
  ['an ODT with a document type', 'hostile', () => odtOf([], { content: `${laughs()}<x/>` })],
  ['an ODT with a password', 'encrypted', () => odtOf(['x'], { isEncrypted: true })],
  ['a zip bomb', 'hostile', () => wordOf(`<x>${zeros(15)}</x>`)],
  [
    'a zip bomb that lies of its size',
    'hostile',
    () =>
      zipOf([
        { name: '[Content_Types].xml', data: '' },
        { name: 'word/document.xml', data: zeros(100), saidSize: 1000 },
      ]),
  ],
  ['a zip with locked files', 'encrypted', () => zipOf([{ name: 'word/document.xml', data: 'x', isEncrypted: true }])],
  [
    'a zip whose names climb out',
    'hostile',
    () => wordOf(wordParagraphs(['x']), [{ name: '../../../etc/passwd', data: 'x' }]),
  ],
  ['a zip of absolute names', 'hostile', () => wordOf(wordParagraphs(['x']), [{ name: '/etc/passwd', data: 'x' }])],
  [
    'a zip with two documents of one name',
    'hostile',
    () => wordOf(wordParagraphs(['x']), [{ name: 'word/document.xml', data: wordParagraphs(['y']) }]),
  ],
  [
    'a zip of ten thousand files',
    'hostile',
    () =>
      wordOf(
        wordParagraphs(['x']),
        Array.from({ length: 10_000 }, (_, at) => ({ name: `f${at}`, data: '', isStored: true })),
      ),
  ],
  ['a DOCX cut short', 'broken', () => wordOf(wordParagraphs(['x'.repeat(10_000)])).subarray(0, 200)],
  ['a PDF with a password', 'encrypted', () => pdfOf((pdf) => pdf.text('salaista'), { userPassword: 'x' })],
  ['a PDF of 60 pages', 'tooLong', () => pages(60)],
  ['a PDF cut short', 'broken', async () => (await pages(3)).subarray(0, 600)],
  ['a PDF of pictures', 'noText', () => pdfOf((pdf) => pdf.rect(10, 10, 100, 100).fill('black'))],
  ['no PDF but its first line', 'broken', () => '%PDF-1.7\nhei'],
  ['a text of a million words', 'tooLong', () => 'sana '.repeat(1_000_000)],
  [
    'a PDF whose pages are their own parents',
    'broken',
    () => rawPdfOf([catalogue, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
  ],
];

describe('what cannot be read is told as what it is', () => {
  test.each(hostile)(
    '%s: %s',
    async (_, wrong, make) => {
      expect(await run(await make())).toBe(wrong);
    },
    30_000,
  );
});

describe('what is hostile does nothing', () => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end('x');
  });
  afterAll(() => server.close());

  test('JavaScript and links of a PDF are neither run nor followed', async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
    const script = `app.launchURL("${url}");this.submitForm("${url}");`;
    const content = Buffer.from('BT /F1 12 Tf 72 700 Td (Kokki 2015) Tj ET');
    const bytes = rawPdfOf([
      `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (${script.replaceAll('(', '\\(').replaceAll(')', '\\)')}) >> /AA << /WC << /S /URI /URI (${url}) >> >> >>`,
      ...onePage(''),
      pdfStream('', content),
    ]);
    expect((await readOf(bytes)).paragraphs.map(({ text }) => text)).toEqual(['Kokki 2015']);
    expect(requests).toEqual([]);
  });

  test('a DOCX with another archive in it is read, the archive is not', async () => {
    const inner = zipOf([{ name: 'word/document.xml', data: zeros(20) }]);
    const read = await readOf(wordOf(wordParagraphs(cv), [{ name: 'word/embeddings/a.docx', data: inner }]));
    expect(briefly(read)).toEqual(['docx', ...found]);
  });

  test('a PDF stream that unpacks to gigabytes ends at the limit of memory or time, not this process', async () => {
    const bomb = deflateSync(deflateSync(Buffer.alloc(1_000_000_000, 0x20), { level: 9 }), { level: 9 });
    const bytes = rawPdfOf([catalogue, ...onePage(''), pdfStream('/Filter [/FlateDecode /FlateDecode]', bomb)]);
    const before = process.memoryUsage.rss();
    const wrong = await run(bytes);
    expect(['tooHeavy', 'tooSlow', 'hostile']).toContain(wrong);
    expect(process.memoryUsage.rss() - before).toBeLessThan(300_000_000);
  }, 60_000);

  test('one that takes too long is ended', async () => {
    const began = performance.now();
    expect(await run(await pages(40), { milliseconds: 150 })).toBe('tooSlow');
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test('one that takes too much memory is ended', async () => {
    expect(await run(await pages(40), { bytes: 60_000_000 })).toBe('tooHeavy');
    expect(await run('sana '.repeat(900_000), { heapMegabytes: 12 })).toBe('tooHeavy');
  }, 30_000);

  test('numbers without end and names of every object are plain data', async () => {
    const read = await readOf(
      '{"educations":[{"customDegreeName":{"fi":"Merkonomi"},"interval":{"startDate":1e999,"endDate":"2015-02-31"},"__proto__":{"polluted":true}}],"employments":[],"languageSkills":[{"code":"fi","level":99999999999999999999999}],"constructor":{"prototype":{"polluted":true}}}',
    );
    expect(read.found).toMatchObject([
      { kind: 'experience', what: { title: 'Merkonomi', from: null, to: { on: '2015-02' } } },
      { kind: 'language', what: { code: 'fi', level: null } },
    ]);
    expect(Object.keys({})).toEqual([]);
  });
});
