import { sql } from 'kysely';
import type { Tx } from '../database.ts';

/** What open pages follow: a thread by its id, or what waits for a person. */
export type Followed = { cityId: string; topic: 'thread' | 'moves'; id: string };

/** The channel on which all processes of the service hear each other. */
export const liveChannel = 'tuttu_live';

/** A right may have been lost somewhere: written by triggers (migration 0041-live.sql). */
export const rightsChanged = 'rights';

export const wordOf = ({ cityId, topic, id }: Followed): string => `${topic} ${cityId} ${id}`;

/** Tells every process that something has changed, once the transaction is committed. An id, never what has changed. */
export const tellChange = async (tx: Tx, change: Followed): Promise<void> => {
  await sql`select pg_notify(${liveChannel}, ${wordOf(change)})`.execute(tx);
};
