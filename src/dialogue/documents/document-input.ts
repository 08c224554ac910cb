import { z } from 'zod';
import { dayInput } from '../../kernel/day-input.ts';
import { line, words } from '../../kernel/words.ts';
import { type DocumentRole, documentClasses, documentGrounds } from './tables.ts';

/** Whom the customer lets open a document, of those who look after them. */
export const shownChoices = ['adviser', 'socialWorker', 'both', 'nobody'] as const;
export type ShownChoice = (typeof shownChoices)[number];
export const shownChoice = z.enum(shownChoices, 'form.choose');

export const shownInput = z.object({ shownTo: shownChoice });

export const rolesOf = (choice: ShownChoice): DocumentRole[] => {
  if (choice === 'nobody') return [];
  return choice === 'both' ? ['adviser', 'socialWorker'] : [choice];
};

export const choiceOf = (shownTo: readonly DocumentRole[]): ShownChoice =>
  shownTo.length > 1 ? 'both' : (shownTo[0] ?? 'nobody');

export const askInput = z.object({
  title: line(120),
  /** What for, in words to the customer. */
  why: words(600),
  class: z.enum(documentClasses, 'form.choose'),
  ground: z.enum(documentGrounds, 'form.choose'),
  /** The last day to give it. */
  untilOn: dayInput,
});

export const offerInput = z.object({
  /** Empty: what the file is called. */
  title: line(120, { least: 0 }).default(''),
  class: z.enum(documentClasses, 'form.choose').default('other'),
  shownTo: shownChoice,
});

export const notHadInput = z.object({ word: words(600) });
