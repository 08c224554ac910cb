import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const holdsProduct = (folder: string): boolean => {
  const file = join(folder, 'package.json');
  return existsSync(file) && /"name":\s*"tuttu"/.test(readFileSync(file, 'utf8'));
};

const find = (folder: string): string => {
  if (holdsProduct(folder)) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('Tuttu cannot find its own folder: no package.json named "tuttu" above this file.');
  return find(parent);
};

/** The product's own folder, the same from the sources and from the bundle in build/. */
export const productFolder = find(import.meta.dirname);
