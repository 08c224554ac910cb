import { z } from 'zod';
import type { Page } from '../../../web/page.ts';

type App = Page['app'];

const cookieName = 'tuttu_link';
const seconds = 600;

/**
 * A link just made, sealed in its maker's own browser for ten minutes and only for the page of its request: it is shown there, while the database
 * knows its hash only.
 */
export const keepMadeLink = (
  { services, config }: Pick<App, 'services' | 'config'>,
  { response, path, secret }: { response: Response; path: string; secret: string },
): Response => {
  const sealed = services.secrets.encrypt(secret).toString('base64url');
  const secure = config.url.startsWith('https:') ? '; Secure' : '';
  const headers = new Headers(response.headers);
  headers.append(
    'set-cookie',
    `${cookieName}=${sealed}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`,
  );
  return new Response(null, { status: response.status, headers });
};

/** Null when none was made lately, or it was tampered with. */
export const takeMadeLink = ({ services }: Pick<App, 'services'>, request: Request): string | null => {
  const found = new RegExp(`(?:^|; )${cookieName}=([\\w-]+)`).exec(request.headers.get('cookie') ?? '')?.[1];
  if (!found) return null;
  try {
    return z.string().parse(services.secrets.decrypt(Buffer.from(found, 'base64url')));
  } catch {
    return null;
  }
};
