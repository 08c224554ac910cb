import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { policy } from '../kernel/access/policy.ts';
import { catalogues } from '../messages/index.ts';
import { keyOfWhy, sayingOf, whys } from './log-words.tsx';

const source = join(import.meta.dirname, '..');

const codes = (): string[] => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.ts$/.test(name) && !/\.test\.ts$|^demo|^testing|pages/.test(name),
  );
  return files.flatMap((name) => {
    const text = readFileSync(join(source, name), 'utf8');
    // Only where the use log is asked: `why: '...'` beside an action or a section.
    // And where it is chosen first: `const why = isX ? '...' : '...';`.
    const asked = [
      ...[...text.matchAll(/(?:section|action)[^;{}]*?\bwhy: ('(?:[^'\\]|\\.)+'|"[^"]+"|\w+ \? '[^']+' : '[^']+')/g)],
      // And where a helper takes the action and the reason: `asked('read', '...')`.
      ...[...text.matchAll(/\basked\('\w+', ('[^']+')\)/g)],
      ...[...text.matchAll(/\bconst why =(?: [^;]*\?)? ('[^;]+');/g)],
    ].map((match) => match[1] ?? '');
    return asked.flatMap((code) =>
      [...code.matchAll(/"([^"]+)"|'((?:[^'\\]|\\.)+)'/g)].map(([, one, other]) =>
        (one ?? other ?? '').replace("\\'", "'"),
      ),
    );
  });
};

test('every reason the code writes into the use log has words', () => {
  const found = [...new Set(codes())];
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter((code) => !whys.some((key) => key === keyOfWhy(code)))).toEqual([]);
});

test('every section and action of the policy has a name', () => {
  const names = Object.keys(catalogues.fi);
  for (const { section, actions } of policy) {
    expect(names).toContain(`section.${section}`);
    for (const action of actions) expect(names).toContain(`action.${action}`);
  }
});

test('who else looked is said with the reason; what somebody did themselves is not explained to them', () => {
  const look = { section: 'plan', action: 'read', why: 'plan' };
  expect(sayingOf({ ...look, isMe: false })).toEqual({ sentence: 'look.plan.read', reason: 'why.plan' });
  expect(sayingOf({ ...look, isMe: true })).toEqual({ sentence: 'look.plan.read', reason: null });
});
