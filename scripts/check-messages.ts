// Checks the message files: the same keys and arguments in three languages, valid ICU, no key missing, none unused, and the words we never use.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { type Language, languages } from '../src/kernel/languages.ts';
import { catalogues } from '../src/messages/index.ts';

const root = join(import.meta.dirname, '..');
const faults: string[] = [];
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

type Node = { type: number; value?: unknown; options?: Record<string, { value: Node[] }> };
const literal = 0;
const pound = 7;

/** Names of a text's arguments with their kind: `count plural`. */
const argumentsOf = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => {
    const own = node.type === literal || node.type === pound ? [] : [String(node.value)];
    return [...own, ...Object.values(node.options ?? {}).flatMap((option) => argumentsOf(option.value))];
  });

const parse = (language: Language, key: string, text: string): string => {
  try {
    const ast = new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst();
    return [...new Set(argumentsOf(ast as Node[]))].sort().join(', ');
  } catch (error) {
    faults.push(`${language} ${key}: ${error instanceof Error ? error.message : error}`);
    return '';
  }
};

// look.md, Voice: what a person on a bad day should not have to read.
const forbidden: Record<Language, RegExp> = {
  fi: /\bvirhe(e|$|\b)|virheelli|edunsaaja|lomake on puutteellinen/i,
  sv: /\bogiltig|\bförmånstagare|\berror\b/i,
  en: /\binvalid\b|\bsubmit|\bbeneficiar|\berror\b|client system/i,
};

/** One thing has one name in a language: the glossary's, or the law's (objection: GDPR article 21 in each language). On the right, what is said instead. */
const otherNames: Record<Language, readonly (readonly [RegExp, string])[]> = {
  fi: [
    [/kompetenss|\bkyky|\bkyvy/i, 'osaaminen'],
    [/suostum/i, 'lupa'],
    [/\btarina/i, 'kertomus'],
    [/näyttöä? tästä/i, 'todiste'],
  ],
  sv: [
    [/motsätt|motsatt|\binvän(da|de|der)\b|förbjud/i, 'göra en invändning'],
    [/kompetens|förmåg/i, 'kunnande'],
    [/ESCO/, 'Esco'],
    [/\bservice(n|ns)?\b/i, 'tjänst'],
    [/\blov\b/i, 'samtycke'],
    [/bekräfta/i, 'intyga'],
    [/egen coach|\bcoachens?\b/i, 'egen handledare'],
  ],
  en: [
    [/\brefuse matching/i, 'object to matching'],
    [/\bcompetenc/i, 'know-how'],
  ],
};

const checkTexts = () => {
  const keys = new Set(languages.flatMap((language) => Object.keys(catalogues[language])));
  for (const key of keys) {
    const shapes = languages.map((language) => {
      const text = catalogues[language][key];
      if (text === undefined) {
        faults.push(`${language} ${key}: missing`);
        return '';
      }
      if (text.trim() === '' || text !== text.trim()) faults.push(`${language} ${key}: empty, or space at an end`);
      if (text !== text.normalize('NFC')) faults.push(`${language} ${key}: not in Unicode form NFC`);
      const word = forbidden[language].exec(text);
      if (word) faults.push(`${language} ${key}: says "${word[0]}" (look.md, Voice)`);
      for (const [name, ours] of otherNames[language]) {
        const other = name.exec(text);
        if (other) faults.push(`${language} ${key}: says "${other[0]}", elsewhere "${ours}"`);
      }
      return parse(language, key, text);
    });
    if (new Set(shapes).size > 1)
      faults.push(`${key}: arguments differ: ${shapes.map((one, at) => `${languages[at]} {${one}}`).join(' ')}`);
  }
  return keys;
};

const checkFiles = () => {
  const owner = new Map<string, string>();
  for (const file of globSync('src/*/messages/*.json', { cwd: root })) {
    const names = [...read(file).matchAll(/^\s*"([^"]+)":/gm)].map((found) => found[1] ?? '');
    const language = file.slice(-7, -5);
    for (const name of names) {
      const before = owner.get(`${language} ${name}`);
      if (before) faults.push(`${file}: ${name} stands in ${before} too`);
      owner.set(`${language} ${name}`, file);
    }
  }
};

const escapeForPattern = (text: string): string => text.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&');

/** `problem.${code}.title` as a pattern; null where the text before the first value names no family of keys. */
const patternOf = (template: string): RegExp | null => {
  if (!/^[a-z][A-Za-z0-9]*\.[\w.]*\$\{[^`]*$/.test(template) || /\s/.test(template.replace(/\$\{[^}]*\}/g, '')))
    return null;
  return new RegExp(
    `^${template
      .split(/\$\{[^}]*\}/)
      .map(escapeForPattern)
      .join('[\\w.]+')}$`,
  );
};

const sources = globSync('src/**/*.{ts,tsx}', { cwd: root, exclude: (name) => /\.test\.tsx?$|^testing$/.test(name) });

const checkUse = (keys: Set<string>) => {
  const families = new Set([...keys].map((key) => key.split('.')[0] ?? ''));
  const quoted = new Set<string>();
  const patterns = new Map<string, RegExp>();
  for (const file of sources) {
    const code = read(file);
    for (const found of code.matchAll(/(['"`])([A-Za-z][\w-]*(?:\.[\w-]+)+)\1/g)) {
      const name = found[2] ?? '';
      quoted.add(name);
      // Families that are never a table's or a property's name: whatever is quoted there is meant as a text.
      if (/^(form|problem|done|nav|page|role)\./.test(name) && !keys.has(name))
        faults.push(`${file}: no text for "${name}"`);
    }
    for (const found of code.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)) {
      const template = found[1] ?? '';
      const pattern = patternOf(template);
      if (pattern && families.has(template.split('.')[0] ?? '')) patterns.set(template, pattern);
    }
    for (const found of code.matchAll(/goTo\([^;]*?, '(\w+)'\)/g))
      if (!keys.has(`done.${found[1]}`)) faults.push(`${file}: no text for "done.${found[1]}"`);
    if (file.endsWith('events.ts'))
      for (const found of code.matchAll(/kind: '(\w+)'/g))
        for (const part of ['subject', 'body'])
          if (!keys.has(`mail.${found[1]}.${part}`)) faults.push(`${file}: no text for "mail.${found[1]}.${part}"`);
  }
  for (const key of keys)
    if (!quoted.has(key) && ![...patterns.values()].some((pattern) => pattern.test(key)))
      faults.push(`${key}: no page or mail uses it`);
};

checkFiles();
const keys = checkTexts();
checkUse(keys);
for (const fault of faults.sort()) console.error(fault);
console.log(`${keys.size} texts in ${languages.length} languages, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
