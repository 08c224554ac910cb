// `npm run eval:know-how -- <folder>`: how well skills are recognised in sets of texts of one's own.
import { become } from './child.mjs';
import { ensureInstalled, node24 } from './ensure.mjs';

ensureInstalled((text) => console.error(`Tuttu: ${text}`));
become(node24(), ['--disable-warning=ExperimentalWarning', 'bench/eval-know-how.ts', ...process.argv.slice(2)]);
