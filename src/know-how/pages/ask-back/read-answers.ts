import { z } from 'zod';
import { words } from '../../../kernel/words.ts';
import type { Form } from '../../../web/page.ts';
import { longestAnswer } from '../../ask-back/rules.ts';

/** What was typed to some questions, each in a field named by its question's key. Throws badInput with what to mend in which. */
export const readAnswers = <Key extends string>(form: Form, keys: readonly Key[]): { key: Key; answer: string }[] => {
  const fields = Object.fromEntries(keys.map((key) => [key, words(longestAnswer, { least: 0 })]));
  const typed = form.read(z.object(fields), Object.fromEntries(keys.map((key) => [key, form.text(key)])));
  return keys.map((key) => ({ key, answer: typed[key] ?? '' }));
};
