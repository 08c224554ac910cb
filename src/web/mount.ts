import { join } from 'node:path';
import { Readable } from 'node:stream';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createRequestHandler, matchRoutes, RouterContextProvider, type ServerBuild } from 'react-router';
import type { App } from '../app.ts';
import type { Actor } from '../kernel/actor.ts';
import { chooseLanguage } from '../kernel/choose-language.ts';
import { cookieOptions, languageCookie } from '../kernel/http/server.ts';
import { isLanguage } from '../kernel/languages.ts';
import { productFolder } from '../kernel/root.ts';
import { type Draft, draftOf, languageField, wordsOf } from './draft.ts';
import { keepLost, takeLost } from './keep-lost.ts';
import { boundaryOf, type Multipart, readMultipart } from './multipart.ts';
import { type PageHandle, pageContext } from './page.ts';

type Route = { id: string; path?: string; index?: boolean; children?: Route[] };

const treeOf = (build: ServerBuild, parentId?: string): Route[] =>
  Object.values(build.routes)
    .filter((route) => route !== undefined && route.parentId === parentId)
    .map((route) => ({
      id: route?.id ?? '',
      ...(route?.path === undefined ? {} : { path: route.path }),
      ...(route?.index ? { index: true } : { children: treeOf(build, route?.id) }),
    })) as Route[];

/** `isFile`: something to save, with no page around it. */
export type ListedPage = { path: string; handle: PageHandle; hasAction: boolean; isFile: boolean };

/** Every page of the build with what it says of itself, for the server's gate and the access tests. */
export const listPages = (build: ServerBuild): ListedPage[] => {
  const walk = (routes: Route[], above: string): ListedPage[] =>
    routes.flatMap((route) => {
      const path = [above, route.path ?? ''].filter(Boolean).join('/').replace(/\/+/g, '/');
      const module = build.routes[route.id]?.module;
      const handle = module?.handle as PageHandle | undefined;
      const own =
        handle && module && (module.default || module.loader)
          ? [
              {
                path: `/${path}`.replace('//', '/'),
                handle,
                hasAction: module.action !== undefined,
                isFile: !module.default,
              },
            ]
          : [];
      return [...own, ...walk(route.children ?? [], path)];
    });
  return walk(treeOf(build), '');
};

type Gate = { kind: 'open'; actor: Actor | null } | { kind: 'signIn' | 'chooseRole' | 'refused' };

const gate = (handle: PageHandle | undefined, request: FastifyRequest): Gate => {
  const actor = request.session?.actor ?? null;
  if (!handle) return { kind: 'refused' };
  if (handle.roles === 'anyone') return { kind: 'open', actor };
  if (!request.session) return { kind: 'signIn' };
  if (handle.roles === 'signedIn') return { kind: 'open', actor };
  if (!actor) return { kind: 'chooseRole' };
  return handle.roles.includes(actor.role) ? { kind: 'open', actor } : { kind: 'refused' };
};

const toWebRequest = (request: FastifyRequest, url: URL): Request => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !name.startsWith(':'))
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const body = request.body instanceof Buffer && request.body.length > 0 ? new Uint8Array(request.body) : null;
  return new Request(url, { method: request.method, headers, ...(body ? { body } : {}) });
};

const sentIn = ({ method, body }: FastifyRequest): URLSearchParams =>
  new URLSearchParams(method === 'POST' && body instanceof Buffer ? body.toString('utf8') : '');

/** Where somebody goes who has first to log in, or to choose a role; null where the page may open. */
const doorTo = (gate: Gate, url: string): string | null => {
  const back = `?back=${encodeURIComponent(url)}`;
  if (gate.kind === 'signIn') return `/log-in${back}`;
  return gate.kind === 'chooseRole' ? `/act-as${back}` : null;
};

/**
 * Where somebody may send a page a file: an address of its own, with a limit of its own. The file goes beside the form, whose other fields are
 * read as any form's. Nothing is kept of what is sent by somebody the page is not for.
 */
const addUpload = (
  pages: FastifyInstance,
  {
    path,
    page,
    most,
    answer,
  }: {
    path: string;
    page: PageHandle;
    most: number;
    answer: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
  },
): void => {
  pages.register(async (uploads) => {
    uploads.addContentTypeParser(
      'multipart/form-data',
      async (request: FastifyRequest, payload: AsyncIterable<Buffer>) => {
        const boundary = boundaryOf(request.headers['content-type']) ?? '';
        const isWelcome = gate(page, request).kind === 'open';
        const { fields, ...sent } = await readMultipart(payload, { boundary, most: isWelcome ? most : 0 });
        request.sent = sent;
        request.headers['content-type'] = 'application/x-www-form-urlencoded';
        return Buffer.from(new URLSearchParams(fields).toString());
      },
    );
    uploads.route({ method: 'POST', url: path, config: { isPages: true }, handler: answer });
  });
};

/** Serves the pages and their assets. A page is gated by its handle before anything of it runs; one without a handle does not exist. */
export const mountPages = async (http: FastifyInstance, build: ServerBuild, app: App): Promise<void> => {
  await http.register(fastifyStatic, {
    root: join(productFolder, 'build', 'client', 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    // All names carry a hash of what is in the file, but the icon's.
    setHeaders: (reply, path) =>
      reply.header(
        'cache-control',
        path.endsWith('icon.svg') ? 'public, max-age=86400' : 'public, max-age=31536000, immutable',
      ),
  });
  const tree = treeOf(build);
  const handle = createRequestHandler(build, 'production');

  const switchLanguage = async (request: FastifyRequest, reply: FastifyReply, sent: URLSearchParams) => {
    const language = sent.get(languageField);
    if (!isLanguage(language)) return false;
    await chooseLanguage(app.database, request.session, language);
    reply.setCookie(languageCookie, language, { ...cookieOptions(app.config), maxAge: 365 * 24 * 3600 });
    request.language = language;
    const { session } = request;
    if (session) request.session = { ...session, language, actor: session.actor && { ...session.actor, language } };
    return true;
  };

  /** A link given to somebody says in which language it was given; what they have chosen themselves comes before that. */
  const takeLanguageOfLink = (request: FastifyRequest, url: URL) => {
    const language = url.searchParams.get('lang');
    const hasChosen = request.session !== null || request.cookies[languageCookie] !== undefined;
    if (!hasChosen && isLanguage(language)) request.language = language;
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const sent = sentIn(request);
    const isSwitch = await switchLanguage(request, reply, sent);
    const switched = isSwitch ? draftOf(sent) : null;
    // Nothing half written on the page: it opens anew.
    if (isSwitch && !switched) return reply.redirect(request.url, 303);
    const url = new URL(request.url, app.config.url);
    if (!isSwitch) takeLanguageOfLink(request, url);
    const isData = url.pathname.endsWith('.data');
    const path = isData ? url.pathname.replace(/(\/_root)?\.data$/, '') || '/' : url.pathname;
    const matches = matchRoutes(tree as never, path) ?? [];
    const found = matches.at(-1)?.route as Route | undefined;
    const pageHandle = build.routes[found?.id ?? '']?.module?.handle as PageHandle | undefined;
    const opened = gate(pageHandle, request);
    if (pageHandle?.isUnlisted) reply.header('x-robots-tag', 'noindex, nofollow');
    const door = isData ? null : doorTo(opened, request.url);
    // A form sent after the session ended: nothing is done with its words, but they are kept for their writer.
    const lost = door && request.method === 'POST' ? draftOf(sent) : null;
    const comesBack = lost ? await keepLost(app, request, reply, { path, draft: lost }) : false;
    const isShownAtDoor = lost !== null && opened.kind === 'signIn';
    if (door && !isShownAtDoor) return reply.redirect(door, 303);
    const shown = isShownAtDoor ? new URL(door ?? '', app.config.url) : url;
    // A page that is not yours is answered like one that is not there.
    if (opened.kind === 'refused') shown.pathname = '/not-found';
    const returned = opened.kind === 'open' && request.method === 'GET' ? takeLost(app, request, reply, path) : null;
    const context = new RouterContextProvider();
    const actor = opened.kind === 'open' ? opened.actor : (request.session?.actor ?? null);
    const draft: Draft | null = switched ?? returned;
    context.set(pageContext, {
      app,
      session: request.session,
      actor,
      city: actor ? (app.cities.find(actor.cityId) ?? null) : null,
      language: request.language,
      nonce: request.nonce,
      requestId: request.id,
      unsaved: { words: isShownAtDoor ? wordsOf(lost) : [], comesBack },
      draft: isShownAtDoor ? null : draft,
      done: returned ? 'textBack' : null,
      upload: request.sent?.file ?? null,
      isTooLarge: request.sent?.isTooLarge ?? false,
      t: (key, values) => app.say(request.language, key, values),
    });
    const asked = toWebRequest(request, shown);
    const isOnlyShown = isShownAtDoor || isSwitch;
    const response = await handle(isOnlyShown ? new Request(shown, { headers: asked.headers }) : asked, context);
    reply.status(isShownAtDoor ? 401 : response.status);
    for (const [name, value] of response.headers) reply.header(name, value);
    return reply.send(response.body ? Readable.fromWeb(response.body as never) : '');
  };

  http.decorateRequest('sent', null);
  await http.register(async (pages) => {
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    pages.route({ method: ['GET', 'POST'], url: '/*', config: { isPages: true }, handler: answer });
    for (const { path, handle: page } of listPages(build))
      if (page.upload) addUpload(pages, { path, page, most: page.upload, answer });
  });
};

declare module 'fastify' {
  interface FastifyRequest {
    /** Of a form with a file: the file, or that it was larger than its page takes. */
    sent: Pick<Multipart, 'file' | 'isTooLarge'> | null;
  }
  interface FastifyContextConfig {
    /** The one route behind which all pages stand; each is gated by its own handle. */
    isPages?: boolean;
  }
}
