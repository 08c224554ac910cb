import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import type { Work } from '../work.ts';
import { deleteFiles } from './delete-files.ts';
import { fileHeaders, fileResponse } from './file-answer.ts';
import { aJpg, aPdf } from './fixtures.ts';
import { keepFile } from './keep-file.ts';
import { bytesOf, openFile } from './read-files.ts';

const world = await testWorld();
const { run, database, services } = world;
const from = { database, secrets: services.secrets };

type Given = { name: string; pieces: Buffer[] };
const keep = (who: Awaited<ReturnType<typeof world.aCustomer>>, { name, pieces }: Given) =>
  run(who.actor, (work: Work) => keepFile(work, { customerId: who.customerId, name, pieces }), undefined);
const open = (who: Awaited<ReturnType<typeof world.aCustomer>>, id: string) =>
  run(who.actor, (work: Work) => openFile(work, id, { section: 'messages', why: 'had a file' }), undefined);

/** A picture of ten megabytes less a little, in pieces as they come from outside. */
const large = aJpg(Buffer.concat([randomBytes(10 * 1024 * 1024 - 100), Buffer.from([0xff, 0xd9])]));
const inPieces = (bytes: Buffer) =>
  Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, at) => bytes.subarray(at * 65_536, (at + 1) * 65_536));

test('what is had is what was given, and no part of it can be read in the database', async () => {
  const liisa = await world.aCustomer();
  const words = 'Liisa Laineen todistus';
  const bytes = aPdf(words);
  const { id, ...facts } = await keep(liisa, {
    name: 'todistus.pdf',
    pieces: [bytes.subarray(0, 9), bytes.subarray(9)],
  });
  expect(facts).toMatchObject({ name: 'todistus.pdf', mediaType: 'application/pdf', size: bytes.length });
  const response = fileResponse(from, await open(liisa, id));
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  await database.inCity('turku', async (tx) => {
    const [part] = await tx.selectFrom('storedFilePart').select('sealed').where('fileId', '=', id).execute();
    expect(part?.sealed.includes(words)).toBe(false);
    const row = await tx.selectFrom('storedFile').select('sha256').where('id', '=', id).executeTakeFirstOrThrow();
    expect(row.sha256).toEqual(createHash('sha256').update(bytes).digest());
  });
});

test('a large file is kept and had in parts, and others get their turn', async () => {
  const liisa = await world.aCustomer();
  let longest = 0;
  // What this thread has worked between two turns of the clock, whatever else the machine does meanwhile.
  let latest = process.threadCpuUsage();
  const watch = setInterval(() => {
    const { user, system } = process.threadCpuUsage(latest);
    longest = Math.max(longest, (user + system) / 1000);
    latest = process.threadCpuUsage();
  }, 1);
  const { id } = await keep(liisa, { name: 'kuva.jpg', pieces: inPieces(large) });
  const hash = createHash('sha256');
  let parts = 0;
  for await (const part of bytesOf(from, { cityId: 'turku', id })) {
    hash.update(part);
    parts += 1;
  }
  clearInterval(watch);
  expect(hash.digest()).toEqual(createHash('sha256').update(large).digest());
  expect(parts).toBeGreaterThan(70);
  expect(longest).toBeLessThan(20);
});

test.each([
  ['ten megabytes and one', 'isotiedosto.jpg', 'files.wrong.tooLarge', [aJpg(randomBytes(10 * 1024 * 1024))]],
  ['another kind than its name says', 'cv.docx', 'files.wrong.ending', [aPdf()]],
  ['nothing', 'cv.pdf', 'files.wrong.empty', []],
] as const)('%s is told at the field', async (_, name, message, pieces) => {
  const liisa = await world.aCustomer();
  await expect(keep(liisa, { name, pieces: [...pieces] })).rejects.toMatchObject({
    code: 'badInput',
    fields: [{ field: 'file', message }],
  });
});

test('having it is in the use log, also the customer’s own', async () => {
  const liisa = await world.aCustomer();
  const { id } = await keep(liisa, { name: 'a.pdf', pieces: [aPdf()] });
  await open(liisa, id);
  const uses = await database.inCity('turku', (tx) =>
    tx.selectFrom('useLog').select(['why', 'action', 'isAllowed']).where('customerId', '=', liisa.customerId).execute(),
  );
  expect(uses).toEqual([{ why: 'had a file', action: 'read', isAllowed: true }]);
});

test('a file of another city, a deleted one and none are not there', async () => {
  const liisa = await world.aCustomer();
  const maria = await world.aCustomer({ city: 'espoo' });
  const { id } = await keep(liisa, { name: 'a.pdf', pieces: [aPdf()] });
  await expect(open(maria, id)).rejects.toMatchObject({ code: 'notFound' });
  await run(liisa.actor, (work: Work) => deleteFiles(work.tx, work.cityId, [id]), undefined);
  await expect(open(liisa, id)).rejects.toMatchObject({ code: 'notFound' });
  const parts = await database.inCity('turku', (tx) =>
    tx.selectFrom('storedFilePart').select('no').where('fileId', '=', id).execute(),
  );
  expect(parts).toEqual([]);
});

test('the sixty-first file of a day waits for the next', async () => {
  const liisa = await world.aCustomer();
  for (let at = 0; at < 60; at += 1) await keep(liisa, { name: 'a.pdf', pieces: [aPdf()] });
  await expect(keep(liisa, { name: 'a.pdf', pieces: [aPdf()] })).rejects.toMatchObject({ code: 'tooMany' });
  world.clock.set('2026-03-03T08:00:00Z');
  await keep(liisa, { name: 'a.pdf', pieces: [aPdf()] });
});

test('it is saved and never shown, whatever it is called', () => {
  const file = {
    id: '',
    cityId: '',
    name: 'tyo"todistus ä€.pdf',
    mediaType: 'application/pdf',
    size: 9,
    givenAt: new Date(),
  } as const;
  expect(fileHeaders(file)).toEqual({
    'content-type': 'application/pdf',
    'content-length': '9',
    'content-disposition': `attachment; filename="tyotodistus a.pdf"; filename*=UTF-8''tyo%22todistus%20%C3%A4%E2%82%AC.pdf`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
});
