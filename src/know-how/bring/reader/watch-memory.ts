import { Worker } from 'node:worker_threads';

/**
 * Kills this process when it takes more than `most` bytes of memory, unpacked streams and all: V8's own limit counts only its objects. The
 * watch is a thread, since what it watches may never pause.
 */
export const watchMemory = (most: number): void => {
  const watch = `
    const { workerData } = require('node:worker_threads');
    const pause = new Int32Array(new SharedArrayBuffer(4));
    for (;;) {
      if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL');
      Atomics.wait(pause, 0, 0, 10);
    }`;
  new Worker(watch, { eval: true, workerData: most }).unref();
};
