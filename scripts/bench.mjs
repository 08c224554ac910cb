// `npm run bench`: figures into docs/benchmarks.md. `npm run bench -- pages` measures one part.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { become } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled, node24, root } from './ensure.mjs';

const say = (text) => console.log(`Tuttu: ${text}`);
const names = process.argv.slice(2);
const wants = (...any) => names.length === 0 || names.some((name) => any.includes(name));

ensureInstalled(say);
if (wants('pages', 'bytes', 'lighthouse', 'faults')) ensureBuilt(say);
const chromium = wants('bytes', 'lighthouse') ? await ensureChromium(say) : undefined;
if (wants('recogniser', 'start') && !existsSync(join(root, '..', 'shared', 'data', 'esco')))
  say('The full ESCO is not in ../shared/data/esco: the recogniser is measured with the starter vocabulary.');
become(node24(), ['bench/main.ts', ...names], chromium ? { CHROME_PATH: chromium } : {});
