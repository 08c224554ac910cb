import { setTimeout as pause } from 'node:timers/promises';
import type { Language } from '../../kernel/languages.ts';
import { type AdvertSource, SourceTrouble } from './source.ts';

export type TmtSettings = { address: string; key: string };

type Outside = { wait?: (ms: number) => Promise<unknown>; timeoutMs?: number; mostBytes?: number };

const tries = 5;
const longestWait = 60_000;

/** `Retry-After` in milliseconds: seconds, or a date; null when it says neither. */
const askedToWait = (header: string | null, now: number): number | null => {
  if (header === null) return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) && ms > 0 ? ms : null;
};

/** What the server asks for, in milliseconds; else each wait is twice the one before. */
const waitAfter = (header: string | null, attempt: number): number =>
  Math.min(longestWait, askedToWait(header, Date.now()) ?? 1000 * 2 ** attempt);

const mayPass = (status: number): boolean => status === 429 || status >= 500;

const sayStatus = (status: number): string => {
  if (status === 401 || status === 403) return `The open jobs' interface does not take our key (${status}).`;
  return `The open jobs' interface answered ${status}.`;
};

/** Reads a body up to a limit, so that no answer can fill the memory. */
const readText = async (response: Response, mostBytes: number): Promise<string> => {
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
  return text + decoder.decode();
};

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new SourceTrouble('The open jobs’ interface answered with something else than JSON.', { mayPass: true });
  }
};

type Asked = { text: string } | { status: number; retryAfter: string | null } | 'unreachable';
const cannotBeReached = 'The open jobs’ interface cannot be reached.';

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
  /** One try, body and all; 'unreachable' also where the answer breaks off or takes too long. */
  const ask = async (url: URL): Promise<Asked> => {
    try {
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${key}`, accept: 'application/json', 'user-agent': 'tuttu' },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.ok) return { text: await readText(response, mostBytes) };
      await response.body?.cancel();
      return { status: response.status, retryAfter: response.headers.get('retry-after') };
    } catch (error) {
      if (error instanceof SourceTrouble) throw error;
      return 'unreachable';
    }
  };
  return {
    isDemo: false,
    linkOf: (outsideId: string, language: Language) => `${shown}/${encodeURIComponent(outsideId)}/${language}`,
    async page({ municipality, page, size }) {
      const url = new URL(`${address.replace(/\/$/, '')}/api/v1/tyopaikat`);
      const where: Record<string, string> =
        municipality === null ? { sijaintiJoustava: 'true' } : { kunta: municipality };
      url.search = new URLSearchParams({ sivu: `${page}`, maara: `${size}`, ...where }).toString();
      for (let attempt = 0; ; attempt += 1) {
        const asked = await ask(url);
        if (asked !== 'unreachable' && 'text' in asked) return asJson(asked.text);
        const trouble = asked === 'unreachable' ? cannotBeReached : sayStatus(asked.status);
        const passes = asked === 'unreachable' || mayPass(asked.status);
        if (!passes || attempt + 1 === tries) throw new SourceTrouble(trouble, { mayPass: passes });
        await wait(waitAfter(asked === 'unreachable' ? null : asked.retryAfter, attempt));
      }
    },
  };
};
