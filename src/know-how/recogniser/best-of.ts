const isBehind = (score: number, number: number, thanScore: number, thanNumber: number): boolean =>
  score < thanScore || (score === thanScore && number > thanNumber);

/** Keeps the best `count` of the numbered things that are put in, best first; equal scores by their number. */
export const bestOf = (count: number, floor: number) => {
  const numbers: number[] = [];
  const scores: number[] = [];
  let least = floor;
  return {
    numbers,
    scores,
    /** What scores less would not be kept. */
    least: () => least,
    put: (number: number, score: number): void => {
      if (score === 0 || score < least) return;
      let place = numbers.length;
      while (place > 0 && isBehind(scores[place - 1] ?? 0, numbers[place - 1] ?? 0, score, number)) place -= 1;
      numbers.splice(place, 0, number);
      scores.splice(place, 0, score);
      if (numbers.length > count) {
        numbers.pop();
        scores.pop();
      }
      if (numbers.length === count) least = Math.max(floor, scores.at(-1) ?? 0);
    },
  };
};
