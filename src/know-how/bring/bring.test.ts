import { describe, expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { readMyProfile } from '../profile/read-profile.ts';
import { readMine } from './already-mine.ts';
import { changeProposal } from './change-proposal.ts';
import { type DecideBrought, decideBrought } from './decide-brought.ts';
import { deleteBrought } from './delete-brought.ts';
import { docxOf, pdfOf } from './fixtures.ts';
import { forgetBrought } from './keeping.ts';
import { bringMoves } from './moves.ts';
import { readDocument } from './read-document.ts';
import { seeAllBrought, seeBrought } from './see-brought.ts';
import { startBringing } from './start-bringing.ts';

const world = await testWorld();

type Customer = Awaited<ReturnType<typeof world.aCustomer>>;

const jobs = () => world.jobs.sent.splice(0).filter(({ queue }) => queue === 'reading');

/** What the job worker would do. */
const read = async (reader?: Parameters<typeof readDocument>[0]['reader']) => {
  for (const { data } of jobs()) await readDocument({ ...world, ...(reader ? { reader } : {}) }, data);
};

const bring = async ({ actor }: Customer, bytes: Buffer | string, name = 'cv.txt') => {
  const { id } = await world.run(actor, startBringing, { name, pieces: [Buffer.from(bytes)] });
  await read();
  return world.run(actor, seeBrought, id);
};

const cv = `Maija Esimerkki
040 123 4567

Työkokemus
2015–2018 Kassatyöntekijä, Kauppa Oy
Palvelin asiakkaita kassalla ja siivosin myymälän iltaisin.

Kielitaito
suomi äidinkieli
ruotsi

Kortit
Hygieniapassi
`;

const rows = (table: 'bring' | 'bringPart' | 'bringProposal' | 'bringReading') =>
  world.database.inCity('turku', (tx) => tx.selectFrom(table).selectAll().execute());

const take = ({ id, version }: { id: string; version: number }, more: Partial<DecideBrought>): DecideBrought => ({
  bringId: id,
  version,
  take: [],
  leave: [],
  ...more,
});

describe('a document brought', () => {
  test('is read by a job; what is found waits with its place, and nothing is the customer’s yet', async () => {
    const maija = await world.aCustomer();
    const brought = await bring(maija, cv, 'C:\\fakepath\\..\\cv.txt');
    expect(brought).toMatchObject({ state: 'ready', kind: 'text', language: 'fi', name: 'cv.txt', leftOut: ['phone'] });
    const kinds = brought.proposals.map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(['knowHow', 'experience', 'language', 'licence']);
    for (const { places } of brought.proposals) {
      expect(places.length).toBeGreaterThan(0);
      for (const { at, spans } of places) {
        const text = brought.paragraphs[at]?.text ?? '';
        for (const { start, end } of spans) expect(text.slice(start, end).trim()).not.toBe('');
      }
    }
    const skill = brought.proposals.find(({ kind }) => kind === 'knowHow');
    expect(brought.paragraphs[skill?.places[0]?.at ?? -1]).toMatchObject({ part: 'work' });
    const mine = await world.run(maija.actor, (work) => readMyProfile(work), undefined);
    expect([mine.knowHow, mine.experiences, mine.languages, mine.licences]).toEqual([[], [], [], []]);
    expect(await rows('bringPart')).toEqual([]);
    expect(JSON.stringify(await rows('bringReading'))).not.toContain('123 4567');
    expect(await world.run(maija.actor, bringMoves, undefined)).toMatchObject([
      { kind: 'brought', path: `/bring/${brought.id}`, values: { count: 1 } },
    ]);
  });

  test('a file in which nothing is found is no move, keeps no text and says so in the list', async () => {
    const maija = await world.aCustomer();
    const brought = await bring(maija, 'xq zw\n', 'fake.pdf');
    expect(brought).toMatchObject({ state: 'ready', proposals: [], paragraphs: [] });
    expect(await world.run(maija.actor, bringMoves, undefined)).toEqual([]);
    expect(await world.run(maija.actor, (work) => seeAllBrought(work), undefined)).toMatchObject([
      { state: 'ready', found: 0 },
    ]);
  });

  test('its bytes are sealed while they wait', async () => {
    const maija = await world.aCustomer();
    const { id } = await world.run(maija.actor, startBringing, { name: '', pieces: [Buffer.from(cv)] });
    const parts = (await rows('bringPart')).filter((part) => 'bringId' in part && part.bringId === id);
    expect(parts).toHaveLength(1);
    expect(JSON.stringify(parts)).not.toContain(Buffer.from('Maija').toJSON().data.join());
    await read();
  });

  test('taking all takes all but what needs an answer, ties skills to the experience, and the rest stays open', async () => {
    const maija = await world.aCustomer();
    const brought = await bring(maija, cv);
    const decided = await world.run(maija.actor, decideBrought, take(brought, { take: 'all' }));
    expect(decided).toEqual({ id: brought.id, version: 2, taken: brought.proposals.length - 1, open: 1 });
    const mine = await world.run(maija.actor, (work) => readMyProfile(work), undefined);
    expect(mine.experiences).toMatchObject([{ kind: 'work', title: 'Kassatyöntekijä', place: 'Kauppa Oy' }]);
    expect(mine.experiences[0]?.skills.length).toBeGreaterThan(0);
    expect(mine.languages).toMatchObject([{ code: 'fi', level: 'native' }]);
    expect(mine.licences).toMatchObject([{ code: 'hygieniapassi' }]);
    expect(mine.knowHow.length).toBe(brought.proposals.filter(({ kind }) => kind === 'knowHow').length);
    expect(mine.knowHow.every(({ words }) => words.length > 0)).toBe(true);
    const after = await world.run(maija.actor, seeBrought, brought.id);
    expect(after.proposals.filter(({ state }) => state === 'open')).toMatchObject([
      { kind: 'language', what: { code: 'sv' } },
    ]);
  });

  test('a language without a level is asked for; with one it is taken, and then nothing of the text is left', async () => {
    const maija = await world.aCustomer();
    const brought = await bring(maija, cv);
    const swedish = brought.proposals.find(({ what }) => 'code' in what && what.code === 'sv');
    const proposalId = swedish?.id ?? '';
    await expect(
      world.run(maija.actor, decideBrought, take(brought, { take: [{ proposalId }] })),
    ).rejects.toMatchObject({
      code: 'badInput',
      fields: [{ field: `level-${proposalId}`, values: { language: 'ruotsi' } }],
    });
    const first = await world.run(maija.actor, decideBrought, take(brought, { take: [{ proposalId, level: 'B1' }] }));
    const last = await world.run(maija.actor, decideBrought, take(first, { leave: 'all' }));
    expect(last).toMatchObject({ taken: 0, open: 0 });
    const mine = await world.run(maija.actor, (work) => readMyProfile(work), undefined);
    expect([mine.languages.map(({ code, level }) => [code, level]), mine.experiences, mine.knowHow]).toEqual([
      [['sv', 'B1']],
      [],
      [],
    ]);
    expect(await world.run(maija.actor, seeBrought, brought.id)).toMatchObject({
      state: 'done',
      paragraphs: [],
      proposals: [],
    });
    expect(await world.run(maija.actor, (work) => seeAllBrought(work), undefined)).toEqual([]);
  });

  test('a skill left out is not tied to the experience it stood in', async () => {
    const maija = await world.aCustomer();
    const brought = await bring(maija, cv);
    const skills = brought.proposals.filter(({ kind }) => kind === 'knowHow');
    const work = brought.proposals.find(({ kind }) => kind === 'experience');
    const leave = skills.map(({ id }) => id);
    await world.run(maija.actor, decideBrought, take(brought, { take: [{ proposalId: work?.id ?? '' }], leave }));
    const mine = await world.run(maija.actor, (one) => readMyProfile(one), undefined);
    expect(mine.experiences[0]?.skills).toEqual([]);
    expect(mine.knowHow).toEqual([]);
  });

  test('an experience is mended before it is taken', async () => {
    const maija = await world.aCustomer();
    const brought = await bring(maija, cv);
    const proposalId = brought.proposals.find(({ kind }) => kind === 'experience')?.id ?? '';
    const mended = { kind: 'volunteering' as const, title: 'Kassanhoitaja', place: '', when: '5/2016 –', did: '' };
    const where = { bringId: brought.id, proposalId, version: 1 };
    await expect(world.run(maija.actor, changeProposal, { ...mended, ...where, when: 'joskus' })).rejects.toMatchObject(
      { fields: [{ field: 'when' }] },
    );
    const changed = await world.run(maija.actor, changeProposal, { ...mended, ...where });
    await expect(world.run(maija.actor, changeProposal, { ...mended, ...where })).rejects.toMatchObject({
      code: 'changedMeanwhile',
    });
    await world.run(maija.actor, decideBrought, take(changed, { take: [{ proposalId }] }));
    const mine = await world.run(maija.actor, (one) => readMyProfile(one), undefined);
    expect(mine.experiences).toMatchObject([
      { kind: 'volunteering', title: 'Kassanhoitaja', from: { on: '2016-05' }, isOngoing: true },
    ]);
    await expect(world.run(maija.actor, changeProposal, { ...mended, ...where, version: 3 })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('what is kept or was dropped before is not found again in a text', async () => {
    const maija = await world.aCustomer();
    const first = await bring(maija, cv);
    await world.run(maija.actor, decideBrought, take(first, { take: 'all' }));
    await world.run(maija.actor, decideBrought, take({ id: first.id, version: 2 }, { leave: 'all' }));
    const again = await bring(maija, `${cv}\nLisää.`);
    expect(again.proposals.filter(({ kind }) => kind === 'knowHow')).toEqual([]);
    const mine = await world.run(maija.actor, (work) => readMyProfile(work), undefined);
    expect(again.proposals.find(({ kind }) => kind === 'experience')?.what).toMatchObject({
      skills: expect.arrayContaining(mine.experiences[0]?.skills.map(({ uri }) => uri) ?? ['none']),
    });
  });

  test('an own copy brought back offers only what is new, and says whose it is when it is somebody else’s', async () => {
    const maija = await world.aCustomer();
    const copy = (name: string, more: object[] = []) =>
      JSON.stringify({
        ...{ format: 'tuttu-profile', version: 1, language: 'fi', person: { name } },
        experiences: [{ kind: 'work', title: 'Kokki', place: 'Kaskis', from: { on: '2012' }, language: 'fi' }],
        languages: [{ code: 'fi', level: 'native' }, ...more],
        licences: [{ kind: 'card', code: 'hygieniapassi', name: 'Hygieniapassi' }],
        wishes: { what: [{ text: 'leipoa' }], where: 'Turku' },
      });
    const { name } = await world.run(
      maija.actor,
      ({ tx, cityId }) => readMine({ tx, cityId, language: 'fi' }, maija.actor.customerId ?? ''),
      undefined,
    );
    const first = await bring(maija, copy(name));
    expect(first.leftOut).toEqual([]);
    expect(first.proposals.map(({ state }) => state)).toEqual(['open', 'open', 'open', 'open']);
    await world.run(maija.actor, decideBrought, take(first, { take: 'all' }));
    const again = await bring(maija, copy(name));
    expect(again).toMatchObject({ state: 'ready', paragraphs: [] });
    expect(again.proposals.map(({ state }) => state)).toEqual(['taken', 'taken', 'taken', 'taken']);
    expect(await world.run(maija.actor, bringMoves, undefined)).toEqual([]);
    const other = await bring(maija, copy('Joku Toinen', [{ code: 'sv', level: 'B1' }]));
    expect(other.leftOut).toEqual(['otherName']);
    expect(other.proposals.filter(({ state }) => state === 'open')).toMatchObject([{ what: { code: 'sv' } }]);
    expect(JSON.stringify(await rows('bringReading'))).not.toContain('Joku Toinen');
  });

  test('the same file twice is one document while it is there', async () => {
    const maija = await world.aCustomer();
    const send = () => world.run(maija.actor, startBringing, { name: 'a', pieces: [Buffer.from(cv)] });
    const [one, two] = [await send(), await send()];
    expect(two.id).toBe(one.id);
    await read();
    expect((await send()).id).toBe(one.id);
    await world.run(maija.actor, deleteBrought, { bringId: one.id, version: 1 });
    expect((await send()).id).not.toBe(one.id);
    await read();
  });

  test('is nobody else’s', async () => {
    const maija = await world.aCustomer();
    const other = await world.aCustomer();
    const brought = await bring(maija, cv);
    const { actor } = other;
    const gone = { code: 'notFound' };
    await expect(world.run(actor, seeBrought, brought.id)).rejects.toMatchObject(gone);
    await expect(world.run(actor, decideBrought, take(brought, { take: 'all' }))).rejects.toMatchObject(gone);
    await expect(world.run(actor, deleteBrought, { bringId: brought.id, version: 1 })).rejects.toMatchObject(gone);
    const adviser = await world.anAdviser({ caseload: [maija] });
    await expect(world.run(adviser.actor, seeBrought, brought.id)).rejects.toMatchObject(gone);
    expect(await world.run(actor, (work) => seeAllBrought(work), undefined)).toEqual([]);
  });

  test('deleted while it is being read, it stays deleted', async () => {
    const maija = await world.aCustomer();
    const { id } = await world.run(maija.actor, startBringing, { name: '', pieces: [Buffer.from(cv)] });
    await read(async () => {
      await world.run(maija.actor, deleteBrought, { bringId: id, version: 1 });
      return { kind: 'text', language: 'fi', pages: 0, paragraphs: [], found: [], leftOut: [] };
    });
    expect((await rows('bring')).filter((one) => 'id' in one && one.id === id)).toEqual([]);
  });

  test('large files come back as they were: PDF pages are counted while they are read', async () => {
    const maija = await world.aCustomer();
    const bytes = await pdfOf((pdf) => {
      for (let page = 0; page < 12; page += 1) pdf.text(`Työkokemus ${page}`).addPage();
      pdf.text('Loppu');
    });
    const padded = Buffer.concat([bytes, Buffer.alloc(1_500_000, 0x20)]);
    const brought = await bring(maija, padded, 'cv.pdf');
    expect(brought).toMatchObject({ state: 'ready', kind: 'pdf', pages: 13, page: 13 });
    expect((await bring(maija, await docxOf(cv.split('\n')), 'cv.docx')).proposals.length).toBeGreaterThan(3);
  }, 30_000);
});

describe('what cannot be read', () => {
  test.each([
    ['', 'empty'],
    [Buffer.alloc(11_000_000, 0x61), 'tooLarge'],
    [Buffer.from('ffd8ffe000104a464946', 'hex'), 'picture'],
  ])('is told at once where it can be', async (bytes, wrong) => {
    const maija = await world.aCustomer();
    await expect(
      world.run(maija.actor, startBringing, { name: 'cv.pdf', pieces: [Buffer.from(bytes)] }),
    ).rejects.toMatchObject({
      code: 'badInput',
      fields: [{ field: 'file', message: `bring.wrong.${wrong}` }],
    });
  });

  test('is told after it was tried, and its bytes are gone', async () => {
    const maija = await world.aCustomer();
    const locked = await pdfOf((pdf) => pdf.text('salaista'), { userPassword: 'x' });
    expect(await bring(maija, locked)).toMatchObject({ state: 'failed', wrong: 'encrypted', proposals: [] });
    expect(await rows('bringPart')).toEqual([]);
    const again = await bring(maija, cv);
    expect(again.state).toBe('ready');
  });

  test('a file that ends the process each time is given up after three', async () => {
    const maija = await world.aCustomer();
    const { id } = await world.run(maija.actor, startBringing, { name: '', pieces: [Buffer.from(cv)] });
    const [job] = jobs();
    const crash = () => readDocument({ ...world, reader: () => Promise.reject(new Error('gone')) }, job?.data);
    for (const _ of [1, 2, 3]) await expect(crash()).rejects.toThrow('gone');
    await crash();
    expect(await world.run(maija.actor, seeBrought, id)).toMatchObject({ state: 'failed', wrong: 'failure' });
  });

  test('no more than three files wait to be read', async () => {
    const maija = await world.aCustomer();
    const send = (text: string) => world.run(maija.actor, startBringing, { name: '', pieces: [Buffer.from(text)] });
    for (const text of ['a', 'b', 'c']) await send(`${cv}${text}`);
    await expect(send('d')).rejects.toMatchObject({ fields: [{ field: 'file', message: 'bring.file.wait' }] });
    await read();
    await send('d');
    await read();
  });
});

test('files are forgotten after an hour, documents after thirty days, by the rule of the day', async () => {
  const maija = await world.aCustomer();
  const forget = (at: string) => {
    world.clock.set(at);
    return world.database.inCity('turku', (tx) => forgetBrought(tx, 'turku', world.clock()));
  };
  world.clock.set('2026-05-01T09:00:00Z');
  const unread = await world.run(maija.actor, startBringing, { name: '', pieces: [Buffer.from(`${cv}1`)] });
  jobs();
  const ready = await bring(maija, `${cv}2`);
  await forget('2026-05-01T09:59:00Z');
  expect(await rows('bringPart')).toHaveLength(1);
  await forget('2026-05-01T10:01:00Z');
  expect(await rows('bringPart')).toEqual([]);
  const see = (id: string) => world.run(maija.actor, seeBrought, id);
  expect(await see(unread.id)).toMatchObject({ state: 'failed', wrong: 'failure' });
  expect((await see(ready.id)).proposals.length).toBeGreaterThan(0);
  await forget('2026-05-31T10:01:00Z');
  await expect(see(ready.id)).rejects.toMatchObject({ code: 'notFound' });
  expect(await rows('bringProposal')).toEqual([]);
});
