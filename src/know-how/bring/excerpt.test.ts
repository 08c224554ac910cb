import { expect, test } from 'vitest';
import { clauseOf, excerptOf } from './excerpt.ts';

const marked = ({ text, spans }: ReturnType<typeof excerptOf>) => spans.map(({ start, end }) => text.slice(start, end));

test('a short text stays whole', () => {
  const text = 'Hoidin kassaa.';
  expect(excerptOf(text, [{ start: 0, end: 6 }])).toEqual({ text, spans: [{ start: 0, end: 6 }] });
});

test('a long text is cut at words around the first mark, and the marks stay on their words', () => {
  const before = 'alku '.repeat(100);
  const text = `${before}hoidin kassaa ${'loppu '.repeat(100)}hoidin taas`;
  const start = before.length;
  const excerpt = excerptOf(text, [
    { start, end: start + 13 },
    { start: text.length - 11, end: text.length },
  ]);
  expect(marked(excerpt)).toEqual(['hoidin kassaa']);
  expect(excerpt.text).toMatch(/^… alku .* loppu …$/);
  expect(excerpt.text.length).toBeLessThan(260);
});

test('a text of one endless word, or no marks, is cut all the same', () => {
  expect(excerptOf('a'.repeat(1000), []).text.length).toBeLessThan(300);
  const spans = [{ start: 500, end: 510 }];
  expect(marked(excerptOf('a'.repeat(1000), spans))).toEqual(['a'.repeat(10)]);
});

test('the clause that holds the marks is shown, not the lines around it', () => {
  const text = 'Kassatyöntekijä, Kauppa Oy\nPalvelin asiakkaita. Ajoin trukkia iltaisin!\nSiivosin.';
  const at = text.indexOf('trukkia');
  const clause = clauseOf(text, [{ start: at, end: at + 7 }]);
  expect([clause.text, marked(clause)]).toEqual(['Ajoin trukkia iltaisin!', ['trukkia']]);
  expect(clauseOf(text, [{ start: 0, end: 15 }]).text).toBe('Kassatyöntekijä, Kauppa Oy');
  const across = { start: text.indexOf('Oy'), end: text.indexOf('Palvelin') + 8 };
  expect(marked(clauseOf(text, [across]))).toEqual([text.slice(across.start, across.end)]);
});
