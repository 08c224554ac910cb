/**
 * `npm run bench`: runs every measuring script, one at a time, and writes what they found into docs/benchmarks.md, and
 * what customers read of it into src/matching/figures.json. With a name it runs one
 * and leaves the other parts of the page as they are. The last line printed is one JSON object.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { productFolder } from '../src/kernel/root.ts';
import type { AllFigures } from './figures.ts';
import { machine } from './machine.ts';
import { writePublicFigures } from './public-figures.ts';
import { sections } from './report.ts';

type Name = keyof AllFigures;

const names: readonly Name[] = ['pages', 'desk', 'recogniser', 'match', 'bytes', 'lighthouse', 'start', 'faults'];
/** After this everything is ended: a calm machine with two cores needs about half of it. */
const limit = 20 * 60_000;
const page = join(productFolder, 'docs', 'benchmarks.md');

/** Runs one script with its output passed on, and gives back its last line. */
const run = (name: Name): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, join('bench', `${name}.ts`)], {
      cwd: productFolder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let last = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (last) console.log(last);
      last = line;
    });
    const end = () => child.kill('SIGTERM');
    process.once('exit', end);
    child.once('close', (code) => {
      process.off('exit', end);
      if (code === 0) resolve(JSON.parse(last));
      else reject(new Error(`${last}\nbench/${name}.ts ended with ${code}.`));
    });
  });

const intro = `# Figures

Written by \`npm run bench\` (all) or \`npm run bench -- <name>\` (one of ${names.join(', ')}); measured again, not remembered.
`;

const partOf = (text: string, name: Name): string =>
  new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)\\n<!-- /${name} -->`).exec(text)?.[1] ?? '';

const write = (name: Name, part: string): void => {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const parts = names.flatMap((one) => {
    const content = one === name ? part : partOf(text, one);
    return content ? [`<!-- ${one} -->\n${content}\n<!-- /${one} -->\n`] : [];
  });
  writeFileSync(page, [intro, ...parts].join('\n'));
};

const today = (): string => new Date().toISOString().slice(0, 10);

const section = <N extends Name>(name: N, figures: AllFigures[N]): string =>
  `${sections[name](figures)}\n\nMeasured on ${today()}: ${machine()}.`;

/** What customers are told of too goes where their page reads it from, so that it and docs/benchmarks.md say the same. */
const publish = (name: Name, figures: unknown): void => {
  if (name === 'recogniser') writePublicFigures({ name, found: figures as AllFigures['recogniser'] }, today());
  if (name === 'match') writePublicFigures({ name, found: figures as AllFigures['match'] }, today());
};

const isName = (word: string): word is Name => names.some((name) => name === word);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const asked = process.argv.slice(2);
const unknown = asked.filter((word) => !isName(word));
if (unknown.length > 0) {
  console.error(`There is no "${unknown.join(' ')}" to measure. There are: ${names.join(', ')}.`);
  process.exit(2);
}
setTimeout(() => {
  console.error(`Not done after ${limit / 60_000} minutes.`);
  process.exit(1);
}, limit).unref();
const wanted = asked.length > 0 ? asked.filter(isName) : names;
const found: Partial<Record<Name, unknown>> = {};
for (const name of wanted) {
  console.log(`# ${name}`);
  try {
    // Our own script's last line.
    const figures = (await run(name)) as AllFigures[typeof name];
    write(name, section(name, figures as never));
    publish(name, figures);
    found[name] = figures;
  } catch (error) {
    // The other parts are measured all the same; the page keeps this part as it was.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
// For whoever reads the last line by program: what the page needs besides is left out.
const { meanMs: _, busyBefore: __, ...only } = (found[wanted[0] ?? 'pages'] ?? {}) as Record<string, unknown>;
console.log(JSON.stringify(wanted.length === 1 ? only : found));
