import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../src/kernel/languages.ts';
import { productFolder } from '../src/kernel/root.ts';
import type { PublicFigures, qualities } from '../src/matching/figures.ts';
import type { MatchFigures, RecogniserFigures } from './figures.ts';

const file = join(productFolder, 'src', 'matching', 'figures.json');

const recogniserPart = (found: RecogniserFigures, measuredOn: string): PublicFigures['recogniser'] => {
  // Our sets are one situation told in three languages: the set that has them all.
  const [name, ours] =
    Object.entries(found.quality.Tuttu).find(([, set]) => Object.keys(set.languages).length === languages.length) ?? [];
  if (!name || !ours) throw new Error('no set in all languages was measured');
  const { skills, texts, textsPerSecond } = found;
  const share = (key: (typeof qualities)[number]) => ({
    ...Object.fromEntries(languages.map((language) => [language, ours.languages[language]?.[key] ?? null])),
    all: ours[key],
    miniSearch: found.quality.MiniSearch[name]?.[key] ?? null,
  });
  const quality = {
    right5: share('right5'),
    core10: share('core10'),
    noReject5: share('noReject5'),
    emptyWhenEmpty: share('emptyWhenEmpty'),
  };
  return { measuredOn, skills, texts, textsPerSecond, quality, sameInLanguages: ours.parityShown };
};

const matchPart = (found: MatchFigures, measuredOn: string): PublicFigures['match'] => {
  const { people, p50ms, p95ms, postgresMedianMs, equalTop20 } = found;
  return { measuredOn, people, p50ms, p95ms, postgresMedianMs, equalTop20 };
};

/** Writes what anyone may read of these figures (`/how-matching-works`); the other part stays as it was. */
export const writePublicFigures = (
  of: { name: 'recogniser'; found: RecogniserFigures } | { name: 'match'; found: MatchFigures },
  measuredOn: string,
): void => {
  const before = JSON.parse(readFileSync(file, 'utf8')) as PublicFigures;
  const part = of.name === 'match' ? matchPart(of.found, measuredOn) : recogniserPart(of.found, measuredOn);
  writeFileSync(file, `${JSON.stringify({ ...before, [of.name]: part }, null, 2)}\n`);
};
