import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import type { Secrets } from '../kernel/secrets.ts';

const lostOf = z.object({
  personId: z.string(),
  path: z.string(),
  draft: z.record(z.string(), z.array(z.string())),
});

/** What somebody had written when their session ended, whose it is and on which page. */
export type Lost = z.infer<typeof lostOf>;

const partLength = 3600;
/** One line of cookies has to stay below the 8 kB that common proxies take. */
const mostParts = 2;
export const lostCookies = Array.from({ length: mostParts }, (_, at) => `tuttu_draft_${at}`);

/** Sealed for the writer's own browser, a part for each cookie; null when it is too long for that. */
export const sealLost = (secrets: Secrets, lost: Lost): string[] | null => {
  const sealed = secrets.encryptBytes(brotliCompressSync(JSON.stringify(lost))).toString('base64url');
  const parts = sealed.match(new RegExp(`.{1,${partLength}}`, 'g')) ?? [];
  return parts.length > mostParts ? null : parts;
};

/** Null when there is none or it was tampered with. */
export const openLost = (secrets: Secrets, cookies: string): Lost | null => {
  const sealed = lostCookies.map((name) => new RegExp(`(?:^|; )${name}=([\\w-]+)`).exec(cookies)?.[1] ?? '').join('');
  if (sealed === '') return null;
  try {
    const opened = brotliDecompressSync(secrets.decryptBytes(Buffer.from(sealed, 'base64url')), {
      maxOutputLength: 1_000_000,
    });
    return lostOf.parse(JSON.parse(opened.toString('utf8')));
  } catch {
    return null;
  }
};
