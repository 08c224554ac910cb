import type { OutsideModelAddress } from '../../kernel/config.ts';
import { answer, type Question, type Scores } from './protocol.ts';

export const modelFaults = ['late', 'unreachable', 'refused', 'wrongAnswer'] as const;
export type ModelFault = (typeof modelFaults)[number];

/** Why an outside model gave no scores. Its message holds nothing of the customer's. */
export class OutsideModelError extends Error {
  readonly fault: ModelFault;

  constructor(fault: ModelFault, detail: string) {
    super(`the outside model gave no scores: ${fault} (${detail})`);
    this.name = 'OutsideModelError';
    this.fault = fault;
  }
}

/** A model the operator has plugged in. `ask` goes over the network: never within a transaction. */
export type OutsideModel = {
  /** As its operator calls it; shown to customers. */
  name: string;
  /** Scores of the candidates asked about, and of no others. Throws OutsideModelError. */
  ask(question: Question): Promise<Scores>;
};

declare module '../../kernel/work.ts' {
  interface Services {
    outsideModel: OutsideModel | undefined;
  }
}

const timeLimit = 5000;
/** Bytes; what is longer is no answer of ours. */
const longestAnswer = 256 * 1024;

const readAll = async (response: Response): Promise<string> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = response.body?.getReader();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || value === undefined) return text + decoder.decode();
    length += value.length;
    if (length > longestAnswer) {
      await reader?.cancel();
      throw new OutsideModelError('wrongAnswer', `longer than ${longestAnswer} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
};

const scoresIn = (text: string, { candidates }: Question): Scores => {
  const { scores } = answer.parse(JSON.parse(text));
  const asked = new Set(candidates.map(({ uri }) => uri));
  // From the end, so that of one given twice the first stays.
  return new Map(scores.reverse().flatMap(({ uri, score }) => (asked.has(uri) ? [[uri, score]] : [])));
};

const faultOf = (error: unknown): OutsideModelError => {
  if (error instanceof OutsideModelError) return error;
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return new OutsideModelError('late', 'no answer in time');
  const code =
    error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? error.cause.code : null;
  return new OutsideModelError('unreachable', typeof code === 'string' ? code : 'no connection');
};

const wrong = (error: unknown): OutsideModelError =>
  error instanceof OutsideModelError || (error instanceof DOMException && error.name === 'TimeoutError')
    ? faultOf(error)
    : new OutsideModelError('wrongAnswer', 'not what docs/outside-model.md says');

/**
 * Speaks to the address the operator configured, and to no other: it is never led elsewhere by a redirect, waits at most five seconds for the
 * whole answer, and reads at most 256 KB of it.
 */
export const createOutsideModel = (
  { name, address, key }: OutsideModelAddress,
  { milliseconds = timeLimit } = {},
): OutsideModel => ({
  name,
  async ask(question) {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(question),
      signal: AbortSignal.timeout(milliseconds),
    }).catch((error: unknown) => {
      throw faultOf(error);
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new OutsideModelError('refused', `status ${response.status}`);
    }
    try {
      return scoresIn(await readAll(response), question);
    } catch (error) {
      throw wrong(error);
    }
  },
});
