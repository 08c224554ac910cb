import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { InLanguages, Language } from '../../kernel/languages.ts';
import { productFolder } from '../../kernel/root.ts';
import { licenceKinds } from './portable.ts';
import type { LicenceKind } from './tables.ts';

/** A licence or card known in Finland, by its code; names in three languages. */
export type KnownLicence = { kind: LicenceKind; code: string; names: InLanguages };

const line = z.strictObject({
  kind: z.enum(licenceKinds),
  code: z.string().regex(/^[\w-]{1,40}$/),
  fi: z.string().min(1),
  sv: z.string().min(1),
  en: z.string().min(1),
});

/** The list as the file has it, in its order. Throws when a line is broken or a code stands twice. */
const readList = (file: string): KnownLicence[] => {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const known = lines.map((text) => {
    const { kind, code, ...names } = line.parse(JSON.parse(text));
    return { kind, code, names };
  });
  if (new Set(known.map(({ kind, code }) => `${kind} ${code}`)).size < known.length)
    throw new Error(`${file}: a code stands twice`);
  return known;
};

/** Driving licence classes (Act 386/2011, section 4), and cards and licences asked for in Finnish work: the rows of licence-list.jsonl. */
export const knownLicences: readonly KnownLicence[] = readList(
  join(productFolder, 'src', 'know-how', 'profile', 'licence-list.jsonl'),
);

export const knownLicence = (kind: LicenceKind, code: string): KnownLicence | undefined =>
  code === '' ? undefined : knownLicences.find((one) => one.kind === kind && one.code === code);

/** What a licence is called, to a reader: the list's name in their language where its owner has given it no other. */
export const licenceName = (
  { kind, code, name }: { kind: LicenceKind; code: string; name: string },
  language: Language,
): string => {
  const known = knownLicence(kind, code);
  return known && Object.values(known.names).includes(name) ? known.names[language] : name;
};

/** The list as a form offers it, in a reader's language. */
export const licenceOptions = (language: Language): { value: string; label: string }[] =>
  knownLicences.map(({ kind, code, names }) => ({ value: `${kind}:${code}`, label: names[language] }));
