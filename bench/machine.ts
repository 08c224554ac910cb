import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** What the figures were measured on; nothing that names the machine. */
export const machine = (): string =>
  `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;

const ticks = () => {
  const all = cpus().map(({ times }) => times);
  const sum = (of: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    idle: sum(({ idle }) => idle),
    all: sum(({ user, nice, sys, idle, irq }) => user + nice + sys + idle + irq),
  };
};

/** How much of the machine others use, in percent, watched for two seconds while we rest: above some percent figures come out too low. */
export const busyWithOthers = async (): Promise<number> => {
  const before = ticks();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const after = ticks();
  return Math.round(100 - (100 * (after.idle - before.idle)) / Math.max(1, after.all - before.all));
};

/** Resident memory of a process in MB; null where there is no /proc. */
export const memoryOf = (pid: number): number | null => {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes ? Math.round((Number(kilobytes) * 1024) / 1e6) : null;
  } catch {
    return null;
  }
};
