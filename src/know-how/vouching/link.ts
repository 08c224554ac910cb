import type { Language } from '../../kernel/languages.ts';
import { hashOf, newToken } from '../../kernel/secrets.ts';

/**
 * A link's secret: the city it is for, a dot, and 256 random bits. Only its hash is stored, in the city's own rows, so that the lookup stays
 * within the city.
 */
export const newLinkSecret = (cityId: string): string => newToken(`${cityId}.`);

export const linkHash = hashOf;

/** The city a secret is for; null for what no secret of ours looks like. */
export const cityOfSecret = (secret: string): string | null =>
  /^([a-z][a-z0-9-]{1,30})\.[\w-]{43}$/.exec(secret)?.[1] ?? null;

/** The link's path, in the language it was asked in; whoever opens it can choose another. */
export const linkPath = (secret: string, language: Language): string => `/vouch/${secret}?lang=${language}`;
