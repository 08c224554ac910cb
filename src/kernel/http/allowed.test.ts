import { expect, test } from 'vitest';
import { allowedMethods } from './allowed.ts';

const methodsOf = allowedMethods([
  { method: 'GET', url: '/stories' },
  { method: 'POST', url: '/stories' },
  { method: 'PUT', url: '/stories/:storyId' },
  { method: 'POST', url: '/stories/:storyId/all' },
  { method: 'GET', url: '/openapi.json' },
]);

test.each([
  ['/stories', ['GET', 'HEAD', 'POST']],
  ['/stories/', ['GET', 'HEAD', 'POST']],
  ['/stories/one', ['PUT']],
  ['/stories/one/all', ['POST']],
  ['/stories/one/two', []],
  ['/storiesx', []],
  ['/openapi.json', ['GET', 'HEAD']],
  ['/openapixjson', []],
  ['', []],
])('%s takes %j', (path, methods) => {
  expect(methodsOf(path)).toEqual(methods);
});
