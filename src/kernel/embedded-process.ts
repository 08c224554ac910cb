// The embedded database's own process: PGlite behind a loopback socket. PGlite blocks the thread it runs on, so it has its own.
import { createServer } from 'node:net';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const folder = process.argv[2];
const database = await PGlite.create(folder ? { dataDir: folder } : {});
const port = await freePort();
const server = new PGLiteSocketServer({ db: database, port, host: '127.0.0.1', maxConnections: 20 });
await server.start();
process.send?.(port);

const stop = async () => {
  await server.stop();
  await database.close();
  process.exit(0);
};
process.on('SIGINT', () => {});
process.on('message', stop);
// The server is gone without a word: close in order all the same.
process.on('disconnect', stop);
