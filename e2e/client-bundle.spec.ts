import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { productFolder } from '../src/kernel/root.ts';
import { catalogues } from '../src/messages/index.ts';

// The message files stay on the server: a page that ships script gets its own texts, in its own language, inside its HTML.

test('no text of any page is in the files the browser loads', () => {
  const files = globSync('build/client/assets/**/*.js', { cwd: productFolder });
  expect(files.length).toBeGreaterThan(10);
  const texts = Object.values(catalogues)
    .flatMap((catalogue) => Object.values(catalogue))
    // Long enough, and without values, to be nobody else's.
    .filter((text) => text.length > 20 && !/[{}'"]/.test(text));
  expect(texts.length).toBeGreaterThan(500);
  const found = files.flatMap((file) => {
    const script = readFileSync(join(productFolder, file), 'utf8');
    return texts.filter((text) => script.includes(text)).map((text) => `${file}: ${text}`);
  });
  expect(found).toEqual([]);
});
