import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { askForDocument, forgetDocuments, giveDocument, openDocument } from '../../dialogue/index.ts';
import { isPersonal } from '../../kernel/data-map.ts';
import { sealUseLog, verifyUseLog } from '../../kernel/use-log.ts';
import type { Made } from '../../testing/builders.ts';
import { type Circle, makeCircle } from '../../testing/circle.ts';
import { testWorld } from '../../testing/database.ts';
import { dataMap } from '../data-map.ts';
import { rightsEvents } from '../events.ts';
import { type Canary, plantCanaries } from '../fixtures.ts';
import { readMyData } from '../read-my-data.ts';
import { runRetention } from '../retention/run-retention.ts';
import { askErasure, readErasure, takeBackErasure } from './ask-erasure.ts';
import { eraseDue } from './erase-due.ts';

const world = await testWorld();
let mine: Circle;
let others: Circle;
let planted: Canary[] = [];
let theirs: Canary[] = [];
beforeAll(async () => {
  mine = await makeCircle(world, { name: 'mine', city: 'turku' });
  others = await makeCircle(world, { name: 'others', city: 'turku' });
  planted = await plantCanaries(world.migratorUrl, mine);
  theirs = await plantCanaries(world.migratorUrl, others);
}, 60_000);

const place = () => ({ database: world.database, timeZone: 'Europe/Helsinki' });

/** In which tables any of these texts is found, the queues of jobs too: read as the owner of the tables, row by row as text. */
const tablesWith = async (marks: readonly string[]): Promise<string[]> => {
  const client = new pg.Client({ connectionString: world.migratorUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.city', 'turku', false)");
    const { rows } = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'jobs') and c.relkind = 'r' order by 1`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const hit = await client.query(
        `select 1 from ${name} t, unnest($1::text[]) mark where strpos(lower(to_jsonb(t)::text), lower(mark)) > 0 limit 1`,
        [marks],
      );
      if (hit.rowCount) found.push(name.replace('public.', ''));
    }
    return found;
  } finally {
    await client.end();
  }
};

const keptTables = Object.entries(dataMap)
  .filter(([, map]) => isPersonal(map) && typeof map.erase === 'object' && 'after' in map.erase)
  .map(([name]) => name);

describe('being erased', () => {
  test('tells beforehand what goes, what is kept, on what ground and until when', async () => {
    const { open, days, dueOn, lines } = await world.run(others.customer.actor, readErasure, undefined);
    expect({ open, days, dueOn }).toEqual({ open: null, days: 14, dueOn: '2026-03-16' });
    const of = (fate: string) => lines.filter((line) => line.fate === fate);
    expect(of('deleted').flatMap(({ tables }) => tables)).toEqual(expect.arrayContaining(['stories', 'messages']));
    expect(of('kept')).toContainEqual(
      expect.objectContaining({ class: 'plan', ground: 'service', goneOn: '2031-03-15' }),
    );
    expect(lines.every(({ fate, ground }) => (fate === 'kept') === (ground !== null))).toBe(true);
  });

  test('can be taken back until its day; asked twice it is one request', async () => {
    const { actor } = await world.aCustomer();
    await world.run(actor, askErasure, undefined);
    await expect(world.run(actor, askErasure, undefined)).rejects.toMatchObject({ code: 'notNow' });
    await world.run(actor, takeBackErasure, undefined);
    await expect(world.run(actor, takeBackErasure, undefined)).rejects.toMatchObject({ code: 'notNow' });
    expect(await eraseDue(place(), 'turku', new Date('2026-12-01T10:00:00Z'))).toBe(0);
  });

  test('is told by mail with its day', async () => {
    const { actor, personId } = await world.aCustomer();
    await world.run(actor, askErasure, undefined);
    await world.deliver(rightsEvents);
    const mails = await world.database.inCity('turku', (tx) =>
      tx.selectFrom('mail').select('body').where('cityId', '=', 'turku').where('personId', '=', personId).execute(),
    );
    expect(mails[0]?.body).toContain('16.3.2026');
    await world.run(actor, takeBackErasure, undefined);
  });

  test('on its day takes every mark of mine from every table but those kept with a ground, and none of anybody else’s', async () => {
    const marks = planted.map(({ mark }) => mark);
    expect(await tablesWith(marks)).toEqual(
      expect.arrayContaining(['story', 'mail', 'city_person', 'plan', 'message']),
    );
    await world.run(mine.customer.actor, askErasure, undefined);
    expect(await eraseDue(place(), 'turku', new Date('2026-03-15T10:00:00Z'))).toBe(0);
    expect(await eraseDue(place(), 'turku', new Date('2026-03-16T10:00:00Z'))).toBe(1);
    const left = await tablesWith(marks);
    expect(left.filter((name) => !keptTables.includes(name))).toEqual([]);
    expect(left).toContain('plan');
    // The name of the one erased, wherever it was written down.
    const name = await tablesWith([mine.mark('customerName')]);
    expect(name.filter((table) => !keptTables.includes(table))).toEqual([]);
    const stays = new Set(await tablesWith(theirs.map(({ mark }) => mark)));
    expect(theirs.filter(({ table }) => !stays.has(table))).toEqual([]);
  });

  test('leaves nobody to log in or to be found, and the log says it was done', async () => {
    await expect(world.run(mine.customer.actor, readMyData, undefined)).resolves.toBeDefined();
    const { rows } = await world.database.inCity('turku', (tx) =>
      sql<{ deletedAt: Date | null; name: string; email: string | null; subject: string }>`
        select c.deleted_at, p.name, p.email, h.subject from customer c
        join city_person p on p.city_id = c.city_id and p.person_id = c.person_id join person h on h.id = c.person_id
        where c.city_id = 'turku' and c.id = ${mine.customer.customerId}`.execute(tx),
    );
    expect(rows[0]).toMatchObject({ name: '', email: null, subject: mine.customer.personId });
    expect(rows[0]?.deletedAt).not.toBeNull();
    const log = await world.database.inCity('turku', (tx) =>
      tx
        .selectFrom('useLog')
        .select(['action', 'personName'])
        .where('cityId', '=', 'turku')
        .where('customerId', '=', mine.customer.customerId)
        .where('why', '=', 'erased as asked')
        .execute(),
    );
    expect(log).toEqual([{ action: 'delete', personName: 'Tuttu' }]);
  });

  test('and when the time of what was kept is over, no mark is found anywhere but in the log, which its owner cuts', async () => {
    const marks = planted.map(({ mark }) => mark);
    const late = { cityId: 'turku', now: new Date('2031-03-20T10:00:00Z'), today: '2031-03-20' };
    await runRetention(world.database, late, { atOnce: 3 });
    expect((await tablesWith(marks)).filter((name) => name !== 'use_log')).toEqual([]);
    expect((await tablesWith([mine.mark('customerName')])).filter((name) => name !== 'use_log')).toEqual([]);
    await world.database.inCity('turku', (tx) => sealUseLog(tx, 'turku'));
    expect((await world.database.inCity('turku', (tx) => verifyUseLog(tx, 'turku'))).fault).toBeNull();
  });

  test('a paper a decision rests on stays until its day, and says so; one nobody has opened, or that no decision rests on, goes', async () => {
    const liisa = await world.aCustomer({ name: 'Liisa Paperinen' });
    const adviser = await world.anAdviser({ caseload: [liisa] });
    const socialWorker = await world.aSocialWorker({ caseload: [liisa] });
    const give = async (title: string, ground: 'decision' | 'plan', opener: Made | null) => {
      const input = {
        customerId: liisa.customerId,
        title,
        why: '',
        class: 'statement',
        ground,
        untilOn: '2026-03-16',
      } as const;
      const { id: documentId, version } = await world.run(adviser.actor, askForDocument, input);
      const file = { name: `${title}.pdf`, pieces: [Buffer.from(`%PDF-1.7 ${title} %%EOF`)] };
      await world.run(liisa.actor, giveDocument, { documentId, version, shownTo: 'both', ...file });
      if (opener) await world.run(opener.actor, openDocument, documentId);
    };
    const kept = 'Zqkeptpaper';
    const gone = ['Zqunopened', 'Zqopenedbyanother', 'Zqplanpaper'];
    await give(kept, 'decision', adviser);
    await give(gone[0] ?? '', 'decision', null);
    // Another authority's look is no look of the one that decides.
    await give(gone[1] ?? '', 'decision', socialWorker);
    await give(gone[2] ?? '', 'plan', adviser);
    const { papers, lines } = await world.run(liisa.actor, readErasure, undefined);
    expect(papers).toEqual([expect.objectContaining({ title: kept, law: '434/2003', untilOn: '2027-03-02' })]);
    expect(lines.find(({ class: kind }) => kind === 'files')).toMatchObject({ fate: 'deleted' });
    await world.run(liisa.actor, askErasure, undefined);
    expect(await eraseDue(place(), 'turku', new Date('2026-03-16T10:00:00Z'))).toBe(1);
    expect(await tablesWith(gone)).toEqual([]);
    expect(await tablesWith([kept])).toEqual(['document', 'stored_file']);
    const parts = () =>
      world.database.inCity('turku', (tx) =>
        sql<{
          n: number;
        }>`select count(*)::int as n from stored_file_part k join stored_file f on f.city_id = k.city_id and f.id = k.file_id
          where f.city_id = 'turku' and f.customer_id = ${liisa.customerId}`.execute(tx),
      );
    expect((await parts()).rows[0]?.n).toBe(1);
    const forget = (day: string) =>
      world.database.inCity('turku', (tx) =>
        forgetDocuments(tx, { cityId: 'turku', now: new Date(`${day}T10:00:00Z`), today: day }),
      );
    await forget('2027-03-02');
    expect(await tablesWith([kept])).toEqual(['document', 'stored_file']);
    await forget('2027-03-03');
    expect(await tablesWith([kept])).toEqual([]);
    expect((await parts()).rows[0]?.n).toBe(0);
  });

  test('who also works here stays known as that, and only their customer’s data goes', async () => {
    const both = await world.aCustomer({ name: 'Sirpa Kaksirooli' });
    await world.aStaffActor('adviser', {
      personId: both.personId,
      name: 'Sirpa Kaksirooli',
      email: 'sirpa@example.invalid',
    });
    await world.run(both.actor, askErasure, undefined);
    expect(await eraseDue(place(), 'turku', new Date('2026-03-16T10:00:00Z'))).toBe(1);
    const person = await world.database.inCity('turku', (tx) =>
      tx
        .selectFrom('cityPerson')
        .select('name')
        .where('cityId', '=', 'turku')
        .where('personId', '=', both.personId)
        .executeTakeFirst(),
    );
    expect(person?.name).toBe('Sirpa Kaksirooli');
  });
});
