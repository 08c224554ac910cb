import pg from 'pg';
import { type Followed, liveChannel, rightsChanged, wordOf } from './change.ts';

/** Called when what is followed has changed; `isCheck`: only whether whoever follows still may is to be asked. */
export type Hears = (isCheck: boolean) => void;

/** What changes anywhere in the service, as this process hears it. */
export type Live = {
  /** Returns how to stop following. */
  follow(what: Followed, hears: Hears): () => void;
  /** What came on the channel of a connection of ours: the embedded database tells it to whoever ended the transaction. */
  heard(channel: string, payload: string): void;
  /** Begins to listen, and begins again whenever the connection is lost. Resolves once it listens for the first time. */
  listen(): Promise<void>;
  close(): Promise<void>;
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const createLive = (url: string, { onError }: { onError: (error: unknown) => void }): Live => {
  const followers = new Map<string, Set<Hears>>();
  let client: pg.Client | null = null;
  let isClosed = false;

  const tellAll = (isCheck: boolean) => {
    for (const hearing of followers.values()) for (const hears of hearing) hears(isCheck);
  };
  const heard = (channel: string, payload: string) => {
    if (channel !== liveChannel) return;
    if (payload === rightsChanged) return tellAll(true);
    for (const hears of followers.get(payload) ?? []) hears(false);
  };
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, application_name: 'tuttu live', keepAlive: true });
    next.on('notification', ({ channel, payload = '' }) => heard(channel, payload));
    next.on('error', () => {});
    try {
      await next.connect();
      // In a transaction: the embedded database has one session, in which another's may be open.
      await next.query('begin');
      await next.query(`listen ${liveChannel}`);
      await next.query('commit');
    } catch (error) {
      // Whoever asked for it tries again.
      void next.end().catch(() => {});
      throw error;
    }
    client = next;
    next.once('end', () => {
      if (client === next) client = null;
      if (!isClosed) void again();
    });
  };
  /** What was told while nobody listened is made up for: everybody looks anew. */
  const again = async (): Promise<void> => {
    for (let wait = 200; !isClosed; wait = Math.min(wait * 2, 5000)) {
      await pause(wait);
      try {
        if (isClosed) return;
        await connect();
        return tellAll(false);
      } catch (error) {
        if (wait > 3000) onError(error);
      }
    }
  };
  return {
    follow: (what, hears) => {
      const word = wordOf(what);
      const hearing = followers.get(word) ?? new Set();
      followers.set(word, hearing.add(hears));
      return () => {
        hearing.delete(hears);
        if (hearing.size === 0 && followers.get(word) === hearing) followers.delete(word);
      };
    },
    heard,
    listen: connect,
    close: async () => {
      isClosed = true;
      await client?.end().catch(() => {});
    },
  };
};
