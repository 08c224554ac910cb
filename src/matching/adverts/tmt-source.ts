import { setTimeout as pause } from 'node:timers/promises';
import type { Language } from '../../kernel/languages.ts';
import { type AdvertSource, SourceTrouble } from './source.ts';

export type TmtSettings = { address: string; key: string };

type Outside = { wait?: (ms: number) => Promise<unknown>; timeoutMs?: number; mostBytes?: number };

const tries = 5;
const longestWait = 60_000;

/** What the server asks for, in milliseconds; else each wait is twice the one before. */
const waitAfter = (response: Response | null, attempt: number): number => {
  const asked = Number(response?.headers.get('retry-after'));
  const ms = Number.isFinite(asked) && asked > 0 ? asked * 1000 : 1000 * 2 ** attempt;
  return Math.min(longestWait, ms);
};

const mayPass = (status: number): boolean => status === 429 || status >= 500;

const sayStatus = (status: number): string => {
  if (status === 401 || status === 403) return `The open jobs' interface does not take our key (${status}).`;
  return `The open jobs' interface answered ${status}.`;
};

/** Reads a body up to a limit, so that no answer can fill the memory. */
const readBody = async (response: Response, mostBytes: number): Promise<unknown> => {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > mostBytes) {
      await reader?.cancel();
      throw new SourceTrouble('The open jobs’ interface answered with more than we read.', { mayPass: false });
    }
    text += decoder.decode(part.value, { stream: true });
  }
  try {
    return JSON.parse(text + decoder.decode());
  } catch {
    throw new SourceTrouble('The open jobs’ interface answered with something else than JSON.', { mayPass: true });
  }
};

/** Where people read an advert. */
const shown = 'https://tyomarkkinatori.fi/henkiloasiakkaat/avoimet-tyopaikat';

/**
 * Job Market Finland's open jobs (Työmarkkinatori, TMT v1). A busy or failing server is asked again with growing waits, as it asks for itself; then
 * it throws SourceTrouble.
 */
export const tmtSource = (
  { address, key }: TmtSettings,
  { wait = pause, timeoutMs = 30_000, mostBytes = 64 << 20 }: Outside = {},
): AdvertSource => {
  const ask = (url: URL): Promise<Response | null> =>
    fetch(url, {
      headers: { authorization: `Bearer ${key}`, accept: 'application/json', 'user-agent': 'tuttu' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(() => null);
  return {
    isDemo: false,
    linkOf: (outsideId: string, language: Language) => `${shown}/${encodeURIComponent(outsideId)}/${language}`,
    async page({ municipality, page, size }) {
      const url = new URL(`${address.replace(/\/$/, '')}/api/v1/tyopaikat`);
      url.search = new URLSearchParams({ sivu: `${page}`, maara: `${size}`, kunta: municipality }).toString();
      for (let attempt = 0; ; attempt += 1) {
        const response = await ask(url);
        if (response?.ok) return readBody(response, mostBytes);
        await response?.body?.cancel();
        const isLast = attempt + 1 === tries;
        if (response && !mayPass(response.status))
          throw new SourceTrouble(sayStatus(response.status), { mayPass: false });
        if (isLast)
          throw new SourceTrouble(
            response ? sayStatus(response.status) : 'The open jobs’ interface cannot be reached.',
            {
              mayPass: true,
            },
          );
        await wait(waitAfter(response, attempt));
      }
    },
  };
};
