/** Ways of saying something, each of whole words (or patterns of them), anywhere in a stretch of words framed by single spaces. */
export const said = (...ways: string[]): RegExp => new RegExp(` (?:${ways.join('|')}) `);

/** The same, taken out of a stretch wherever they stand. */
export const saidAnywhere = (...ways: string[]): RegExp => new RegExp(` (?:${ways.join('|')})(?= )`, 'g');

/** Ways in which a stretch begins. */
export const begun = (...ways: string[]): RegExp => new RegExp(`^ (?:${ways.join('|')}) `);

export const either = (words: string): string => `(?:${words.trim().split(/\s+/).join('|')})`;

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const anyOf = (...patterns: RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join('|'));
