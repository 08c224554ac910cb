import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as openid from 'openid-client';
import { capacitiesOf } from '../capacities.ts';
import { type Clock, dayIn } from '../clock.ts';
import type { Config, LoginProvider } from '../config.ts';
import type { Database, Tx } from '../database.ts';
import { cookieOptions, sessionCookie } from '../http/server.ts';
import { sealTold, toldCookie } from '../join-as-customer.ts';
import { isLanguage } from '../languages.ts';
import { Problem } from '../problem.ts';
import { type Identity, registerPerson } from '../register-person.ts';
import type { Secrets } from '../secrets.ts';
import { type Capacity, endAllSessions, endSession, startSession } from '../session.ts';

/** Who logs in where: customers and businesses through one provider, the city's own people through another. */
export type Doors = { people: LoginProvider; staff: LoginProvider };
type Door = keyof Doors;

export const callbackPath = '/log-in/callback';
const startedCookie = 'tuttu_login';

type Started = { door: Door; state: string; nonce: string; verifier: string; back: string };

/** As a browser would read it: no second slash, no backslash or control character, written plainly or in percent signs. */
const isOurPath = (path: string): boolean => {
  const own = 'http://own.invalid';
  const url = URL.canParse(path, own) ? new URL(path, own) : null;
  return url?.origin === own && !url.pathname.startsWith('//') && !/\\|%5c|%0[0-9a-f]|%2f%2f/i.test(path);
};

/** Only a path of ours: never an address a link could smuggle in. */
export const safeBack = (back: unknown): string =>
  typeof back === 'string' && /^\/[\x21-\x7e]*$/.test(back) && isOurPath(back) ? back : '/';

const readStarted = (request: FastifyRequest): Started => {
  const cookie = request.unsignCookie(request.cookies[startedCookie] ?? '');
  if (!cookie.valid || !cookie.value) throw new Problem('notSignedIn');
  return JSON.parse(cookie.value);
};

/** A provider's metadata, read at the first log-in and kept. */
const keepConfigurations = (doors: Doors) => {
  const known = new Map<Door, Promise<openid.Configuration>>();
  const discover = async ({ issuer, clientId, clientSecret }: LoginProvider) => {
    const url = new URL(issuer);
    const options = url.protocol === 'http:' ? { execute: [openid.allowInsecureRequests] } : {};
    return openid.discovery(url, clientId, clientSecret, openid.ClientSecretBasic(clientSecret), options);
  };
  return async (door: Door): Promise<openid.Configuration> => {
    const found = known.get(door) ?? discover(doors[door]);
    known.set(door, found);
    return found.catch(() => {
      known.delete(door);
      throw new Problem('unavailable');
    });
  };
};

const identityOf = (issuer: string, claims: Record<string, unknown>): Identity => {
  const text = (name: string): string | null => (typeof claims[name] === 'string' ? claims[name] : null);
  const locale = text('locale')?.slice(0, 2);
  return {
    issuer,
    subject: text('sub') ?? '',
    name: text('name') ?? '',
    email: text('email'),
    language: isLanguage(locale) ? locale : 'fi',
    identityCode: text('identity_code') ?? text('urn:oid:1.2.246.21'),
  };
};

export const addLoginRoutes = async (
  http: FastifyInstance,
  outside: { config: Config; database: Database; secrets: Secrets; clock: Clock; doors: Doors },
): Promise<void> => {
  const { config, database, secrets, clock, doors } = outside;
  const configurationOf = keepConfigurations(doors);
  const redirectUri = config.url + callbackPath;
  const cookies = cookieOptions(config);
  const isOutside = { config: { isOutside: true } };

  const enter = async (reply: FastifyReply, personId: string, capacity: Capacity | null, tx: Tx) => {
    const token = await startSession(tx, { personId, capacity, kind: 'browser', now: clock() });
    reply.setCookie(sessionCookie(config), token, cookies);
  };
  const leave = (reply: FastifyReply) => reply.clearCookie(sessionCookie(config), cookies);

  http.get<{ Querystring: { door?: string; back?: string } }>('/log-in/start', isOutside, async (request, reply) => {
    const door: Door = request.query.door === 'staff' ? 'staff' : 'people';
    const configuration = await configurationOf(door);
    const started: Started = {
      door,
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
      back: safeBack(request.query.back),
    };
    const to = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid profile email identity_code',
      code_challenge: await openid.calculatePKCECodeChallenge(started.verifier),
      code_challenge_method: 'S256',
      state: started.state,
      nonce: started.nonce,
      prompt: 'login',
      ui_locales: request.language,
    });
    reply.setCookie(startedCookie, JSON.stringify(started), { ...cookies, maxAge: 3600, signed: true });
    return reply.redirect(to.href, 302);
  });

  http.get(callbackPath, isOutside, async (request, reply) => {
    const started = readStarted(request);
    reply.clearCookie(startedCookie, cookies);
    const configuration = await configurationOf(started.door);
    const tokens = await openid
      .authorizationCodeGrant(configuration, new URL(config.url + request.url), {
        pkceCodeVerifier: started.verifier,
        expectedState: started.state,
        expectedNonce: started.nonce,
      })
      .catch(() => {
        throw new Problem('notSignedIn');
      });
    const subject = tokens.claims()?.sub ?? '';
    const told = await openid.fetchUserInfo(configuration, tokens.access_token, subject);
    const identity = identityOf(doors[started.door].issuer, { ...tokens.claims(), ...told });
    const personId = await database.acrossCities((tx) => registerPerson(tx, secrets, identity));
    const capacities = await capacitiesOf(database, personId, dayIn('Europe/Helsinki', clock()));
    const only = capacities.length === 1 ? (capacities[0] ?? null) : null;
    await database.acrossCities(async (tx) => {
      if (request.session) await endSession(tx, request.session.id, clock());
      await enter(reply, personId, only, tx);
    });
    if (only) return reply.redirect(started.back, 303);
    const next = capacities.length === 0 ? '/join' : '/act-as';
    if (capacities.length === 0) {
      const told = sealTold(secrets, { personId, name: identity.name, email: identity.email });
      reply.setCookie(toldCookie, told, { ...cookies, path: '/join', maxAge: 3600 });
    }
    return reply.redirect(`${next}?back=${encodeURIComponent(started.back)}`, 303);
  });

  http.post<{ Body: { capacity?: string; back?: string } }>('/act-as', isOutside, async (request, reply) => {
    const { session } = request;
    if (!session) throw new Problem('notSignedIn');
    const capacities = await capacitiesOf(database, session.personId, dayIn('Europe/Helsinki', clock()));
    const chosen = capacities.find((capacity) => capacityKey(capacity) === request.body?.capacity);
    if (!chosen) throw new Problem('notFound');
    await database.acrossCities(async (tx) => {
      await endSession(tx, session.id, clock());
      await enter(reply, session.personId, chosen, tx);
    });
    return reply.redirect(safeBack(request.body?.back), 303);
  });

  http.post<{ Body: { where?: string } }>('/log-out', isOutside, async (request, reply) => {
    const { session } = request;
    if (session)
      await database.acrossCities((tx) =>
        request.body?.where === 'everywhere'
          ? endAllSessions(tx, session.personId, clock())
          : endSession(tx, session.id, clock()),
      );
    leave(reply);
    // What was typed and not sent waits in the tab (KeepTyped): not for whoever sits down next.
    reply.header('clear-site-data', '"storage"');
    return reply.redirect('/?done=loggedOut', 303);
  });
};

/** One string a form can send for a capacity. */
export const capacityKey = ({ cityId, role, businessId }: Capacity): string =>
  [cityId, role, businessId ?? ''].join(':');
