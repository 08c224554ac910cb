import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { question } from './protocol.ts';

type Reply = (asked: ReturnType<typeof question.parse>, response: ServerResponse) => void | Promise<void>;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
};

/** Stands in for an outside model, on this machine: keeps what it was asked, and answers as a test says. */
export const aModelServer = async () => {
  const asked: { headers: IncomingMessage['headers']; body: string }[] = [];
  let reply: Reply = (_, response) => {
    response.end(JSON.stringify({ scores: [] }));
  };
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    asked.push({ headers: request.headers, body });
    await reply(question.parse(JSON.parse(body)), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/score`,
    asked,
    answer: (next: Reply) => {
      reply = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
