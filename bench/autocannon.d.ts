// What the bench uses of autocannon, which brings no types.
declare module 'autocannon' {
  type Request = { method?: string; path: string; headers?: Record<string, string> };
  type Client = { setRequests(requests: Request[]): void };
  type Options = {
    url: string;
    connections: number;
    duration: number;
    timeout: number;
    requests: Request[];
    setupClient(client: Client): void;
  };
  type Result = { non2xx: number; errors: number; timeouts: number; duration: number };
  type Run = PromiseLike<Result> & {
    on(
      event: 'response',
      listener: (client: Client, status: number, bytes: number, milliseconds: number) => void,
    ): void;
  };
  export default function autocannon(options: Options): Run;
}
