import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Role } from '../actor.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database.ts';
import type { Followed } from '../live/change.ts';
import type { Live } from '../live/live.ts';
import { Problem } from '../problem.ts';
import { readSession } from '../session.ts';
import type { Run, UseCase } from '../work.ts';
import { tokenOf } from './server.ts';

/** A stream of server-sent events an open page follows: ids only, what has changed is asked for as ever. */
export type LiveRoute = {
  url: string;
  roles: readonly Role[];
  /**
   * What is followed by whoever may; throws as its page would for others. Asked when the stream opens, and again (`isAgain`) before each event: then nothing is
   * looked at and nothing goes into the use log.
   */
  follow: (params: Record<string, string>, isAgain: boolean) => UseCase<undefined, Followed>;
};

export type LiveOutside = { config: Config; database: Database; clock: Clock; live: Live; run: Run };

/** Streams one person may have open in this process: a few pages in a few windows. */
export const mostStreams = 6;

/** Signs of life, so that nothing between takes the line for dead; and how often what ends by the clock alone is looked for. */
const lifeEvery = 20_000;

const samePlace = (one: Actor, other: Actor | null | undefined): boolean =>
  one.sessionId === other?.sessionId &&
  one.cityId === other.cityId &&
  one.role === other.role &&
  one.businessId === other.businessId;

const actorFor = ({ session }: FastifyRequest, roles: readonly Role[]): Actor => {
  if (!session) throw new Problem('notSignedIn');
  if (!session.actor) throw new Problem('chooseRole');
  if (!roles.includes(session.actor.role)) throw new Problem('notYourRole');
  return session.actor;
};

/** The answer as a stream; what was set for it before, such as security headers, stays. */
const openStream = (reply: FastifyReply) => {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  return raw;
};

/** Serves streams of what changes. Whoever loses the right to what they follow loses the stream, at the next event or when rights change anywhere. */
export const addLiveRoutes = (http: FastifyInstance, routes: readonly LiveRoute[], outside: LiveOutside): void => {
  const { config, database, clock, live, run } = outside;
  const open = new Map<string, number>();
  const count = (personId: string, by: 1 | -1) => {
    const next = (open.get(personId) ?? 0) + by;
    if (next > 0) open.set(personId, next);
    else open.delete(personId);
  };

  const follow = async (route: LiveRoute, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const actor = actorFor(request, route.roles);
    if ((open.get(actor.personId) ?? 0) >= mostStreams) throw new Problem('tooMany');
    const params = request.params as Record<string, string>;
    const followed = await run(actor, route.follow(params, false), undefined);
    const token = tokenOf(request, config) ?? '';
    const stillMay = async (): Promise<boolean> => {
      const session = await readSession(database, { token, now: clock(), requestId: request.id });
      if (!samePlace(actor, session?.actor)) return false;
      await run(actor, route.follow(params, true), undefined);
      return true;
    };
    const stream = openStream(reply);
    count(actor.personId, 1);
    let isChanged = false;
    let isAsking = false;
    let isWanted = false;
    /** One at a time: what comes meanwhile is asked once more afterwards. */
    const ask = async (): Promise<void> => {
      isWanted = true;
      if (isAsking) return;
      isAsking = true;
      try {
        while (isWanted && !stream.destroyed) {
          isWanted = false;
          const isTold = isChanged;
          isChanged = false;
          if (!(await stillMay())) throw new Problem('notFound');
          if (isTold) stream.write(`event: changed\ndata: ${JSON.stringify({ id: followed.id })}\n\n`);
        }
      } catch {
        // The right is gone, or the database is: either way the page has to ask anew.
        stream.end('event: closed\ndata: {}\n\n');
      } finally {
        isAsking = false;
      }
    };
    const stop = live.follow(followed, (isCheck) => {
      isChanged ||= !isCheck;
      void ask();
    });
    const life = setInterval(() => {
      stream.write(': here\n\n');
      void ask();
    }, lifeEvery);
    stream.once('close', () => {
      clearInterval(life);
      stop();
      count(actor.personId, -1);
    });
    stream.write('retry: 5000\n\n');
    // What has changed while the way was being made is not missed.
    void ask();
  };
  for (const route of routes)
    http.route({
      method: 'GET',
      url: route.url,
      exposeHeadRoute: false,
      config: { isOutside: true },
      handler: (request, reply) => follow(route, request, reply),
    });
};
