import { expect, test } from 'vitest';
import { apiRoutes } from './api-routes.ts';

test('every answer is an object, so that nothing there is said in it and not in its stead', () => {
  // An answer of any shape is a file.
  const without = apiRoutes.filter(
    ({ answer }) => answer.safeParse(null).success && !answer.safeParse(Symbol()).success,
  );
  expect(without.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
});
