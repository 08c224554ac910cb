import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { languages } from '../../kernel/languages.ts';

const uris = z.array(z.string().min(1));

const textLine = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  text: z.string(),
  lang: z.enum(languages),
  accept: uris,
  core: uris.default([]),
  reject: uris.default([]),
});

/**
 * A text and what is right for it. `accept`: skills that are right (those of `core` always are); `core`: skills no good answer leaves out;
 * `reject`: skills that are wrong ("*": all are). Nothing accepted: there is no skill in the text.
 */
export type SetText = z.infer<typeof textLine>;
export type TextSet = { name: string; texts: SetText[] };

/** A set that cannot be read; says which file and line, and what is the matter. */
export class SetError extends Error {}

const parseLine = (file: string, line: number, json: string): SetText => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new SetError(`${file}, line ${line}: is not JSON (${error instanceof Error ? error.message : error})`);
  }
  const checked = textLine.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const field = issue?.path.join('.');
    throw new SetError(`${file}, line ${line}: ${field ? `${field}: ` : ''}${issue?.message ?? 'is not as expected'}`);
  }
  const { accept, core, ...rest } = checked.data;
  return { ...rest, core, accept: [...new Set([...accept, ...core])] };
};

/** A set told in a file a language is one set: `care-fi.jsonl`, `care-sv.jsonl`. */
const languageMark = /[-_.](fi|sv|en)$/;

const readSet = async (path: string): Promise<TextSet> => {
  const file = basename(path);
  const lines = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').split('\n');
  const texts = lines.flatMap((line, at) => (line.trim() === '' ? [] : [parseLine(file, at + 1, line)]));
  const seen = new Set<string>();
  for (const { id, lang } of texts) {
    if (seen.has(`${lang} ${id}`)) throw new SetError(`${file}: ${id} stands twice in ${lang}`);
    seen.add(`${lang} ${id}`);
  }
  return { name: file.replace(/\.jsonl$/, '').replace(languageMark, ''), texts };
};

/**
 * Reads every .jsonl file of a folder: lines `{"id","text","lang","accept":[uri],"core"?:[uri],"reject"?:[uri]}`, fi, sv or en. Files that differ
 * only by a language mark at the end of their names are one set.
 * Throws SetError when the folder is missing, holds no such file, or a line is not as it should be.
 */
export const readSets = async (folder: string): Promise<TextSet[]> => {
  const names = await readdir(folder).catch(() => {
    throw new SetError(`${folder}: there is no such folder`);
  });
  const files = names.filter((name) => name.endsWith('.jsonl')).sort();
  if (files.length === 0) throw new SetError(`${folder}: holds no .jsonl file`);
  const sets = await Promise.all(files.map((name) => readSet(join(folder, name))));
  const byName = Map.groupBy(sets, ({ name }) => name);
  return [...byName].map(([name, parts]) => ({ name, texts: parts.flatMap(({ texts }) => texts) }));
};
