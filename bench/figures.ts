import type { Evaluation } from '../src/know-how/evaluation/evaluate.ts';
import type { Crashed } from '../src/testing/crash.ts';
// What each measuring script prints as its last line.
import type { Figures } from './load.ts';

export type PagesFigures = {
  postgres: string;
  fillSeconds: number;
  customers: number;
  challenges: number;
  memoryMB: number | null;
  pages: Record<string, { queries: number; page: Figures; bare: Figures; ratio: number }>;
  busyBefore: number;
};

export type RecogniserFigures = {
  skills: number;
  textsPerSecond: number;
  memoryMB: number;
  /** 0 for the starter vocabulary, which has no vectors. */
  trainMs: number;
  buildMs: number;
  loadMs: number;
  longestBlockMs: number;
  /** How many texts quality was measured on. */
  texts: number;
  quality: Record<'Tuttu' | 'MiniSearch', Evaluation['sets']>;
};

export const kinds = ['html', 'css', 'script', 'font', 'other'] as const;
export type Kind = (typeof kinds)[number];
/** As sent, compressed, and unpacked. */
export type Bytes = Record<Kind, { sent: number; raw: number }>;
export type BytesFigures = { pages: { role: string; pattern: string; bytes: Bytes }[]; unreached: string[] };

export type Scores = {
  performance: number;
  accessibility: number;
  largestPaintMs: number;
  shift: number;
  faults: string[];
};
export type LighthouseFigures = { busyBefore: number; pages: Record<string, Scores> };

/** Seconds, one for each run. */
export type StartFigures = {
  firstWithBuild: number[];
  first: number[];
  later: number[];
  recogniseStarter: number[];
  recogniseEsco: number[] | null;
  busyBefore: number;
};

/** Times in milliseconds. `lists`: how many weighted lists one query goes through. */
export type MatchFigures = {
  people: number;
  lists: number;
  p50ms: number;
  p95ms: number;
  meanMs: number;
  memoryMB: number;
  buildMs: number;
  updateMs: number;
  scanMedianMs: number;
  postgresMedianMs: number;
  equalTop20: boolean;
  busyBefore: number;
};

/** The adviser's list at the database: one transaction with its use log. */
export type DeskFigures = {
  /** In the city, and of each adviser asked for. */
  customers: number;
  caseload: number;
  p50ms: number;
  p95ms: number;
  /** Those of the list, without beginning, the use log and the end of the transaction. */
  statements: number;
};

export type FaultsFigures = {
  /** B1 and B3: the server ended while it writes. */
  server: Crashed & { rounds: number; acknowledged: number; waiting: number; seconds: number };
  /** B6: people who want one of so many times at once, each naming one, or taking the first there is. */
  booking: { people: number; times: number; named: Booked; first: Booked };
  /** B2: PostgreSQL ended while the server writes: what was answered meanwhile, and how long after it was back until writes were taken. */
  database: {
    acknowledged: number;
    lost: number;
    unavailable: number;
    otherwise: number;
    recoveredMs: number;
    isSameProcess: boolean;
  };
  busyBefore: number;
};
/** How many got a time, how many different times these are, how many heard it was taken, and how many had another answer. */
export type Booked = { got: number; different: number; taken: number; otherwise: number };

export type AllFigures = {
  faults: FaultsFigures;
  desk: DeskFigures;
  pages: PagesFigures;
  recogniser: RecogniserFigures;
  match: MatchFigures;
  bytes: BytesFigures;
  lighthouse: LighthouseFigures;
  start: StartFigures;
};
