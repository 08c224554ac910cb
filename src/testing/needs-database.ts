import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const imports = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/from '(\.{1,2}\/[^']+)'/g)].map((found) =>
    resolve(dirname(file), found[1] ?? ''),
  );

/** Whether a file reaches the tests' database through files of the tests: helpers count, the product's own do not matter. */
const reaches = (file: string, target: string, seen: Set<string>): boolean => {
  if (file === target) return true;
  if (seen.has(file) || !/\.tsx?$/.test(file) || !existsSync(file)) return false;
  seen.add(file);
  return imports(file).some((next) => reaches(next, target, seen));
};

/** The test files below src that use a database, and those that need none. */
export const sortTestFiles = (root: string): { database: string[]; unit: string[] } => {
  const files = globSync('src/**/*.test.{ts,tsx}', { cwd: root });
  const target = join(root, 'src', 'testing', 'database.ts');
  const isData = (file: string) => reaches(join(root, file), target, new Set());
  const database = files.filter(isData);
  return { database, unit: files.filter((file) => !database.includes(file)) };
};
