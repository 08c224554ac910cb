import { z } from 'zod';

/** Signs nobody sees: spaces, controls, U+200B, U+FEFF, U+00AD and the like, and the blank of Braille. */
const unseen = /^[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Whether there is nothing to read in a text. */
export const isBlank = (text: string): boolean => unseen.test(text);

/** Signs that turn the direction of what stands after them, also outside their own text: a name could read backwards, a file end otherwise. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text as it is kept. */
export const tidyWords = (text: string): string =>
  isBlank(text) ? '' : text.toWellFormed().replace(turning, '').normalize('NFC').replaceAll('\r\n', '\n').trim();

/**
 * A text somebody writes: trimmed, in one Unicode form (NFC), lines ended one way, at most so many characters, without
 * signs that turn its direction and with a replacement character for half of one. One with nothing to see in it is
 * empty. PostgreSQL takes no NUL character, so neither do we. `least: 0` for one that may be left empty; `required` is the message's key.
 */
export const words = (
  most: number,
  { least = 1, required = 'form.required' }: { least?: 0 | 1; required?: string } = {},
) =>
  z
    .string()
    .overwrite(tidyWords)
    .min(least, required)
    .max(most, 'form.tooLong')
    .refine((text) => !text.includes('\u0000'), 'form.check');
