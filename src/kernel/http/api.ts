import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodType, z } from 'zod';
import type { Actor, Role } from '../actor.ts';
import { Problem } from '../problem.ts';
import type { Say } from '../say.ts';
import type { Run, UseCase } from '../work.ts';
import { sendProblem } from './problems.ts';

/** One route of the API: a list of these can be read aloud. The same use cases stand behind the pages. */
export type ApiRoute = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below /api, with :parameters named after the record they point at, such as :challengeId. */
  url: string;
  roles: readonly Role[];
  summary: string;
  /** A write to a record people edit: If-Match with its version is needed. */
  isVersioned?: boolean;
  params?: ZodType;
  query?: ZodType;
  body?: ZodType;
  answer: ZodType;
  /** An acceptable body, for the API's page and the access tests. */
  example?: unknown;
  call(request: ApiCall): Promise<unknown>;
};

export type ApiCall = {
  params: unknown;
  query: unknown;
  body: unknown;
  /** The version named by If-Match; 0 where the route needs none. */
  version: number;
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
  roles: readonly Role[];
  summary: string;
  isVersioned?: boolean;
  params?: P;
  query?: Q;
  body?: B;
  answer: ZodType;
  example?: unknown;
  call(request: {
    params: Parsed<P>;
    query: Parsed<Q>;
    body: Parsed<B>;
    version: number;
    run: ApiCall['run'];
  }): Promise<unknown>;
}): ApiRoute => route as ApiRoute;

const actorFor = (request: FastifyRequest, roles: readonly Role[]): Actor => {
  if (!request.session) throw new Problem('notSignedIn');
  const actor = request.session.actor;
  if (!actor || !roles.includes(actor.role)) throw new Problem('notYourRole');
  return actor;
};

const versionOf = (request: FastifyRequest, isVersioned: boolean): number => {
  if (!isVersioned) return 0;
  const header = request.headers['if-match'];
  if (header === undefined) throw new Problem('versionMissing');
  const version = /^"?(\d{1,9})"?$/.exec(header)?.[1];
  if (!version) throw new Problem('changedMeanwhile');
  return Number(version);
};

const postedOf = (request: FastifyRequest) => {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || typeof key !== 'string') return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Problem('badInput', { fields: [{ field: 'Idempotency-Key', message: 'form.key' }] });
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest();
  return { key, route: `${request.method} ${request.routeOptions.url}`, bodyHash };
};

const hasVersion = (answer: unknown): answer is { version: number } =>
  typeof answer === 'object' && answer !== null && 'version' in answer && typeof answer.version === 'number';

/** Adds the routes below /api to the server; zod checks what comes in, and OpenAPI 3.1 describes it. */
export const addApiRoutes = (
  http: FastifyInstance,
  routes: readonly ApiRoute[],
  { run, say }: { run: Run; say: Say },
): void => {
  for (const route of routes) {
    const { method, url, roles, summary, isVersioned = false, params, query, body, answer } = route;
    http.route({
      method,
      url,
      schema: {
        summary,
        tags: [url.split('/')[1] ?? 'api'],
        description: `For: ${roles.join(', ')}.${isVersioned ? ' Needs If-Match with the version you read.' : ''}`,
        ...(params ? { params } : {}),
        ...(query ? { querystring: query } : {}),
        ...(body ? { body } : {}),
        response: { [method === 'POST' ? 201 : 200]: answer },
        security: [{ session: [] }, { token: [] }],
      },
      config: { roles, example: route.example },
      // Who is asking comes before what they ask: no word about the input to somebody without the role.
      preValidation: async (request) => {
        actorFor(request, roles);
      },
      handler: async (request, reply) => {
        const actor = actorFor(request, roles);
        const posted = postedOf(request);
        const output = await route.call({
          params: request.params,
          query: request.query,
          body: request.body,
          version: versionOf(request, isVersioned),
          run: (useCase, input) => run(actor, useCase, input, { posted }),
        });
        if (hasVersion(output)) reply.header('etag', `"${output.version}"`);
        return reply.status(method === 'POST' ? 201 : 200).send(output ?? {});
      },
    });
  }
  http.setNotFoundHandler((request, reply) => sendProblem(reply, request, new Problem('notFound'), say));
};

declare module 'fastify' {
  interface FastifyContextConfig {
    roles?: readonly Role[];
    example?: unknown;
  }
}
