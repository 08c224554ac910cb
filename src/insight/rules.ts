/** How many people, told so roughly that nobody can be picked out, nor one who comes or goes. Null: fewer than 5. */
export type Range = { from: number; to: number } | null;

const least = 5;

/** The range a count falls in: 5-9, 10-19, 20-49, 50-99, 100-199 and so on. */
export const rangeOf = (count: number): Range => {
  if (count < least) return null;
  const ten = 10 ** Math.floor(Math.log10(count));
  const [next = 10 * ten] = [2 * ten, 5 * ten, 10 * ten].filter((step) => step > count);
  const from = [5 * ten, 2 * ten].find((step) => step <= count) ?? ten;
  return { from, to: next - 1 };
};
