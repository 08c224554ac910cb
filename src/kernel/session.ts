import { sql } from 'kysely';
import type { Actor, Role } from './actor.ts';
import { roles } from './actor.ts';
import type { Database, Tx } from './database.ts';
import { newId } from './ids.ts';
import type { Language } from './languages.ts';
import { hashOf, newToken } from './secrets.ts';

const minutes = (count: number): number => count * 60_000;
/** A browser session ends after an hour without use, and after twelve hours whatever happens. */
export const idleLimit = minutes(60);
export const absoluteLimit = minutes(12 * 60);

/** In which city and role a person acts; business contacts also for which business. */
export type Capacity = { cityId: string; role: Role; businessId: string | null };

export type Session = {
  id: string;
  personId: string;
  language: Language;
  /** Null while a role has not been chosen, or the one chosen has been taken away. */
  actor: Actor | null;
};

type SessionRow = {
  sessionId: string;
  kind: 'browser' | 'token';
  personId: string;
  personLanguage: Language;
  createdAt: Date;
  seenAt: Date;
  cityId: string | null;
  role: string | null;
  name: string | null;
  language: Language | null;
  customerId: string | null;
  businessId: string | null;
};

const isRole = (value: string): value is Role => roles.some((role) => role === value);

const actorOf = (row: SessionRow, requestId: string): Actor | null => {
  const { cityId, role, name, language, personId, customerId, businessId, sessionId } = row;
  if (cityId === null || role === null || !isRole(role) || name === null || language === null) return null;
  if (role === 'customer' && customerId === null) return null;
  if (role === 'businessContact' && businessId === null) return null;
  return { personId, name, language, cityId, role, sessionId, requestId, customerId, businessId };
};

/** Opens a session and returns its secret, which is not stored. */
export const startSession = async (
  tx: Tx,
  start: { personId: string; capacity: Capacity | null; kind: 'browser' | 'token'; now: Date; lifetime?: number },
): Promise<string> => {
  const token = newToken(start.kind === 'token' ? 'tuttu_' : '');
  await tx
    .insertInto('session')
    .values({
      id: newId(),
      tokenHash: hashOf(token),
      kind: start.kind,
      personId: start.personId,
      cityId: start.capacity?.cityId ?? null,
      role: start.capacity?.role ?? null,
      businessId: start.capacity?.businessId ?? null,
      createdAt: start.now,
      seenAt: start.now,
      expiresAt: new Date(start.now.getTime() + (start.lifetime ?? absoluteLimit)),
      endedAt: null,
    })
    .execute();
  return token;
};

type Asked = { token: string; now: Date; requestId: string };

const find = async (tx: Tx, { token, now }: Asked): Promise<{ row: SessionRow; unused: number } | null> => {
  const { rows } = await sql<SessionRow>`select * from session_actor(${hashOf(token)}, ${now})`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  const unused = now.getTime() - row.seenAt.getTime();
  return row.kind === 'browser' && unused > idleLimit ? null : { row, unused };
};

const sessionOf = (row: SessionRow, requestId: string): Session => ({
  id: row.sessionId,
  personId: row.personId,
  language: row.personLanguage,
  actor: actorOf(row, requestId),
});

/** Finds who is acting. Null when the secret is unknown, ended, run out, or unused for too long. */
export const findSession = (database: Database, asked: Asked): Promise<Session | null> =>
  database.acrossCities(async (tx) => {
    const found = await find(tx, asked);
    if (!found) return null;
    const { row, unused } = found;
    if (unused > minutes(1))
      await tx.updateTable('session').set({ seenAt: asked.now }).where('id', '=', row.sessionId).execute();
    return sessionOf(row, asked.requestId);
  });

/** The same, for what goes on by itself: it is no use, and keeps no session from ending. */
export const readSession = (database: Database, asked: Asked): Promise<Session | null> =>
  database.acrossCities(async (tx) => {
    const found = await find(tx, asked);
    return found && sessionOf(found.row, asked.requestId);
  });

/** Whose session this was, also after it has ended: to give back to them, and to nobody else, what they had half done. */
export const personOfSession = (database: Database, token: string): Promise<string | null> =>
  database.acrossCities(async (tx) => {
    const found = await tx
      .selectFrom('session')
      .select('personId')
      .where('tokenHash', '=', hashOf(token))
      .executeTakeFirst();
    return found?.personId ?? null;
  });

export const endSession = async (tx: Tx, sessionId: string, now: Date): Promise<void> => {
  await tx.updateTable('session').set({ endedAt: now }).where('id', '=', sessionId).execute();
};

/** Log-out everywhere: every browser session and access token of the person. */
export const endAllSessions = async (tx: Tx, personId: string, now: Date): Promise<void> => {
  await tx
    .updateTable('session')
    .set({ endedAt: now })
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute();
};
