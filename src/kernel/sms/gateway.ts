/** Sends text messages, one at a time. */
export type SmsGateway = {
  /** `to`: E.164; `id` stays the same when a message is tried again, so that it is sent once. Throws SmsTrouble. */
  send(message: { to: string; text: string; id: string }): Promise<void>;
};

/** Why a text message has not gone, in words for the operator. `mayPass`: trying again later may help. */
export class SmsTrouble extends Error {
  readonly mayPass: boolean;
  constructor(message: string, { mayPass }: { mayPass: boolean }) {
    super(message);
    this.name = 'SmsTrouble';
    this.mayPass = mayPass;
  }
}

type Outside = { timeoutMs?: number; wait?: (ms: number) => Promise<void> };

/** How long a gateway that asks for a pause is waited for within one try; longer pauses are the job's. */
const longestPauseMs = 20_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * A gateway over HTTP, as most providers have one or a few lines in front of it make one: POST with JSON {id, from, to, text} and a bearer key; 2xx: taken. What
 * else comes is trouble: 408, 425, 429 and 5xx may pass, the rest will not.
 */
export const httpGateway = (
  { name, address, key }: { name: string; address: string; key: string },
  { timeoutMs = 10_000, wait = sleep }: Outside = {},
): SmsGateway => {
  const post = async ({ to, text, id }: { to: string; text: string; id: string }): Promise<Response> => {
    try {
      return await fetch(address, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'idempotency-key': id },
        body: JSON.stringify({ id, from: name, to, text }),
      });
    } catch (error) {
      throw new SmsTrouble(`The gateway did not answer: ${error instanceof Error ? error.message : error}`, {
        mayPass: true,
      });
    }
  };
  return {
    async send(message) {
      let answer = await post(message);
      const pauseMs = Number(answer.headers.get('retry-after')) * 1000;
      if (answer.status === 429 && pauseMs > 0 && pauseMs <= longestPauseMs) {
        await answer.body?.cancel();
        await wait(pauseMs);
        answer = await post(message);
      }
      await answer.body?.cancel();
      if (answer.ok) return;
      const mayPass = answer.status >= 500 || [408, 425, 429].includes(answer.status);
      throw new SmsTrouble(`The gateway answered ${answer.status}`, { mayPass });
    },
  };
};
