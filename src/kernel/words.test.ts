import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBlank, line, personName, words } from './words.ts';

const messageOf = (text: string, schema = words(10)) => schema.safeParse(text).error?.issues[0]?.message;

const unseen = [
  ...['\u200b', '\ufeff', '\u00ad', '\u2060', '\u200d', '\u200e', '\u202e', '\u180e', '\u3164', '\u2800', '\ufe0f'],
  ...['\u{e0041}', '\u00a0', '\u2028', '\t', '\r\n', '\u0007', '\u0000', ' '],
];

test.each(unseen.map((sign) => [sign.codePointAt(0)?.toString(16), sign]))('U+%s alone is no text', (_, sign) => {
  expect(messageOf(sign.repeat(3))).toBe('form.required');
  expect(messageOf(` ${sign} `)).toBe('form.required');
  expect(words(10, { least: 0 }).parse(sign)).toBe('');
});

test('whatever is made of such signs only is no text; one letter among them is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...unseen)), (signs) => {
      expect(isBlank(signs.join(''))).toBe(true);
      expect(isBlank(`${signs.join('')}a`)).toBe(false);
    }),
  );
});

test.each([
  ['  Leivon. \n', 'Leivon.'],
  ['a\u0308iti', 'äiti'],
  ['yksi\r\nkaksi', 'yksi\nkaksi'],
  ['a\u200Bb\u00ADc', 'a\u200Bb\u00ADc'],
  ['👩‍🍳', '👩‍🍳'],
  ['٣', '٣'],
  ['a\u0007b\u001b[2Jc', 'ab[2Jc'],
  ['a\u202Efdp.exe', 'a\u202Efdp.exe'],
  ['\u2067שלום\u2069', '\u2067שלום\u2069'],
])('keeps %j as %j', (written, kept) => {
  expect(words(10).parse(written)).toBe(kept);
});

test('says what is wrong', () => {
  expect(messageOf('x'.repeat(11))).toBe('form.tooLong');
  expect(messageOf('a\u0000b')).toBe('form.check');
  expect(messageOf('a\ud800b')).toBe('form.brokenText');
  expect(messageOf('a\ufffdb')).toBe('form.brokenText');
  expect(messageOf('', words(10, { required: 'business.missing.problem' }))).toBe('business.missing.problem');
  expect(messageOf('', words(10, { least: 0 }))).toBeUndefined();
});

test.each([
  ['Kyläjuhlat\n2019', 'Kyläjuhlat 2019'],
  ['yksi\r\n\tkaksi', 'yksi kaksi'],
  ['\u001bkello\u0007', 'kello'],
])('%j is one line: %j', (written, kept) => {
  expect(line(40).parse(written)).toBe(kept);
});

test.each(['Riitta A.', 'Päivi Kallioinen-Ek', "O'Brien Jr.", 'J.R. Virtanen', 'Åsa von Wright', 'A.Virtanen'])(
  '%s is a name',
  (name) => {
    expect(personName().parse(name)).toBe(name);
  },
);

test.each([
  ['You won, see http://evil.example', 'form.name'],
  ['evil.example/win', 'form.name'],
  ['www.evil', 'form.name'],
  ['Katso evil.fi', 'form.name'],
  ['a@b.fi', 'form.name'],
  ['x'.repeat(61), 'form.tooLong'],
  ['', 'form.required'],
])('%s is no name', (text, message) => {
  expect(messageOf(text, personName())).toBe(message);
});

test('what is too long is looked at no further, so that no search goes through a million characters', () => {
  const issues = personName().safeParse('@'.repeat(500_000)).error?.issues;
  expect(issues?.map(({ message }) => message)).toEqual(['form.tooLong']);
});
