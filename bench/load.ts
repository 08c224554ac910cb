import autocannon from 'autocannon';

export type Asked = { path: string; headers: Record<string, string> };
/** Milliseconds for the percentiles. */
export type Figures = { requestsPerSecond: number; p50: number; p95: number };

const connections = 10;

const percentile = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));

/** Every connection goes through all requests, each beginning at another place, so that no two ask for the same person at once. */
const spread = (requests: readonly Asked[]) => {
  let count = 0;
  return (client: { setRequests(own: Asked[]): void }) => {
    const from = Math.floor((count++ * requests.length) / connections);
    client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
  };
};

/** Ten connections ask as fast as they are answered. Throws when one answer is not a success: a wrong answer is quick. */
export const load = async (url: string, requests: readonly Asked[], seconds: number): Promise<Figures> => {
  const times: number[] = [];
  const [first] = requests;
  if (!first) throw new Error('There is nothing to ask for.');
  const run = autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 30,
    requests: [first],
    setupClient: spread(requests),
  });
  run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const { non2xx, errors, timeouts, duration } = await run;
  if (non2xx + errors + timeouts > 0)
    throw new Error(`${first.path}: ${non2xx} refused, ${errors} errors, ${timeouts} timeouts.`);
  times.sort((a, b) => a - b);
  return {
    requestsPerSecond: Number((times.length / duration).toFixed(1)),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  };
};
