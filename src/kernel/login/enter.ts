import cookie from '@fastify/cookie';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database.ts';
import { cookieOptions, sessionCookie } from '../http/server.ts';
import { type Capacity, endSession, type Session, startSession } from '../session.ts';

/** Goes on in another capacity: a new session, since rights change; the old one ends. Returns the Set-Cookie header. */
export const changeCapacity = async (
  { config, database, clock }: { config: Config; database: Database; clock: Clock },
  session: Session,
  capacity: Capacity,
): Promise<string> => {
  const token = await database.acrossCities(async (tx) => {
    await endSession(tx, session.id, clock());
    return startSession(tx, { personId: session.personId, capacity, kind: 'browser', now: clock() });
  });
  return cookie.serialize(sessionCookie(config), token, cookieOptions(config));
};
