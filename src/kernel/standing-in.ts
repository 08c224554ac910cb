const standing = ', standing in';

/** How the use log says that somebody did it for a colleague who is away: at the end of the reason. */
export const asStandIn = (why: string): string => `${why}${standing}`;

/** A reason of the use log without that, and whether it was said. */
export const readWhy = (why: string): { why: string; isStandIn: boolean } =>
  why.endsWith(standing) ? { why: why.slice(0, -standing.length), isStandIn: true } : { why, isStandIn: false };
