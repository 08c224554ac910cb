import { renderToReadableStream, renderToString } from 'react-dom/server.edge';
import type { EntryContext, RouterContextProvider } from 'react-router';
import { ServerRouter } from 'react-router';
import type { locales } from '../kernel/say.ts';
import { pageContext } from './page.ts';
import { isScripted } from './scripted.ts';
import { makeText, type Text, TextProvider } from './text.tsx';

const texts = new Map<string, Text>();

const textOf = ({
  language,
  app,
}: {
  language: keyof typeof locales;
  app: { say: (l: typeof language, k: string, v?: never) => string };
}) => {
  const known = texts.get(language);
  if (known) return known;
  const made = makeText(language, (key, values) => app.say(language, key, values as never));
  texts.set(language, made);
  return made;
};

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: Readonly<RouterContextProvider>,
): Promise<Response> {
  const page = context.get(pageContext);
  const document = (
    <TextProvider text={textOf(page)}>
      <ServerRouter context={entry} url={request.url} nonce={page.nonce} />
    </TextProvider>
  );
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-language', page.language);
  // A page without script has nothing to stream: one string is the quickest.
  if (!isScripted(entry.staticHandlerContext.matches)) {
    return new Response(`<!doctype html>${renderToString(document)}`, { status, headers });
  }
  const stream = await renderToReadableStream(document, { nonce: page.nonce });
  await stream.allReady;
  return new Response(stream, { status, headers });
}

/** What a page could not explain is logged once, with the number its reader can tell us. */
export const handleError = (
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void => {
  if (!request.signal.aborted) console.error(`Tuttu: request ${context.get(pageContext).requestId} failed`, error);
};
