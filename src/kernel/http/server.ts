import { randomBytes } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database.ts';
import { isLanguage, type Language, languageOfHeader } from '../languages.ts';
import { Problem } from '../problem.ts';
import type { Say } from '../say.ts';
import { findSession, type Session } from '../session.ts';
import { answerProblem, problemOf } from './problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    session: Session | null;
    language: Language;
    /** For this answer's script and style elements (Content Security Policy). */
    nonce: string;
  }
}

export const languageCookie = 'tuttu_language';
/** `__Host-` binds the cookie to this very host over HTTPS; browsers refuse that prefix on plain http. */
export const sessionCookie = (config: Config): string => (config.url.startsWith('https:') ? '__Host-tuttu' : 'tuttu');

export const cookieOptions = (config: Config) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: config.url.startsWith('https:') }) as const;

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

const bearer = (request: FastifyRequest): string | undefined =>
  /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];

/** The secret of a request's session: a token's in its header, else a browser's in its cookie. */
export const tokenOf = (request: FastifyRequest, config: Config): string | undefined =>
  bearer(request) ?? request.cookies[sessionCookie(config)];

/** A write with a browser's cookie must come from a page of ours (CSRF). A token in a header is never sent by another site's page. */
const refuseForeignOrigin = (request: FastifyRequest, ownOrigin: string): void => {
  if (isReading(request.method) || bearer(request)) return;
  const { origin, referer, 'sec-fetch-site': site } = request.headers;
  const from = origin ?? (referer && URL.parse(referer)?.origin);
  const isOurs = from === undefined ? site === undefined || site === 'same-origin' : from === ownOrigin;
  if (!isOurs) throw new Problem('originRefused');
};

const securityHeaders = (config: Config, nonce: string): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action 'self'${[config.login, config.staffLogin].map((one) => (one ? ` ${new URL(one.issuer).origin}` : '')).join('')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cache-control': 'no-store',
  ...(config.url.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
});

/** Pages that open by a secret in their address: nobody tries many of those. */
const isByLink = ({ url }: FastifyRequest): boolean => /^\/(?:vouch|shared|calendar|guest)(?:[/?]|$)/.test(url);

/**
 * Requests a minute, out of what one person may make: who opens links without a log-in might be trying many, and behind one address without a log-in
 * there may be a whole school.
 */
const limitFor =
  (onePerson: number) =>
  (request: FastifyRequest): number => {
    if (isByLink(request)) return Math.ceil(onePerson / 6);
    return request.session ? onePerson : onePerson * 2;
  };

/** The web server with all that every request passes: number, security headers, origin, who is acting, limits. */
export const createHttp = async (outside: {
  config: Config;
  database: Database;
  clock: Clock;
  secret: string;
  say: Say;
}): Promise<FastifyInstance> => {
  const { config, database, clock, say } = outside;
  const begin = (request: FastifyRequest, reply: FastifyReply, chosen: string | undefined) => {
    request.nonce = randomBytes(16).toString('base64');
    reply.headers({ ...securityHeaders(config, request.nonce), 'x-request-id': request.id });
    request.language = isLanguage(chosen) ? chosen : languageOfHeader(request.headers['accept-language']);
  };
  const http = Fastify({
    logger:
      config.logLevel === 'silent'
        ? false
        : { level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    genReqId: () => randomBytes(6).toString('hex'),
    requestIdHeader: false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_000_000,
    trustProxy: 'loopback',
    // An address nobody can read (%E0%A4%A) comes before every hook and cookie.
    frameworkErrors: (error, request, reply) => {
      begin(request, reply, undefined);
      const isNoAddress = error.code === 'FST_ERR_BAD_URL' || error.code === 'FST_ERR_MAX_PARAM_LENGTH';
      answerProblem(reply, request, isNoAddress ? new Problem('notFound') : problemOf(error), say);
    },
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  http.decorateRequest('session', null);
  http.decorateRequest('language', 'fi');
  http.decorateRequest('nonce', '');
  await http.register(cookie, { secret: outside.secret });
  await http.register(formbody);
  await http.register(compress, { threshold: 1024, encodings: ['gzip', 'deflate'] });
  const origin = new URL(config.url).origin;
  http.addHook('onRequest', async (request, reply) => {
    begin(request, reply, request.cookies[languageCookie]);
    // A path that another reader could take for another host's address is nobody's page.
    if (!/^\/(?![/\\])/.test(request.url)) throw new Problem('notFound');
    if (request.url.startsWith('/assets/')) return;
    refuseForeignOrigin(request, origin);
    const token = tokenOf(request, config);
    if (!token) return;
    request.session = await findSession(database, { token, now: clock(), requestId: request.id });
    if (request.session) request.language = request.session.actor?.language ?? request.session.language;
  });
  await http.register(rateLimit, {
    max: limitFor(config.requestsAMinute),
    timeWindow: '1 minute',
    keyGenerator: (request) => (isByLink(request) ? `link ${request.ip}` : (request.session?.personId ?? request.ip)),
    allowList: (request) => request.url.startsWith('/assets/'),
    errorResponseBuilder: () => new Problem('tooMany'),
    hook: 'preHandler',
  });
  return http;
};
