/** How long the starts take: of the demo on an empty data folder, with and without the build, and again; and of `tuttu recognise`. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { productFolder } from '../src/kernel/root.ts';
import { loadRecogniser } from '../src/know-how/recogniser/load-recogniser.ts';
import { readVocabulary } from '../src/know-how/vocabulary/import-folder.ts';
import { saveVocabulary } from '../src/know-how/vocabulary/store.ts';
import type { StartFigures } from './figures.ts';
import { busyWithOthers } from './machine.ts';
import { end, startProduct } from './product.ts';

const runs = 3;
const left = new Set(['node_modules', 'build', 'data', '.git', 'test-results']);

/** A copy of the product, so that the build that is measured is nobody else's. */
const copyProduct = async (folder: string): Promise<void> => {
  await cp(productFolder, folder, { recursive: true, filter: (from) => !left.has(relative(productFolder, from)) });
  await symlink(join(productFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
};

const times = async (name: string, once: () => Promise<number>): Promise<number[]> => {
  const found: number[] = [];
  for (let run = 0; run < runs; run += 1) found.push(Number(((await once()) / 1000).toFixed(1)));
  console.log(`${name}: ${found.join(', ')} s`);
  return found;
};

const recognise = (folder: string, data: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, ['scripts/tuttu.mjs', 'recognise'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH, TUTTU_DATA: data },
    });
    child.stdout.once('data', () => resolve(performance.now() - start));
    child.once('exit', (code) => reject(new Error(`tuttu recognise ended without an answer (${code})`)));
    child.stdin.end('{"id":"1","text":"Olen hoitanut äitiäni kotona.","lang":"fi"}\n');
  });

const busyBefore = await busyWithOthers();
const folder = await mkdtemp(join(tmpdir(), 'tuttu-bench-'));
try {
  const product = join(folder, 'product');
  const data = join(folder, 'data');
  await copyProduct(product);
  const start = async (): Promise<number> => {
    const started = await startProduct({
      folder: product,
      command: ['scripts/start.mjs'],
      environment: { TUTTU_DATA: data },
    });
    await end(started.process);
    return started.milliseconds;
  };
  const onEmpty = async () => {
    await rm(data, { recursive: true, force: true });
    return start();
  };
  const withBuild = async () => {
    await rm(join(product, 'build'), { recursive: true, force: true });
    return onEmpty();
  };
  const figures = {
    firstWithBuild: await times('First start after the install', withBuild),
    first: await times('First start, already built', onEmpty),
    later: await times('Later start', start),
    recogniseStarter: await times('tuttu recognise, starter vocabulary', () =>
      recognise(product, join(folder, 'none')),
    ),
  };
  const esco = join(productFolder, '..', 'shared', 'data', 'esco');
  const withEsco = join(folder, 'esco');
  if (existsSync(esco)) {
    await saveVocabulary(withEsco, await readVocabulary(esco));
    await loadRecogniser(withEsco);
  } else console.log('The full ESCO is not in ../shared/data/esco: not measured with it.');
  const recogniseEsco = existsSync(esco)
    ? await times('tuttu recognise, full ESCO', () => recognise(product, withEsco))
    : null;
  const all: StartFigures = { ...figures, recogniseEsco, busyBefore };
  console.log(JSON.stringify(all));
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
