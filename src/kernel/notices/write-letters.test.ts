import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { catalogues } from '../../messages/index.ts';
import { testCities } from '../../testing/cities.ts';
import { createSay } from '../say.ts';
import { renderDocument } from '../written/render-document.ts';
import type { WaitingLetter } from './letters.ts';
import { type LettersReader, writeLetters } from './write-letters.ts';

const turku = testCities.find(({ id }) => id === 'turku');
if (!turku) throw new Error('Turku is there');
const reader: LettersReader = {
  ...{ language: 'fi' as const, say: createSay(catalogues), city: turku, url: 'https://tuttu.example' },
  now: new Date('2026-12-01T09:00:00Z'),
};
const aLetter = (more: Partial<WaitingLetter>): WaitingLetter => ({
  ...{ id: '1', customerId: '2', name: 'Aino Paperi', language: 'fi', subject: 'Askeleesta sovittiin' },
  ...{ body: 'Sovitte askeleesta.\n\nSe on suunnitelmassasi.', madeAt: new Date('2026-11-27T10:00:00Z') },
  ...more,
});
const letters = [aLetter({}), aLetter({ name: 'Žanna Świąt', language: 'sv', subject: 'Ni kom överens' })];

type Node = { role?: string; lang?: string; children?: Node[]; type?: string; id?: string };
const rolesIn = (node: Node): string[] => [node.role ?? '', ...(node.children ?? []).flatMap(rolesIn)].filter(Boolean);
const opened = async (some: readonly WaitingLetter[]) => {
  const bytes = new Uint8Array(await renderDocument(writeLetters(some, reader), 'pdf'));
  const raw = Buffer.from(bytes).toString('latin1');
  return { raw, pdf: await getDocumentProxy(bytes) };
};
type Pdf = Awaited<ReturnType<typeof opened>>['pdf'];
const treeOf = async (pdf: Pdf, page: number) => (await (await pdf.getPage(page)).getStructTree()) as Node;
const textOf = async (pdf: Pdf, page: number) =>
  (await (await pdf.getPage(page)).getTextContent()).items
    .map((item) => ('str' in item ? item.str : ''))
    .join('')
    .replaceAll(/\s+/g, ' ');

test('the file is PDF/UA with a title and a language; first a list of the letters, then each on its own page', async () => {
  const { raw, pdf } = await opened(letters);
  for (const mark of ['pdfuaid:part', '/MarkInfo', '/DisplayDocTitle true']) expect(raw).toContain(mark);
  expect(raw).toMatch(/\/Lang \(fi-FI\)/);
  expect((await pdf.getMetadata()).info).toMatchObject({ Title: 'Postitettavat kirjeet: Turku, 1.12.2026' });
  expect(pdf.numPages).toBe(3);
  expect(await textOf(pdf, 1)).toContain('Aino Paperi');
  expect(await textOf(pdf, 2)).toMatch(/Aino Paperi.*Askeleesta sovittiin.*Hei Aino Paperi.*Sovitte.*Voit vastata/);
  expect(await textOf(pdf, 3)).toContain('Žanna Świąt');
});

test('the list is a table whose head names its columns, a row a letter', async () => {
  const { raw, pdf } = await opened(letters);
  const roles = rolesIn(await treeOf(pdf, 1));
  expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
  const cells = (role: string) => Array.from({ length: 4 }, () => role);
  const from = roles.indexOf('Table');
  expect(roles.slice(from)).toEqual(['Table', 'TR', ...cells('TH'), 'TR', ...cells('TD'), 'TR', ...cells('TD')]);
  expect(raw.match(/\/Scope \/Column/g)).toHaveLength(4);
});

test('each letter has its subject for a heading, and its reader’s language', async () => {
  const { pdf } = await opened(letters);
  const tree = await treeOf(pdf, 3);
  expect(rolesIn(tree)).toEqual(expect.arrayContaining(['H2', 'P']));
  expect(JSON.stringify(tree)).toContain('"lang":"sv-FI"');
});

test('a list longer than a page goes on, and nothing of it is lost', async () => {
  const many = Array.from({ length: 60 }, (_, at) => aLetter({ name: `Vastaanottaja ${at + 1}.` }));
  const { pdf } = await opened(many);
  const listed = (await textOf(pdf, 1)) + (await textOf(pdf, 2)) + (await textOf(pdf, 3));
  for (let at = 1; at <= 60; at += 1) expect(listed).toContain(`Vastaanottaja ${at}.`);
});

test('without letters it says so', () => {
  expect(JSON.stringify(writeLetters([], reader))).toContain('Yhtään kirjettä ei odota postitusta.');
});
