import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { fromBuffer } from 'yauzl';
import { sayPartDay, wholeDay } from '../../kernel/part-days.ts';
import { createSay } from '../../kernel/say.ts';
import { runsOf } from '../../kernel/written/pdf-fonts.ts';
import { type DocumentForm, renderDocument } from '../../kernel/written/render-document.ts';
import { catalogues } from '../../messages/index.ts';
import { writeProfile } from './document.ts';
import { wholeProfile } from './fixtures.ts';
import { shownOf } from './shown.ts';

const say = createSay(catalogues);
const written = writeProfile(shownOf(wholeProfile), { language: 'fi', say, today: '2026-03-02' });
const render = async (form: DocumentForm) => Buffer.from(await renderDocument(written, form));

/** One file of a zip, as text. */
const unpacked = (zip: Buffer, name: string): Promise<string> =>
  new Promise((resolve, reject) =>
    fromBuffer(zip, { lazyEntries: true }, (failed, file) => {
      if (failed) return reject(failed);
      file.on('end', () => reject(new Error(`no ${name}`)));
      file.on('entry', (entry) => {
        if (entry.fileName !== name) return file.readEntry();
        file.openReadStream(entry, async (error, stream) => {
          if (error) return reject(error);
          resolve(Buffer.concat(await stream.toArray()).toString('utf8'));
        });
      });
      file.readEntry();
    }),
  );

test('what is hidden is in no document, and an experience names only the skills that are left', () => {
  const shown = JSON.stringify(shownOf(wholeProfile));
  expect(shown).not.toContain('siivoustyö');
  expect(shown).not.toContain('Hemlig hobby');
  expect(shown).not.toContain('"so"');
  expect(shown).not.toContain('yötyötä');
  expect(shown).not.toContain('Piilo Nimi');
  expect(shownOf(wholeProfile).experiences[0]?.skills).toHaveLength(1);
});

test('a document tells everything in the reader’s language, and not what its owner does not want', () => {
  const texts = (language: 'fi' | 'sv' | 'en', today = '2026-03-02') =>
    JSON.stringify(writeProfile(shownOf(wholeProfile), { language, say, today }));
  expect(texts('fi')).toContain('noin 2019 – jatkuu');
  expect(texts('fi')).toContain('Tässä näkyi: läheisen hoito kotona (osaan neuvoa muita, ”opetin siskonikin”)');
  expect(texts('sv')).toContain('svenska: B1');
  expect(texts('en')).toContain('valid until 31/01/2030');
  expect(texts('fi')).toContain('läheisen hoito kotona: Riitta Aalto, kotihoidon ohjaaja · Työnantaja tai esimies');
  expect(texts('en')).toContain('nobody has checked who they are · “Kävin heillä joka viikko” · About 2020 – –');
  expect(texts('sv')).toContain('Kurssi ensiavusta · Planens steg taget, 1.2.2026 · Oma Valmentaja');
  expect(texts('en', '2030-01-31')).toContain('valid until 31/01/2030');
  expect(texts('en', '2030-02-01')).toContain('ran out 31/01/2030');
  expect(texts('fi')).not.toContain('yötyötä');
});

test('the PDF is tagged PDF/UA with a title and a language, and reads in order', async () => {
  const pdf = await render('pdf');
  const raw = pdf.toString('latin1');
  expect(raw).toContain('pdfuaid:part');
  expect(raw).toMatch(/\/Lang \(fi-FI\)/);
  expect(raw).toMatch(/\/MarkInfo/);
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
  for (const tag of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'LBody']) expect(tree).toContain(`"${tag}"`);
  const { text } = await extractText(document, { mergePages: true });
  const order = [
    'Aino Lehtonen',
    'Mitä toivon',
    'Mitä olen tehnyt',
    'Hoidin äitiä kotona.',
    'läheisen hoito kotona',
    'Kassatyöntekijä',
    'Merkonomi',
    'ruotsi: B1',
    'Hygieniapassi',
  ];
  const places = order.map((words) => text.indexOf(words));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test('the DOCX has real headings and the texts', async () => {
  const xml = await unpacked(await render('docx'), 'word/document.xml');
  expect(xml).toContain('Heading1');
  expect(xml).toContain('Hoidin äitiä kotona.');
  expect(xml).toContain('Riitta Aalto');
  expect(xml).not.toContain('siivoustyö');
});

test('text in many alphabets is cut into runs a font has; what none has is seen to be missing', () => {
  expect(runsOf('Łódź, Привет äö')).toEqual([
    { text: 'Ł', script: 'latin-ext' },
    { text: 'ód', script: 'latin' },
    { text: 'ź', script: 'latin-ext' },
    { text: ', ', script: 'latin' },
    { text: 'Привет ', script: 'cyrillic' },
    { text: 'äö', script: 'latin' },
  ]);
  expect(runsOf('中')).toEqual([{ text: '¤', script: 'latin' }]);
});

test.each([
  ['2019', '2019-01-01', '2019-12-31', '2019'],
  ['2020-02', '2020-02-01', '2020-02-29', '2.2020'],
  ['2018-08-31', '2018-08-31', '2018-08-31', '31.8.2018'],
])('a day known as %s', (on, first, last, said) => {
  const day = { on, about: false };
  expect([wholeDay(day, 'first'), wholeDay(day, 'last'), sayPartDay(day, 'fi')]).toEqual([first, last, said]);
});

test('skills of no experience are short lists by level after what was done; a skill told twice says how well once', () => {
  const [care] = wholeProfile.knowHow;
  const [first, second] = wholeProfile.experiences;
  if (!care || !first || !second) throw new Error('no fixture');
  const other = (label: string, level: 1 | 3 | null) => ({
    ...care,
    uri: `esco/${label}`,
    label,
    level,
    levelWords: '',
  });
  const { blocks } = writeProfile(
    {
      ...wholeProfile,
      experiences: [first, { ...second, skills: [care.uri] }].map((one) => ({ ...one, skills: [care.uri] })),
      knowHow: [care, other('a', 3), other('b', 1), other('c', null), other('d', 3)],
    },
    { language: 'en', say, today: '2026-03-02' },
  );
  expect(blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []))[0]).toEqual([
    `${say('en', 'leave.level.3')}: a, d`,
    `${say('en', 'leave.level.1')}: b`,
    'c',
  ]);
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
  expect(headings.slice(0, 3)).toEqual([
    say('en', 'leave.heading.wishes'),
    say('en', 'leave.heading.experiences'),
    say('en', 'leave.heading.moreKnowHow'),
  ]);
  expect(JSON.stringify(blocks).split(say('en', 'leave.level.4'))).toHaveLength(2);
});
