import { languages } from '../src/kernel/languages.ts';
import {
  type AllFigures,
  type BytesFigures,
  type DeskFigures,
  type FaultsFigures,
  type Kind,
  kinds,
  type LighthouseFigures,
  type MatchFigures,
  type PagesFigures,
  type RecogniserFigures,
  type StartFigures,
} from './figures.ts';

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const aim = (isMet: boolean): string => (isMet ? 'yes' : '**no**');

const what: Record<string, string> = {
  matches: "the customer's matches page",
  caseload: "the adviser's list",
  count: "the challenge's count, with its page",
};

const pages = ({
  postgres,
  customers,
  challenges,
  memoryMB,
  pages: measured,
  fillSeconds,
  busyBefore,
}: PagesFigures): string => `## Pages

PostgreSQL ${postgres} with ${customers.toLocaleString('en')} customers and ${challenges.toLocaleString('en')} challenges in one of six cities (filled in ${fillSeconds} s), everything on
one machine: database, server and the ten connections that ask. *Bare* is a Fastify route in a process of its own that sends the
database the very statements the page sent for the same person, recorded before, and answers with the rows as JSON. Both were asked in turns.

${table(
  ['', 'statements', 'page: requests/s', 'p95 ms', 'bare: requests/s', 'p95 ms', 'page / bare', 'at least a third'],
  Object.entries(measured).map(([name, { queries, page, bare, ratio }]) => [
    what[name] ?? name,
    queries,
    page.requestsPerSecond,
    page.p95,
    bare.requestsPerSecond,
    bare.p95,
    ratio,
    aim(ratio >= 1 / 3),
  ]),
)}

Memory of the server after that: ${memoryMB ?? '?'} MB.${loaded(busyBefore)}`;

const loaded = (busy: number): string =>
  ` Others used ${busy} % of the machine before this${busy > 10 ? ', so the figures are too low' : ''}.`;

/** What know-how.md of the design wishes at least, in percent. */
const qualityFloors = [
  ['right5', 'a right skill in the first 5', 80],
  ['core10', 'all central skills in the first 10', 35],
  ['noReject5', 'no denied, wished or insulting skill in the first 5', 90],
  ['emptyWhenEmpty', 'nothing where there is no skill', 60],
] as const;

const qualityOf = ({ quality: { Tuttu, MiniSearch } }: RecogniserFigures): (string | number)[][] =>
  Object.keys(Tuttu).flatMap((set) => {
    const [ours, theirs] = [Tuttu[set], MiniSearch[set]];
    if (!ours || !theirs) return [];
    const said = (value: number | null | undefined) => value ?? '-';
    const rows = qualityFloors.map(([key, what, floor]) => [
      what,
      ...languages.map((language) => said(ours.languages[language]?.[key])),
      said(ours[key]),
      said(theirs[key]),
      floor,
      aim((ours[key] ?? 0) >= floor),
    ]);
    const parity = ['the same story in two languages: the same of ten', '', '', '', said(ours.parityShown)];
    return [...rows, [...parity, said(theirs.parityShown), 45, aim((ours.parityShown ?? 0) >= 45)]];
  });

const recogniser = (found: RecogniserFigures): string => `## Recogniser

${found.skills > 10_000 ? 'The full ESCO' : 'The starter vocabulary (the full ESCO was not beside the repository)'}: ${found.skills.toLocaleString('en')} skills, one thread.

${table(
  ['', 'measured', 'floor', 'met'],
  [
    ['texts a second', found.textsPerSecond, 200, aim(found.textsPerSecond >= 200)],
    ['memory of the process, MB', found.memoryMB, 500, aim(found.memoryMB <= 500)],
    [
      'others wait at most, while 5,000 characters are read, ms',
      found.longestBlockMs,
      20,
      aim(found.longestBlockMs <= 20),
    ],
    ['training its vectors at an import, s', (found.trainMs / 1000).toFixed(1), '', ''],
    [
      'training and building the index, s',
      ((found.trainMs + found.buildMs) / 1000).toFixed(1),
      240,
      aim(found.trainMs + found.buildMs <= 240_000),
    ],
    ['loading it at a start, ms', found.loadMs, '', ''],
  ],
)}

How well, on ${found.texts} everyday texts of our own that nothing was tuned on (src/know-how/evaluation/sets, odd numbers), in percent:

${table(['what a person is shown', ...languages, 'all', 'MiniSearch', 'floor', 'met'], qualityOf(found))}`;

const match = (found: MatchFigures): string => `## Matching

The best twenty of ${found.people.toLocaleString('en')} people with twenty skills each for twelve needs (${found.lists} weighted lists, two musts), with broader, narrower
and related credit. The index in process, PostgreSQL with an index on (skill, person), and a straight scan through everybody's skills, each
alone on the machine, on the same data. The same twenty, with the same sums, from all three: ${found.equalTop20 ? 'yes' : '**no**'}.

${table(
  ['', 'measured', 'aim', 'met'],
  [
    ['index, median, ms', found.p50ms, '', ''],
    ['index, p95, ms', found.p95ms, 25, aim(found.p95ms <= 25)],
    ['straight scan, median, ms', found.scanMedianMs, '', ''],
    [
      'PostgreSQL, median, ms',
      found.postgresMedianMs,
      '10 x the index',
      aim(found.postgresMedianMs >= 10 * found.p50ms),
    ],
    ['memory of the process, MB', found.memoryMB, 300, aim(found.memoryMB <= 300)],
    ['building, s', (found.buildMs / 1000).toFixed(1), '', ''],
    ['one person changed, ms', found.updateMs, '', ''],
  ],
)}

All 100,000 challenges against all these people would take ${Math.round((found.meanMs * 100_000) / 60_000)} minutes on one core: extrapolated from the mean of ${found.meanMs} ms, not measured.${loaded(found.busyBefore)}`;

const kilobytes = ({ sent, raw }: { sent: number; raw: number }): string =>
  raw === 0 ? '0' : `${(sent / 1000).toFixed(1)} (${(raw / 1000).toFixed(1)})`;

const bytes = ({ pages: measured, unreached }: BytesFigures): string => `## Bytes

Kilobytes as sent, in brackets unpacked, for a browser with nothing stored, in the demo. CSS and fonts are the same for all pages and kept for a year.

${table(
  ['role', 'page', ...kinds.filter((kind) => kind !== 'other')],
  measured.map(({ role, pattern, bytes: of }) => [
    role,
    `\`${pattern}\``,
    ...kinds.filter((kind) => kind !== 'other').map((kind: Kind) => kilobytes(of[kind])),
  ]),
)}${unreached.length > 0 ? `\n\nNot measured, since no link in the demo leads there: ${unreached.map((path) => `\`${path}\``).join(', ')}.` : ''}`;

const lighthouse = ({ pages: measured, busyBefore }: LighthouseFigures): string => `## Lighthouse

Mobile setting (a slow phone on a slow network), the median of three runs; logged in as a customer of the demo where a page needs it.

${table(
  ['page', 'performance', 'at least 95', 'accessibility', '100', 'largest paint, ms', 'layout shift'],
  Object.entries(measured).map(([path, { performance, accessibility, largestPaintMs, shift }]) => [
    `\`${path}\``,
    performance,
    aim(performance >= 95),
    accessibility,
    aim(accessibility === 100),
    largestPaintMs,
    shift,
  ]),
)}
${loaded(busyBefore)}`;

const start = (found: StartFigures): string => {
  const row = (name: string, times: readonly number[], limit: number | null) => [
    name,
    times.join(', '),
    limit === null ? '' : `${limit}`,
    limit === null ? '' : aim(Math.max(...times) <= limit),
  ];
  return `## Starts

Seconds, three runs each, of the demo with its embedded database.

${table(
  ['', 'seconds', 'at most', 'met'],
  [
    row('first start after the install: build, database, demo', found.firstWithBuild, 90),
    row('first start on an empty data folder, already built', found.first, null),
    row('later start', found.later, 10),
    row('`tuttu recognise` to its first answer, starter vocabulary', found.recogniseStarter, 3),
    ...(found.recogniseEsco ? [row('the same with the full ESCO', found.recogniseEsco, 3)] : []),
  ],
)}
${loaded(found.busyBefore)}`;
};

const desk = ({ customers, caseload, p50ms, p95ms, statements }: DeskFigures): string => `## The adviser's desk

An adviser's list of ${caseload} customers among ${customers.toLocaleString('en')} in the city, on PostgreSQL, one after another: counts by every filter, 25 customers of a page by changing filters, orders and names,
their details, and a row for each in the use log, in one transaction.

${table(
  ['', 'measured', 'aim', 'met'],
  [
    ['median, ms', p50ms, '', ''],
    ['p95, ms', p95ms, 150, aim(p95ms <= 150)],
    ['statements, for any number of customers', statements, '', ''],
  ],
)}`;

const none = (what: string, count: number): [string, number, number, string] => [what, count, 0, aim(count === 0)];

const faults = ({ server, booking, database, busyBefore }: FaultsFigures): string => `## Faults

The server of a service on PostgreSQL that writes to disk, in a demo of its own. *The server ended*: SIGKILL in the middle of messages written by eight people at once, ${server.rounds} times, and
started again; in the end every event is handled. *PostgreSQL ended*: SIGKILL under a server that goes on. *Times booked*: ${booking.people} people at once after ${booking.times} times.

${table(
  ['the server ended', 'measured', 'aim', 'met'],
  [
    ['writes acknowledged', server.acknowledged.toLocaleString('en'), '10,000', aim(server.acknowledged >= 10_000)],
    ['times it was ended', server.rounds, 20, aim(server.rounds >= 20)],
    none('acknowledged and lost', server.lost),
    none('messages without their row in the use log, or rows without', Math.abs(server.looks - server.kept)),
    none('messages without their event, or events without', Math.abs(server.events - server.kept)),
    none('events handled never, or twice', Math.abs(server.events - server.handled)),
    none('people told twice of one', server.toldTwice),
    none('events given up, or left waiting', server.parked + server.waiting),
    ['seconds, with the starts', server.seconds, '', ''],
  ],
)}

${table(
  ['PostgreSQL ended', 'measured', 'aim', 'met'],
  [
    none('acknowledged and lost', database.lost),
    ['answers meanwhile: 503', database.unavailable, '1 or more', aim(database.unavailable > 0)],
    none('answers meanwhile: any other, or none', database.otherwise),
    ['until writes are taken again, ms', database.recoveredMs, 5000, aim(database.recoveredMs <= 5000)],
    ['by the same process', database.isSameProcess ? 'yes' : 'no', 'yes', aim(database.isSameProcess)],
  ],
)}

${table(
  ['times booked', 'got one', 'different times', 'heard it was taken', 'other answers', 'met'],
  (
    [
      ['each names one', booking.named],
      ['each takes the first there is', booking.first],
    ] as const
  ).map(([name, one]) => [
    ...[name, one.got, one.different, one.taken, one.otherwise],
    aim(
      one.got === booking.times &&
        one.different === booking.times &&
        one.taken === booking.people - booking.times &&
        one.otherwise === 0,
    ),
  ]),
)}
${loaded(busyBefore)}`;

/** Each part of the page of figures, in Markdown. */
export const sections: { [Name in keyof AllFigures]: (figures: AllFigures[Name]) => string } = {
  pages,
  desk,
  recogniser,
  match,
  bytes,
  lighthouse,
  start,
  faults,
};
