import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import Provider, { errors } from 'oidc-provider';
import type { Config } from '../config.ts';
import type { Database } from '../database.ts';
import { memoryAdapters } from './memory-adapter.ts';
import type { Doors } from './routes.ts';

/** Where the demo's identity provider lives: it stands in for Suomi.fi and the city's staff log-in. */
export const builtInPath = '/demo-identity';
export const interactionPath = '/log-in/as';

/** One provider behind both doors; each is a client of its own, so that the provider knows whom to offer. */
export const builtInDoors = (config: Config): Doors => {
  const issuer = `${config.url}${builtInPath}`;
  const clientOf = (clientId: string) => ({ issuer, clientId, clientSecret: randomBytes(24).toString('base64url') });
  return { people: clientOf('tuttu'), staff: clientOf('tuttu-staff') };
};

/** Mounts a real OpenID Connect provider whose users are the demo's made-up people. Never there outside the demo. */
export const mountBuiltInProvider = async (
  http: FastifyInstance,
  outside: { config: Config; database: Database; doors: Doors; redirectUri: string },
): Promise<void> => {
  const { config, database, doors, redirectUri } = outside;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(doors.people.issuer, {
    clients: [doors.people, doors.staff].map(({ clientId, clientSecret }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'client_secret_basic',
    })),
    adapter: memoryAdapters(),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'demo' }] },
    cookies: {
      keys: [randomBytes(24).toString('base64url')],
      names: { session: 'demo_identity', interaction: 'demo_identity_step', resume: 'demo_identity_resume' },
    },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'locale'], email: ['email'], identity_code: ['identity_code'] },
    scopes: ['openid', 'profile', 'email', 'identity_code'],
    conformIdTokenClaims: false,
    interactions: {
      url: (_, { uid, params }) => {
        const door = params.client_id === doors.staff.clientId ? 'staff' : 'people';
        return `${interactionPath}/${uid}?door=${door}`;
      },
    },
    ttl: { Interaction: 3600, Session: 60, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    // The demo asks no consent of its own: its people are made up.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client?.clientId,
        accountId: context.oidc.session?.accountId,
      });
      grant.addOIDCScope('openid profile email identity_code');
      await grant.save();
      return grant;
    },
    findAccount: async (_, subject) => {
      const found = await database.acrossCities((tx) =>
        tx
          .selectFrom('demoPerson')
          .select(['subject', 'name', 'language', 'identityCode'])
          .where('subject', '=', subject)
          .executeTakeFirst(),
      );
      if (!found) return undefined;
      return {
        accountId: found.subject,
        claims: () => ({
          sub: found.subject,
          name: found.name,
          locale: found.language,
          email: `${found.subject}@demo.invalid`,
          identity_code: found.identityCode,
        }),
      };
    },
  });
  provider.proxy = config.url.startsWith('https:');
  const handle = provider.callback();
  await http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all(`${builtInPath}/*`, { config: { isOutside: true } }, (request, reply) => {
      reply.hijack();
      request.raw.url = (request.raw.url ?? '').slice(builtInPath.length);
      // The library mounted below a path is told so the way Express tells it.
      Object.assign(request.raw, { originalUrl: `${builtInPath}${request.raw.url}`, baseUrl: builtInPath });
      handle(request.raw, reply.raw);
    });
  });
  http.post<{ Params: { uid: string }; Body: { subject?: string } }>(
    `${interactionPath}/:uid`,
    { config: { isOutside: true } },
    async (request, reply) => {
      const login = { accountId: String(request.body?.subject ?? ''), remember: false };
      // A step already taken, as after the browser's Back, or one that never was: begin anew.
      const to = await provider.interactionResult(request.raw, reply.raw, { login }).catch((error: unknown) => {
        if (error instanceof errors.SessionNotFound) return '/log-in';
        throw error;
      });
      return reply.redirect(to, 303);
    },
  );
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Reached without being signed in, and no page or API route of ours. */
    isOutside?: boolean;
  }
}
