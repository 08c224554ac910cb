import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/** What the figures were measured on; nothing that names the machine. */
export const machine = (): string =>
  `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;

/** How many processes wanted a core over the last minute: above the cores, others were at work and figures are too low. */
export const loadAverage = (): number => Number((loadavg()[0] ?? 0).toFixed(2));

/** Resident memory of a process in MB; null where there is no /proc. */
export const memoryOf = (pid: number): number | null => {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes ? Math.round((Number(kilobytes) * 1024) / 1e6) : null;
  } catch {
    return null;
  }
};
