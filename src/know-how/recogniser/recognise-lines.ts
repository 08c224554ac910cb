import { z } from 'zod';
import { languages } from '../../kernel/languages.ts';
import type { Recogniser, Suggestion } from './types.ts';

const longestText = 1_000_000;

const textLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string().max(longestText),
  lang: z.enum(languages),
});

type Limits = { limit?: number | undefined; floor?: number | undefined };

const rounded = (score: number): number => Math.round(score * 1000) / 1000;

const plain = ({ uri, label, score, because }: Suggestion) => ({ uri, label, score: rounded(score), because });

const idOf = (value: unknown): { id?: string | number } => {
  const found = z.object({ id: textLine.shape.id }).safeParse(value);
  return found.success ? { id: found.data.id } : {};
};

const parseJson = (line: string): { value?: unknown; isJson: boolean } => {
  try {
    return { value: JSON.parse(line), isJson: true };
  } catch {
    return { isJson: false };
  }
};

const answer = (line: string, number: number, recogniser: Recogniser, limits: Limits): object => {
  const { value, isJson } = parseJson(line);
  if (!isJson) return { error: `line ${number}: is not JSON` };
  const checked = textLine.safeParse(value);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const field = issue?.path.join('.');
    return {
      ...idOf(value),
      error: `line ${number}: ${field ? `${field}: ` : ''}${issue?.message ?? 'is not as expected'}`,
    };
  }
  const { id, text, lang } = checked.data;
  return { id, suggestions: recogniser.recognise({ text, language: lang, ...limits }).map(plain) };
};

/**
 * Recognises JSON lines: each `{"id","text","lang"}` gives one line `{"id","suggestions":[{uri,label,score,because}]}`,
 * spans in UTF-16 units of the text. A bad line gives `{"id"?,"error"}` naming its number, and the rest goes on; an
 * empty line gives nothing. Returns how many lines were bad.
 */
export const recogniseLines = async (
  input: AsyncIterable<string>,
  recogniser: Recogniser,
  write: (line: string) => void | Promise<void>,
  limits: Limits = {},
): Promise<{ lines: number; bad: number }> => {
  let number = 0;
  let bad = 0;
  for await (const line of input) {
    number += 1;
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (text.trim() === '') continue;
    const given = answer(text, number, recogniser, limits);
    if ('error' in given) bad += 1;
    await write(`${JSON.stringify(given)}\n`);
  }
  return { lines: number, bad };
};
