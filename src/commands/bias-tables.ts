import type { Language } from '../kernel/languages.ts';
import type { Change, SwapFigures, SwapReport } from '../know-how/bias/compare-swaps.ts';
import type { ParityReport } from '../know-how/bias/language-parity.ts';
import { type BiasRates, type BiasTables, type GroupRow, leastShown, type Rate } from '../matching/index.ts';

// The report as it is read in a terminal. What is said of people stands in groups; nobody is named.

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const number = (value: number | null): string => (value === null ? '-' : value.toFixed(2));

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
const aligned = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return rows.map((row) => `  ${line(row)}`.trimEnd()).join('\n');
};

const languageNames: Record<Language, string> = { fi: 'Finnish', sv: 'Swedish', en: 'English' };
const groupNames: Record<string, Record<string, string>> = {
  age: { 0: 'under 25', 25: '25-34', 35: '35-44', 45: '45-54', 55: '55-64', 65: '65 or over' },
  gender: { female: 'women', male: 'men', other: 'other' },
  language: languageNames,
};
const nameOf = (dimension: string, group: string): string =>
  group === '' ? 'not known' : (groupNames[dimension]?.[group] ?? group);

const signs: Record<GroupRow['sign'], string> = { lower: '< look', higher: '> look', alike: '' };
const besideOf = ({ ratio, low, high }: Rate): string =>
  ratio === null ? '-' : `${number(ratio)} (${number(low)}-${number(high)})`;

const rateCells = ({ people, agreed, shown, shownEach, recommended, goodEach, sign }: GroupRow): string[] => [
  ...[String(people), percent(agreed.share), percent(shown.share), shownEach.toFixed(1)],
  ...[percent(recommended.share), besideOf(recommended), goodEach.toFixed(1), signs[sign]],
];

const head = ['', 'people', 'agree', 'shown any', 'each', 'good match', 'beside all', 'each', ''];

const ratesTable = ({ everybody, tables }: BiasTables): string => {
  if (!everybody) return `  Fewer than ${leastShown} people: nothing is told of them.`;
  const rows = tables.flatMap(({ dimension, rows: groups, hidden }) => [
    [dimension],
    ...groups.map((row) => [`  ${nameOf(dimension, row.group)}`, ...rateCells(row)]),
    ...(hidden.groups > 0 ? [[`  hidden: ${hidden.groups}`, String(hidden.people)]] : []),
  ]);
  const all = ['everybody', ...rateCells(everybody).map((cell, at) => (at === 5 ? '' : cell))];
  return aligned([head, all, ...rows]);
};

const whose = { madeUp: "the demo's made-up people", agreed: 'customers who agreed to this report' };

export const tellRates = (city: string, rates: BiasRates): string =>
  `${city}, ${rates.day}: ${whose[rates.of]}; ${rates.openChallenges} open challenges\n${ratesTable(rates)}`;

export const tellPool = (tables: BiasTables): string => `All cities of the demo together\n${ratesTable(tables)}`;

const swapCells = ({ compared, suggestions, changed, textsChanged }: SwapFigures): string[] => [
  ...[String(compared), String(suggestions), String(changed)],
  ...[suggestions === 0 ? '-' : `${((100 * changed) / suggestions).toFixed(1)} %`, String(textsChanged)],
];

const mostChanges = 12;

const changeLine = ({ id, language, by, gained, lost }: Change, label: (uri: string, language: Language) => string) => {
  const signed = (sign: string, uris: readonly string[]) => uris.map((uri) => `${sign}${label(uri, language)}`);
  return `    ${id} (${language}): ${by.slice(0, 4).join(', ')}: ${[...signed('+', gained), ...signed('-', lost)].join(', ')}`;
};

export const tellSwaps = (
  { texts, byLanguage, changes }: SwapReport,
  label: (uri: string, language: Language) => string,
): string => {
  const rows = (['fi', 'sv', 'en'] as const).flatMap((language) => [
    [`${languageNames[language]}, gendered words`, ...swapCells(byLanguage[language].words)],
    [`${languageNames[language]}, a name before`, ...swapCells(byLanguage[language].names)],
  ]);
  const told = changes.slice(0, mostChanges).map((change) => changeLine(change, label));
  const more = changes.length - told.length;
  return [
    `Names and gendered words: ${texts} made-up stories told again as of the other sex, and with eight names before them`,
    aligned([['', 'compared', 'skills', 'changed', 'of skills', 'texts'], ...rows]),
    ...(told.length > 0 ? ['  What came (+) and went (-):', ...told] : ['  Nothing changed.']),
    ...(more > 0 ? [`    and ${more} more (--json has all)`] : []),
  ].join('\n');
};

const score = (value: number | null): string => (value === null ? '-' : value.toFixed(1));

export const tellParity = ({ stories, all, pairs, byLanguage }: ParityReport): string => {
  const rows = (['fi', 'sv', 'en'] as const).map((language) => {
    const { right5, core10, noReject5, emptyWhenEmpty, shownEach } = byLanguage[language];
    return [languageNames[language], ...[right5, core10, noReject5, emptyWhenEmpty].map(score), shownEach.toFixed(1)];
  });
  const same = pairs.map(({ one, other, same: overlap }) => `${one}-${other} ${score(overlap)}`).join(', ');
  return [
    `Languages: the same ${stories} stories told in three languages`,
    `  The same skills among the first ten: ${score(all)} % (${same})`,
    aligned([['', 'right in 5', 'core in 10', 'no wrong in 5', 'empty when empty', 'skills each'], ...rows]),
  ].join('\n');
};

export const howToRead = `How to read it
  agree: agree to matching; what follows is of those. shown any: at least one open challenge (each: how many, at most 20). good match: at least
  one that meets half of the needs, every must and every limit. beside all: the group's share divided by everybody's, with a 95 % interval
  (Wilson's, over everybody's share taken as given). "< look", "> look": a fifth or more apart, and the interval does not reach 1.

What it cannot show
  It is of today's challenges and of what people have told today: not of who was answered, met or hired, nor of what was never told.
  Alike is no proof of fairness, apart no proof of unfairness: hours, languages and what was told differ between groups too.
  Of several dozen intervals a few lie apart by chance. A small city shows large differences by chance alone, and hides the small ones.
  Those who agreed to be counted are not a sample of all. Groups of fewer than ${leastShown} are hidden, and so is who belongs to several at once.
  Origin, disability and other grounds are not known to Tuttu, so it cannot look at them.
  The swap knows the words and names on its list; it finds what changes with them, not what a story of another life would have given.
  The stories of the demo and of the language comparison are made up by those who made Tuttu.`;
