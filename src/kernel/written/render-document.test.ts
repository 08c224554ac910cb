import { expect, test } from 'vitest';
import { renderDocument } from './render-document.ts';
import type { Written } from './written.ts';

const written: Written = {
  title: 'Polku',
  language: 'fi',
  author: 'Turku',
  blocks: [{ kind: 'title', text: 'Polku' }],
};

test('many at once are made in turn, and who comes when too many wait is told to come again', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 36 }, () => renderDocument(written, 'docx')));
  const failed = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(failed.map(({ code }) => code)).toEqual(['unavailable', 'unavailable', 'unavailable', 'unavailable']);
  expect(asked.slice(0, 32).every(({ status }) => status === 'fulfilled')).toBe(true);
  await expect(renderDocument(written, 'docx')).resolves.toBeInstanceOf(Uint8Array);
});
