import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { cookieOptions, sessionCookie } from '../kernel/http/server.ts';
import { personOfSession } from '../kernel/session.ts';
import type { Draft } from './draft.ts';
import { lostCookies, openLost, sealLost } from './lost-draft.ts';

const writerOf = async ({ config, database }: App, request: FastifyRequest): Promise<string | null> => {
  if (request.session) return request.session.personId;
  const token = request.cookies[sessionCookie(config)];
  return token ? personOfSession(database, token) : null;
};

/**
 * Keeps what somebody sent after their session had ended, for an hour, sealed in their own browser. False when we do not know whose it is, or
 * it is too long: then they have to take it along themselves.
 */
export const keepLost = async (
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  { path, draft }: { path: string; draft: Draft },
): Promise<boolean> => {
  const personId = await writerOf(app, request);
  const parts = personId ? sealLost(app.services.secrets, { personId, path, draft }) : null;
  if (!parts) return false;
  const cookies = cookieOptions(app.config);
  for (const [at, name] of lostCookies.entries()) {
    const part = parts[at];
    if (part) reply.setCookie(name, part, { ...cookies, maxAge: 3600 });
    else reply.clearCookie(name, cookies);
  }
  return true;
};

/** Gives it back on the page it was written on, once, to its writer. Somebody else's is thrown away. */
export const takeLost = (app: App, request: FastifyRequest, reply: FastifyReply, path: string): Draft | null => {
  if (!request.session || !request.cookies[lostCookies[0] ?? '']) return null;
  const lost = openLost(app.services.secrets, request.headers.cookie ?? '');
  const isMine = lost?.personId === request.session.personId;
  if (isMine && lost.path !== path) return null;
  for (const name of lostCookies) reply.clearCookie(name, cookieOptions(app.config));
  return isMine ? lost.draft : null;
};
