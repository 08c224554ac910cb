import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An open job as the double keeps it: whatever the interface would tell, with where it is. */
export type DoubleJob = { kunta: string[]; sijaintiJoustava?: boolean; told: Record<string, unknown> };

/** Does something else than answering, once. */
export type Misbehaviour = (request: IncomingMessage, response: ServerResponse) => void;

export type JobMarketDouble = {
  address: string;
  key: string;
  /** What is published; change it as you like. */
  jobs: DoubleJob[];
  /** Taken one for each request before any answer. */
  misbehave: Misbehaviour[];
  /** What was asked, by address. */
  asked: string[];
  close(): void;
};

type Answer = { status: number; body: unknown };

/** What the description says of the parameters (TMT.yaml): a page from 0, 100 to 500 a page. */
const faultOf = (query: URLSearchParams): string | undefined => {
  const [page, size] = ['sivu', 'maara'].map((name) => Number(query.get(name) ?? Number.NaN));
  if (page === undefined || !Number.isInteger(page) || page < 0) return 'sivu';
  if (size === undefined || !Number.isInteger(size) || size < 100 || size > 500) return 'maara';
  const strange = [...query.keys()].find((name) => !['sivu', 'maara', 'kunta', 'sijaintiJoustava'].includes(name));
  return strange;
};

const answerTo = ({ jobs, key }: JobMarketDouble, request: IncomingMessage): Answer => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://double.test');
  if (pathname !== '/api/v1/tyopaikat') return { status: 404, body: {} };
  if (request.headers.authorization !== `Bearer ${key}`) return { status: 401, body: {} };
  const fault = faultOf(searchParams);
  if (fault) return { status: 400, body: { status: 400, virheviesti: `Virheellinen data: ${fault}` } };
  const municipalities = searchParams.getAll('kunta');
  const isAnywhere = searchParams.get('sijaintiJoustava') === 'true';
  const found = jobs.filter(
    ({ kunta, sijaintiJoustava = false }) =>
      (municipalities.length === 0 || kunta.some((one) => municipalities.includes(one))) &&
      (!isAnywhere || sijaintiJoustava),
  );
  const [sivu, maara] = [Number(searchParams.get('sivu')), Number(searchParams.get('maara'))];
  const ilmoitukset = found
    .slice(sivu * maara, (sivu + 1) * maara)
    .map(({ kunta, sijaintiJoustava = false, told }) => ({ ...told, sijainti: { kunta, sijaintiJoustava } }));
  return { status: 200, body: { sivutus: { sivu, maara }, ilmoituksienMaara: found.length, ilmoitukset } };
};

/**
 * A double of Job Market Finland's register of open jobs on this machine's loopback: answers over HTTP as its description says (TMT.yaml v1), and
 * misbehaves when told to. For tests.
 */
export const startJobMarketDouble = async (): Promise<JobMarketDouble> => {
  const server = createServer((request, response) => {
    double.asked.push(request.url ?? '');
    const misbehaviour = double.misbehave.shift();
    if (misbehaviour) return misbehaviour(request, response);
    const { status, body } = answerTo(double, request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // An address of the network, since it listens on a port.
  const { port } = server.address() as AddressInfo;
  const double: JobMarketDouble = {
    address: `http://127.0.0.1:${port}`,
    key: 'the key of the double',
    ...{ jobs: [], misbehave: [], asked: [] },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return double;
};
