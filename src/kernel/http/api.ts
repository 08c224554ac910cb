import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodType, z } from 'zod';
import type { Actor, Role } from '../actor.ts';
import type { Cities } from '../cities.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database.ts';
import { FileAnswer } from '../files/file-answer.ts';
import type { JobWorker } from '../jobs.ts';
import { Problem } from '../problem.ts';
import type { Say } from '../say.ts';
import type { Session } from '../session.ts';
import type { Run, Services, UseCase } from '../work.ts';
import { allowedMethods } from './allowed.ts';
import { sendProblem } from './problems.ts';
import { readUpload, type Uploaded, uploadType } from './upload.ts';

/** One route of the API: a list of these can be read aloud. The same use cases stand behind the pages. */
export type ApiRoute = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below /api, with :parameters named after the record they point at, such as :challengeId. */
  url: string;
  /** 'signedIn': also who has not chosen a role, or has none yet. */
  roles: readonly Role[] | 'signedIn';
  summary: string;
  /** A write to a record people edit: If-Match with its version is needed. */
  isVersioned?: boolean;
  /** Bytes of a body at most, where it carries a file; else a megabyte. */
  mostBytes?: number;
  /** The body is a file, sent as it is (application/octet-stream), of so many bytes at most. */
  upload?: number;
  params?: ZodType;
  query?: ZodType;
  body?: ZodType;
  answer: ZodType;
  /** An acceptable body, for the API's page and the access tests. */
  example?: unknown;
  call(request: ApiCall): Promise<unknown>;
};

/** What a route needs that is not a use case's: the queue of jobs, and joining a city one does not act in. */
export type ApiOutside = {
  run: Run;
  say: Say;
  database: Database;
  jobs: Pick<JobWorker, 'parked' | 'retry'>;
  cities: Cities;
  services: Services;
  clock: Clock;
  /** Where people reach us, for links that leave. */
  config: Pick<Config, 'url'>;
};

export type ApiCall = {
  params: unknown;
  query: unknown;
  body: unknown;
  /** The file sent, on a route that takes one. */
  pieces: readonly Buffer[];
  /** The version named by If-Match; 0 where the route needs none. */
  version: number;
  /** Who is signed in, and by what request: for what is done in no role. */
  session: Session;
  requestId: string;
  cookies: string;
  outside: ApiOutside;
  run<Input, Output>(useCase: UseCase<Input, Output>, input: Input): Promise<Output>;
};

type Parsed<S extends ZodType | undefined> = S extends ZodType ? z.output<S> : undefined;

/** Declares a route with its parameters, query and body typed by their schemas. */
export const apiRoute = <
  P extends ZodType | undefined = undefined,
  Q extends ZodType | undefined = undefined,
  B extends ZodType | undefined = undefined,
>(route: {
  method: ApiRoute['method'];
  url: string;
  roles: ApiRoute['roles'];
  summary: string;
  isVersioned?: boolean;
  mostBytes?: number;
  upload?: number;
  params?: P;
  query?: Q;
  body?: B;
  answer: ZodType;
  example?: unknown;
  call(
    request: Omit<ApiCall, 'params' | 'query' | 'body'> & { params: Parsed<P>; query: Parsed<Q>; body: Parsed<B> },
  ): Promise<unknown>;
}): ApiRoute => route as ApiRoute;

/** Throws unless the request comes from somebody the route is for. */
const sessionFor = (request: FastifyRequest, roles: ApiRoute['roles']): Session => {
  if (!request.session) throw new Problem('notSignedIn');
  const { actor } = request.session;
  if (roles === 'signedIn') return request.session;
  if (!actor) throw new Problem('chooseRole');
  if (!roles.includes(actor.role)) throw new Problem('notYourRole');
  return request.session;
};

const actorIn = ({ actor }: Session): Actor => {
  if (!actor) throw new Problem('chooseRole');
  return actor;
};

const versionOf = (request: FastifyRequest, isVersioned: boolean): number => {
  if (!isVersioned) return 0;
  const header = request.headers['if-match'];
  if (header === undefined) throw new Problem('versionMissing');
  const version = /^"?(\d{1,9})"?$/.exec(header)?.[1];
  if (!version) throw new Problem('versionUnreadable');
  return Number(version);
};

const isUploaded = (body: unknown): body is Uploaded => typeof body === 'object' && body !== null && 'pieces' in body;

/** Of a file the sum was made as it came in. */
const hashOfBody = ({ body, routeOptions }: FastifyRequest): Buffer =>
  routeOptions.config.isUpload && isUploaded(body)
    ? body.digest
    : createHash('sha256')
        .update(JSON.stringify(body ?? null))
        .digest();

const postedOf = (request: FastifyRequest) => {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || typeof key !== 'string') return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Problem('badInput', { fields: [{ field: 'Idempotency-Key', message: 'form.key' }] });
  const bodyHash = hashOfBody(request);
  return { key, route: `${request.method} ${request.routeOptions.url}`, bodyHash };
};

const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0] ?? '';

const hasVersion = (answer: unknown): answer is { version: number } =>
  typeof answer === 'object' && answer !== null && 'version' in answer && typeof answer.version === 'number';

/** One route; zod checks what comes in, and OpenAPI 3.1 describes it. */
const addApiRoute = (http: FastifyInstance, route: ApiRoute, outside: ApiOutside): void => {
  const { method, url, roles, summary, isVersioned = false, params, query, body, answer, upload } = route;
  http.route({
    method,
    url,
    ...(route.mostBytes ? { bodyLimit: route.mostBytes } : {}),
    schema: {
      summary,
      tags: [url.split('/')[1] ?? 'api'],
      description: `For: ${roles === 'signedIn' ? 'everybody signed in' : roles.join(', ')}.${isVersioned ? ' Needs If-Match with the version you read.' : ''}`,
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body ? { body } : {}),
      response: { [method === 'POST' ? 201 : 200]: answer },
      ...(upload ? { consumes: [uploadType] } : {}),
      security: [{ session: [] }, { token: [] }],
    },
    config: { roles, example: route.example, isUpload: upload !== undefined },
    // Who is asking comes before what they ask: no word about the input to somebody without the role.
    preValidation: async (request) => {
      sessionFor(request, roles);
    },
    handler: async (request, reply) => {
      const session = sessionFor(request, roles);
      const posted = postedOf(request);
      const output = await route.call({
        params: request.params,
        query: request.query,
        body: request.body,
        pieces: upload && isUploaded(request.body) ? request.body.pieces : [],
        version: versionOf(request, isVersioned),
        run: (useCase, input) => outside.run(actorIn(session), useCase, input, { posted }),
        session,
        requestId: request.id,
        cookies: request.headers.cookie ?? '',
        outside,
      });
      if (output instanceof FileAnswer) return reply.headers(output.headers).send(output.body);
      if (hasVersion(output)) reply.header('etag', `"${output.version}"`);
      return reply.status(method === 'POST' ? 201 : 200).send(output ?? {});
    },
  });
};

/** A route that takes a file has a scope of its own, in which a body is nothing else. */
const addUploadRoute = (http: FastifyInstance, route: ApiRoute, outside: ApiOutside): void => {
  http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(uploadType, (_request: FastifyRequest, body: Readable) =>
      readUpload(body, route.upload ?? 0),
    );
    addApiRoute(scope, route, outside);
  });
};

/** Adds the routes below /api to the server. */
export const addApiRoutes = (http: FastifyInstance, routes: readonly ApiRoute[], outside: ApiOutside): void => {
  for (const route of routes) (route.upload === undefined ? addApiRoute : addUploadRoute)(http, route, outside);
  const methodsOf = allowedMethods([...routes, { method: 'GET', url: '/openapi.json' }]);
  // Below /api every answer is the API's, also that there is no such route; /api itself is a page.
  const refuse = (request: FastifyRequest): Problem => {
    const methods = methodsOf(pathOf(request).slice(http.prefix.length));
    if (methods.length === 0) return new Problem('notFound');
    return new Problem('methodNotAllowed', { values: { methods: methods.join(', ') } });
  };
  http.all('/*', {
    schema: { hide: true },
    config: { isOutside: true },
    // Before anything of the body is read.
    onRequest: async (request) => {
      throw refuse(request);
    },
    handler: () => {},
  });
  http.setNotFoundHandler((request, reply) => sendProblem(reply, request, refuse(request), outside.say));
};

declare module 'fastify' {
  interface FastifyContextConfig {
    roles?: ApiRoute['roles'];
    example?: unknown;
    isUpload?: boolean;
  }
}
