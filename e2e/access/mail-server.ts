import { createServer, type Socket } from 'node:net';

/** A mail server that keeps what it is sent. The first `refusals` letters are put off, as a busy server does. */
export type MailServer = { url: string; letters: string[]; refused: () => number; stop(): Promise<void> };

const talk = (socket: Socket, { take }: { take: (letter: string) => boolean }): void => {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let waiting = '';
  let isLetter = false;
  socket.on('data', (chunk) => {
    waiting += chunk.toString();
    for (;;) {
      const end = isLetter ? waiting.indexOf('\r\n.\r\n') : waiting.indexOf('\r\n');
      if (end < 0) return;
      const said = waiting.slice(0, end);
      waiting = waiting.slice(end + (isLetter ? 5 : 2));
      if (isLetter) {
        isLetter = false;
        say(take(said) ? '250 taken' : '451 too busy, try again later');
      } else if (/^DATA/i.test(said)) {
        isLetter = true;
        say('354 go on');
      } else if (/^QUIT/i.test(said)) socket.end('221 bye\r\n');
      else say('250 mail.example.invalid');
    }
  });
  socket.on('error', () => {});
  say('220 mail.example.invalid');
};

export const startMailServer = async ({ refusals }: { refusals: number }): Promise<MailServer> => {
  const letters: string[] = [];
  let refused = 0;
  const take = (letter: string): boolean => {
    if (refused < refusals) {
      refused += 1;
      return false;
    }
    letters.push(letter);
    return true;
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    talk(socket, { take });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refused: () => refused,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};
