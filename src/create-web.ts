import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { ServerBuild } from 'react-router';
import { apiRoutes } from './api-routes.ts';
import type { App } from './app.ts';
import { dialogueLive } from './dialogue/index.ts';
import { addApiRoutes } from './kernel/http/api.ts';
import { addLiveRoutes } from './kernel/http/live-routes.ts';
import { answerProblems, sendProblem } from './kernel/http/problems.ts';
import { createHttp } from './kernel/http/server.ts';
import { builtInDoors, mountBuiltInProvider } from './kernel/login/built-in-provider.ts';
import { addLoginRoutes, callbackPath } from './kernel/login/routes.ts';
import { Problem } from './kernel/problem.ts';
import { movesLive } from './web/live.ts';
import { listPages, mountPages } from './web/mount.ts';

/** What a schema of the API did not take. `maximum` stands where something was too long or too much. */
type ApiIssue = { instancePath: string; message: string; params?: { maximum?: number | bigint } };

const addApi = async (http: FastifyInstance, app: App): Promise<void> => {
  // A body is JSON and nothing else (415), whatever the pages' forms may send.
  http.removeContentTypeParser(['application/x-www-form-urlencoded', 'text/plain']);
  http.setValidatorCompiler(validatorCompiler);
  http.setSerializerCompiler(serializerCompiler);
  http.setErrorHandler((error, request, reply) => {
    const issues = (error as { validation?: ApiIssue[] }).validation;
    if (!issues) throw error;
    const fields = issues.map((issue) => ({
      field: issue.instancePath.replace(/^\//, '') || 'body',
      message: /^[a-zA-Z]+\.[\w.]+$/.test(issue.message) ? issue.message : 'form.check',
      values: { most: Number(issue.params?.maximum ?? 0) },
    }));
    return sendProblem(reply, request, new Problem('badInput', { fields }), app.say);
  });
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Tuttu', version: '1', description: app.say('en', 'page.description') },
      servers: [{ url: '/api' }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'tuttu' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
  http.get('/openapi.json', { schema: { hide: true }, config: { isOutside: true } }, () => http.swagger());
  addApiRoutes(http, apiRoutes, app);
};

const streams = [...dialogueLive, ...movesLive];

/** The whole web of the product: log-in, API below /api, streams of what changes, pages for the rest. */
export const createWeb = async (app: App, build: ServerBuild): Promise<FastifyInstance> => {
  const { config, database, clock } = app;
  const http = await createHttp({
    config,
    database,
    clock,
    say: app.say,
    secret: app.services.secrets.lookup('cookies').toString('hex'),
  });
  answerProblems(http, app.say);
  const builtIn = builtInDoors(config);
  const doors = { people: config.login ?? builtIn.people, staff: config.staffLogin ?? builtIn.staff };
  await addLoginRoutes(http, { config, database, secrets: app.services.secrets, clock, doors });
  if (config.demo)
    await mountBuiltInProvider(http, { config, database, doors: builtIn, redirectUri: config.url + callbackPath });
  http.get('/health', { config: { isOutside: true } }, async () => {
    await database.acrossCities((tx) => tx.selectFrom('city').select('id').limit(1).execute());
    return { status: 'ok' };
  });
  await http.register((api) => addApi(api, app), { prefix: '/api' });
  addLiveRoutes(http, streams, app);
  await mountPages(http, build, app);
  if (config.demo)
    http.get('/health/routes', { config: { isOutside: true } }, () => ({
      pages: listPages(build),
      api: apiRoutes.map(({ method, url, roles, example, isVersioned, upload }) => ({
        method,
        url: `/api${url}`,
        roles,
        example,
        isVersioned: isVersioned ?? false,
        isUpload: upload !== undefined,
      })),
      streams: streams.map(({ url, roles }) => ({ url, roles })),
    }));
  return http;
};
