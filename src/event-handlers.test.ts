import { expect, test } from 'vitest';
import { mergeHandlers } from './event-handlers.ts';
import type { Handling } from './kernel/notices.ts';

test('a topic two domains hear of is handled by both, in order', async () => {
  const heard: string[] = [];
  const hear = (name: string) => async (_handling: Handling, data: Record<string, string>) => {
    heard.push(`${name} ${data.id}`);
  };
  const handlers = mergeHandlers([{ both: hear('first') }, { both: hear('second'), one: hear('alone') }]);
  // These handlers look at nothing of their surroundings.
  const handling = {} as Handling;
  await handlers.both?.(handling, { id: 'a' });
  await handlers.one?.(handling, { id: 'b' });
  expect(heard).toEqual(['first a', 'second a', 'alone b']);
  expect(handlers.other).toBeUndefined();
});
