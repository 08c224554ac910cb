// Finds a Chromium for the browser tests, or installs one: Debian's when we are root, else Playwright's own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { node24, root } from './ensure.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const inPath = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));

const ofPlaywright = async () => {
  const { default: playwright } = await import(
    pathToFileURL(join(root, 'node_modules', 'playwright-core', 'index.js')).href
  );
  const file = playwright.chromium.executablePath();
  return file && existsSync(file) ? file : undefined;
};

const find = async () => {
  const given = process.env.CHROME_PATH;
  if (given && existsSync(given)) return given;
  return inPath() ?? places.find((file) => existsSync(file)) ?? (await ofPlaywright());
};

const attempt = (command, args) =>
  spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

const fromDebian = () => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const install = () => attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  return install() || (attempt('apt-get', ['update', '-qq']) && install());
};

const fromPlaywright = () => {
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  return attempt(node24(), [cli, 'install', 'chromium', ...(process.getuid?.() === 0 ? ['--with-deps'] : [])]);
};

/** The path of a Chromium. Throws when none is there and none can be installed. */
export const ensureChromium = async (say) => {
  const found = await find();
  if (found) return found;
  say('Installing Chromium for the browser tests (once) ...');
  if (!fromDebian()) fromPlaywright();
  const installed = await find();
  if (!installed)
    throw new Error('No Chromium found, and none could be installed. Install one, or name it: CHROME_PATH=<file>.');
  return installed;
};
