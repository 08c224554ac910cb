import { Readable } from 'node:stream';
import type { Database } from '../database.ts';
import type { Secrets } from '../secrets.ts';
import { bytesOf, type OpenedFile } from './read-files.ts';

/** A name for old readers, in signs every header takes, and as it is (RFC 6266, RFC 8187). */
const disposition = (name: string): string => {
  const plain =
    name
      .normalize('NFKD')
      .replace(/[^ -~]/g, '')
      .replace(/["\\%]/g, '') || 'tuttu';
  const whole = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
};

/**
 * Headers with which no browser opens a file within our pages, guesses another kind, or keeps it: saved, never shown. Sandboxed with nothing allowed,
 * should somebody open it all the same.
 */
export const fileHeaders = ({ name, mediaType, size }: OpenedFile): Record<string, string> => ({
  'content-type': mediaType,
  'content-length': String(size),
  'content-disposition': disposition(name),
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
});

type From = { database: Database; secrets: Secrets };

const streamOf = (parts: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    pull: async (controller) => {
      const next = await parts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });

/** A file as a page's loader sends it. */
export const fileResponse = (from: From, file: OpenedFile): Response =>
  new Response(streamOf(bytesOf(from, file)), { headers: fileHeaders(file) });

/** A file as a route of the API sends it. */
export class FileAnswer {
  readonly headers: Record<string, string>;
  readonly body: Readable;

  constructor(from: From, file: OpenedFile) {
    this.headers = fileHeaders(file);
    this.body = Readable.from(bytesOf(from, file));
  }
}
