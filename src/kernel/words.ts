import { z } from 'zod';

/** Signs nobody sees: spaces, controls, U+200B, U+FEFF, U+00AD and the like, and the blank of Braille. */
const unseen = /^[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Whether there is nothing to read in a text. */
export const isBlank = (text: string): boolean => unseen.test(text);

/** What acts on a screen or printer and is no text: bells, escapes and the like. NUL is refused, the ends of lines and tabs are kept. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const controls = /[\u0001-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A text as it is kept. */
export const tidyWords = (text: string): string =>
  isBlank(text) ? '' : text.normalize('NFC').replaceAll('\r\n', '\n').replace(controls, '').trim();

/** A line as it is kept: whatever breaks it is a space. */
const tidyLine = (text: string): string => tidyWords(text.replace(/[\t\n\v\f\r\u0085]+/g, ' '));

/** Whether all of a text came whole: no half of a character, and none in whose place bytes that are no text were read. */
const isWhole = (text: string): boolean => text.isWellFormed() && !text.includes('\ufffd');

type Limits = { least?: 0 | 1; required?: string; mends?: boolean };

/** Without what came broken. */
const mended = (text: string): string => text.toWellFormed().replaceAll('\ufffd', '');

const written = (tidy: (text: string) => string, most: number, limits: Limits) => {
  const { least = 1, required = 'form.required', mends = false } = limits;
  return (
    z
      .string()
      .overwrite((text) => tidy(mends ? mended(text) : text))
      .refine(isWhole, 'form.brokenText')
      .min(least, required)
      // What is far too long is looked at no further.
      .max(most, { error: 'form.tooLong', abort: true })
      .refine((text) => !text.includes('\u0000'), 'form.check')
  );
};

/**
 * A text somebody writes: trimmed, in one Unicode form (NFC), lines ended one way, without control characters, at most so many characters. Half of a
 * character is refused, and what stands where bytes were no text. Signs that turn the reading direction are a person's to write; they act within the element that shows them. One with nothing to see in it is
 * empty. PostgreSQL takes no NUL character, so neither do we. `least: 0` for one that may be left empty; `required` is the message's key;
 * `mends` for what comes out of a file, where what is broken is left out instead.
 */
export const words = (most: number, limits: Limits = {}) => written(tidyWords, most, limits);

/** The same in one line, as titles, places and roles are: what breaks a line becomes a space. */
export const line = (most: number, limits: Limits = {}) => written(tidyLine, most, limits);

/** Characters of a name. */
export const mostInNames = 60;

/** Nothing that leads elsewhere, told in one pass over the text: a name goes into letters, where it must not be taken for one of our own sentences or links. */
const isNoAddress = (text: string): boolean => !/@|:\/\/|\bwww\.|[\p{L}\p{N}-]{3}\.\p{L}{2}|\.\p{L}{2,}\//iu.test(text);

/** A person's name: one line, no address of the web or of mail. */
export const personName = (limits: Limits = {}, most: number = mostInNames) =>
  line(most, limits).refine(isNoAddress, 'form.name');

/** A name as it stands in a letter: one line, not longer than a name is. */
export const nameInLetter = (name: string): string => tidyLine(name).slice(0, mostInNames).trim();
