import { become } from './child.mjs';
import { ensureInstalled, node24 } from './ensure.mjs';

ensureInstalled((text) => console.error(`Tuttu: ${text}`));
become(node24(), ['--disable-warning=ExperimentalWarning', 'src/cli.ts', ...process.argv.slice(2)]);
