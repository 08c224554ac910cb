import { expect, test } from 'vitest';
import { cityFaults } from '../kernel/cities.ts';
import { demoCities } from './cities.ts';

test('the six cities of the demo can be made: names, colours, languages, time zone', () => {
  expect(demoCities).toHaveLength(6);
  expect(demoCities.flatMap(cityFaults)).toEqual([]);
});
