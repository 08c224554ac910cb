import { expect, test } from 'vitest';
import { z } from 'zod';
import { across } from './across.ts';

const fields = z.object({
  name: z.string().min(1, 'form.required'),
  from: z.int('form.check'),
  to: z.int('form.check'),
});
const schema = fields.superRefine(
  ...across<z.output<typeof fields>>([
    { of: ['from', 'to'], field: 'to', message: 'form.order', isBroken: ({ from, to }) => to < from },
  ]),
);
const faultsOf = (value: unknown) =>
  (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`);

test.each([
  [{ name: 'a', from: 1, to: 2 }, []],
  [{ name: 'a', from: 2, to: 1 }, ['to form.order']],
  [{ name: '', from: 2, to: 1 }, ['name form.required', 'to form.order']],
  [{ name: '', from: 2, to: 'x' }, ['name form.required', 'to form.check']],
])('of %j all is told at once: %j', (value, told) => expect(faultsOf(value)).toEqual(told));

test('what is no form at all is refused as such', () => expect(schema.safeParse(null).success).toBe(false));
