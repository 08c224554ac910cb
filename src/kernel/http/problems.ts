import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, type ProblemCode } from '../problem.ts';
import type { Say } from '../say.ts';
import { plainPage } from './plain-page.ts';

/** FATAL is what PostgreSQL calls an error that ends or refuses a connection: restarting, full, not accepting any. */
const isLostDatabase = (error: { code?: string; message?: string; severity?: string }): boolean =>
  error.severity === 'FATAL' ||
  /^(ECONNREFUSED|ECONNRESET|57P0[123]|08\d{3})$/.test(error.code ?? '') ||
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/.test(
    error.message ?? '',
  );

const codeOfStatus = (status: number | undefined): ProblemCode => {
  if (status === 404) return 'notFound';
  if (status === 413) return 'tooLarge';
  if (status === 415) return 'unsupportedType';
  if (status === 429) return 'tooMany';
  return status !== undefined && status >= 400 && status < 500 ? 'badInput' : 'failure';
};

/** Any thrown thing as a Problem of ours; what we do not know is a failure at our end. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  if (typeof error !== 'object' || error === null) return new Problem('failure');
  const { statusCode, code, message, severity } = error as Partial<FastifyError & { severity: string }>;
  if (isLostDatabase({ code, message, severity })) return new Problem('unavailable');
  return new Problem(codeOfStatus(statusCode));
};

/** An RFC 9457 problem document in the reader's language. */
export const problemDocument = (problem: Problem, say: Say, request: FastifyRequest) => ({
  type: `urn:tuttu:problem:${problem.code}`,
  title: say(request.language, `problem.${problem.code}.title`, problem.values),
  status: problem.status,
  detail: say(request.language, `problem.${problem.code}.what`, problem.values),
  instance: `urn:tuttu:request:${request.id}`,
  ...(problem.fields.length > 0
    ? {
        fields: problem.fields.map(({ field, message, values }) => ({
          field,
          message: say(request.language, message, values ?? {}),
        })),
      }
    : {}),
  ...(problem.current === undefined ? {} : { current: problem.current }),
});

export const sendProblem = (reply: FastifyReply, request: FastifyRequest, problem: Problem, say: Say): FastifyReply => {
  if (problem.code === 'methodNotAllowed') reply.header('allow', problem.values.methods);
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument(problem, say, request)));
};

/** A page, or a browser asked, and not for the API: a person reads the answer. */
const isForReading = ({ url, routeOptions, headers }: FastifyRequest): boolean =>
  !url.startsWith('/api/') && (routeOptions.config.isPages === true || (headers.accept ?? '').includes('text/html'));

/** A page for a browser, a problem document for anybody else. */
export const answerProblem = (
  reply: FastifyReply,
  request: FastifyRequest,
  problem: Problem,
  say: Say,
): FastifyReply => {
  if (!isForReading(request)) return sendProblem(reply, request, problem, say);
  if (problem.code === 'methodNotAllowed') reply.header('allow', problem.values.methods);
  return reply
    .status(problem.status)
    .type('text/html; charset=utf-8')
    .send(plainPage(say, request.language, problem, request));
};

const pageMethods = ['GET', 'HEAD', 'POST'];

const unrouted = ({ method, url }: FastifyRequest): Problem =>
  pageMethods.includes(method) || url.startsWith('/assets/')
    ? new Problem('notFound')
    : new Problem('methodNotAllowed', { values: { methods: pageMethods.join(', ') } });

/** What is read away of a body that is refused: bytes, and milliseconds. */
const mostReadAway = { bytes: 50_000_000, time: 10_000 };

/**
 * Reads and throws away the rest of a body that is too large. Were the connection closed over it, its sender would get a broken connection
 * and never the word that says what to do.
 */
const readAway = ({ raw }: FastifyRequest): Promise<void> =>
  new Promise((resolve) => {
    if (raw.complete || raw.destroyed) return resolve();
    let bytes = 0;
    const over = () => {
      clearTimeout(timer);
      raw.off('data', count);
      resolve();
    };
    const count = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostReadAway.bytes) over();
    };
    const timer = setTimeout(over, mostReadAway.time);
    for (const event of ['end', 'close', 'error']) raw.once(event, over);
    raw.on('data', count).resume();
  });

/** The edge: logs a failure once, with the request's number, and answers with a page for a browser, a problem document for the API. */
export const answerProblems = (http: FastifyInstance, say: Say): void => {
  http.addHook('onSend', async (_request, reply) => {
    if (reply.statusCode === 503) reply.header('retry-after', '5');
  });
  http.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error);
    if (problem.code === 'tooLarge') {
      await readAway(request);
      // All of it has come: the connection is as good as any.
      if (request.raw.complete) reply.removeHeader('connection');
    }
    if (problem.status >= 500)
      request.log.error({ err: error, requestId: request.id, url: request.routeOptions.url }, 'failed');
    return answerProblem(reply, request, problem, say);
  });
  // What no route takes: a file that is not there, or a page asked for by a method it has not.
  http.setNotFoundHandler((request, reply) => answerProblem(reply, request, unrouted(request), say));
};
