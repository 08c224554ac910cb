const finnish = new Intl.Collator('fi');

const surname = (name: string): string => name.trim().split(/\s+/).at(-1) ?? '';

/** By surname, then by the whole name, in the order of the Finnish alphabet: å, ä and ö come last. */
export const byFinnishName = (a: { name: string }, b: { name: string }): number =>
  finnish.compare(surname(a.name), surname(b.name)) || finnish.compare(a.name, b.name);
