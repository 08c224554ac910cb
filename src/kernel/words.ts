import { z } from 'zod';

/**
 * A text somebody writes: trimmed, in one Unicode form (NFC), lines ended one way, at most so many characters. PostgreSQL takes no NUL
 * character, so neither do we. `least: 0` for one that may be left empty.
 */
export const words = (most: number, { least = 1 }: { least?: 0 | 1 } = {}) =>
  z
    .string()
    .overwrite((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .min(least, 'form.required')
    .max(most, 'form.tooLong')
    .refine((text) => !text.includes('\u0000'), 'form.check');
