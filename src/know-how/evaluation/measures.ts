import type { SetText } from './read-sets.ts';

/** What was given for one text, best first: as a person would see it, and as a plain ranking without floor and gates. */
export type Given = { text: SetText; shown: readonly string[]; ranked: readonly string[] };

/** Percentages with one decimal; null where no text of the set says anything about it. */
export type Figures = {
  texts: number;
  rp1: number | null;
  rp5: number | null;
  rp10: number | null;
  right5: number | null;
  core10: number | null;
  noReject5: number | null;
  emptyWhenEmpty: number | null;
};

const percent = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.round((1000 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 10;

const asNumber = (isTrue: boolean): number => (isTrue ? 1 : 0);

/** R-precision at k: right ones among the first k, of as many as could be there. `accept` is not empty. */
export const rPrecision = (given: readonly string[], accept: readonly string[], k: number): number => {
  const right = new Set(accept);
  const hits = new Set(given.slice(0, k).filter((uri) => right.has(uri))).size;
  return hits / Math.min(k, right.size);
};

const holdsRejected = (given: readonly string[], reject: readonly string[]): boolean =>
  reject.includes('*') ? given.length > 0 : given.some((uri) => reject.includes(uri));

/**
 * The figures of some texts. RP@k are of the plain ranking; the others of what a person is shown: `right5` a right skill among the first
 * five, `core10` all central skills among the first ten, `noReject5` (of texts that name wrong skills) none of them among the first five,
 * `emptyWhenEmpty` (of texts with no skill in them) nothing shown.
 */
export const figuresOf = (all: readonly Given[]): Figures => {
  const withSkills = all.filter(({ text }) => text.accept.length > 0);
  const ranked = (k: number) => percent(withSkills.map((one) => rPrecision(one.ranked, one.text.accept, k)));
  const withCore = all.filter(({ text }) => text.core.length > 0);
  const withReject = all.filter(({ text }) => text.reject.length > 0);
  const empty = all.filter(({ text }) => text.accept.length === 0);
  return {
    texts: all.length,
    rp1: ranked(1),
    rp5: ranked(5),
    rp10: ranked(10),
    right5: percent(
      withSkills.map(({ shown, text }) => asNumber(shown.slice(0, 5).some((uri) => text.accept.includes(uri)))),
    ),
    core10: percent(withCore.map(({ shown, text }) => asNumber(rPrecision(shown, text.core, 10) === 1))),
    noReject5: percent(withReject.map(({ shown, text }) => asNumber(!holdsRejected(shown.slice(0, 5), text.reject)))),
    emptyWhenEmpty: percent(empty.map(({ shown }) => asNumber(shown.length === 0))),
  };
};

const languageMark = /^(fi|sv|en)[-_]|[-_](fi|sv|en)$/;

const overlap = (one: readonly string[], other: readonly string[]): number => {
  const [a, b] = [new Set(one.slice(0, 10)), new Set(other.slice(0, 10))];
  const most = Math.max(a.size, b.size);
  return most === 0 ? 1 : [...a].filter((uri) => b.has(uri)).length / most;
};

/**
 * Language parity: how many of the first ten are the same for the same story in two languages, over all pairs of languages, in percent of
 * the longer list. The same story has the same id, or the same but for a language mark at its beginning or end ("care-fi", "fi_care").
 * Texts without a skill are left out. Null without such stories.
 */
export const parityOf = (all: readonly Given[], which: 'shown' | 'ranked'): number | null => {
  const stories = new Map<string, Given[]>();
  for (const given of all) {
    if (given.text.accept.length === 0) continue;
    const id = given.text.id.replace(languageMark, '');
    stories.set(id, [...(stories.get(id) ?? []), given]);
  }
  const pairs = [...stories.values()].flatMap((same) =>
    same.flatMap((one, at) =>
      same
        .slice(at + 1)
        .filter(({ text }) => text.lang !== one.text.lang)
        .map((other) => overlap(one[which], other[which])),
    ),
  );
  return percent(pairs);
};
