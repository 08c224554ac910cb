import { z } from 'zod';
import { dayInput } from '../kernel/day-input.ts';
import { isId } from '../kernel/ids.ts';
import { languages } from '../kernel/languages.ts';
import { hours } from '../kernel/tables.ts';
import { line, words } from '../kernel/words.ts';

/** The id of a record of ours. What cannot be one is not there. */
export const recordId = z.string().refine(isId, 'form.check');

/** What a business tells of its challenge; a use case says which of them may be left out. */
export const challengeFields = z.object({
  problem: words(5000, { required: 'business.missing.problem' }),
  title: line(120, { least: 0 }),
  language: z.enum(languages, 'form.choose'),
  place: line(120, { least: 0 }),
  hours: z.enum(hours, 'form.choose'),
  /** Languages the work needs, as ISO 639 codes such as 'fi'. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'form.choose')).max(20, 'form.check'),
  /** Last day customers see it, YYYY-MM-DD. */
  untilOn: dayInput,
});
