import { become } from './child.mjs';
import { ensureBuilt, ensureInstalled, node24 } from './ensure.mjs';

const say = (text) => console.log(`Tuttu: ${text}`);
ensureInstalled(say);
ensureBuilt(say);
become(node24(), ['--enable-source-maps', 'build/server/index.js'], { NODE_ENV: 'production' });
