import { z } from 'zod';

/** Signs nobody sees: spaces, controls, U+200B, U+FEFF, U+00AD and the like, and the blank of Braille. */
const unseen = /^[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Whether there is nothing to read in a text. */
export const isBlank = (text: string): boolean => unseen.test(text);

/** A text as it is kept. */
export const tidyWords = (text: string): string =>
  isBlank(text) ? '' : text.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').trim();

/**
 * A text somebody writes: trimmed, in one Unicode form (NFC), lines ended one way, at most so many characters, with a
 * replacement character for half of one. Signs that turn the reading direction are a person's to write; they act within the element that shows them. One with nothing to see in it is
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
