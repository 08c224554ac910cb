/** How large a brought document may be, in whatever way it is large. */
export const mostBytes = 10 * 1024 * 1024;
export const mostPages = 50;
/** Some 50 full pages. */
export const mostCharacters = 200_000;
export const mostParagraphs = 4_000;

/** Of an archive (DOCX and ODT are zips): files in it, bytes of one and of all that is unpacked, and how many times larger one may become. */
export const mostEntries = 1_000;
export const mostOfEntry = 12_000_000;
export const mostUnpacked = 20_000_000;
export const mostRatio = 200;

export const mostDepth = 100;
/** What a structured profile may hold of one thing. */
export const mostOfList = 500;
