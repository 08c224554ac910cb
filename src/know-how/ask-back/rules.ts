/** What a thin part of a text is asked about: what was done, how many people, how long, with what, who decided, what else. */
export const thinKinds = ['did', 'howMany', 'howLong', 'tools', 'whoDecided', 'more'] as const;
export type ThinKind = (typeof thinKinds)[number];

/** What there is to begin from, where nothing or little is told. In the order they are asked. */
export const openings = ['home', 'help', 'askedOf', 'learned', 'done', 'proud'] as const;
export type Opening = (typeof openings)[number];

export const mostQuestions = 5;
export const fewestQuestions = 2;
/** At once; the others come when these are answered or passed over. */
export const mostOpenings = 3;
/** An answer is a line or two. */
export const longestAnswer = 500;

/** A profile with fewer skills kept or waiting than this is thin: it gets questions to begin from. */
const thinUnder = 4;
export const isThin = ({ stories, skills }: { stories: number; skills: number }): boolean =>
  stories === 0 || skills < thinUnder;

const activityPrefix = 'activity-';
export const activityKey = (id: string): string => `${activityPrefix}${id}`;
export const activityOfKey = (key: string): string | null =>
  key.startsWith(activityPrefix) ? key.slice(activityPrefix.length) : null;

export const isThinKind = (key: string): key is ThinKind => thinKinds.some((kind) => kind === key);
export const isOpening = (key: string): key is Opening => openings.some((opening) => opening === key);

/** The openings to ask now: those neither answered nor passed over. */
export const nextOpenings = (passed: ReadonlySet<string>): Opening[] =>
  openings.filter((opening) => !passed.has(opening)).slice(0, mostOpenings);
