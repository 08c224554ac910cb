import { sql } from 'kysely';
import { type KeptPaper, readKeptPapers } from '../../dialogue/index.ts';
import { access } from '../../kernel/access/access.ts';
import { addDays } from '../../kernel/clock.ts';
import type { DataClass, DataGround } from '../../kernel/data-map.ts';
import { newId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import { termsInForce } from '../../kernel/terms.ts';
import type { Work } from '../../kernel/work.ts';
import { type Owner, ownedBy, personalTables, staysOn } from '../owned.ts';
import { readOwned } from '../read-owned.ts';

export type ErasureFate = 'deleted' | 'emptied' | 'kept';

/** What becomes of one kind of data, as the data map says. */
export type ErasureLine = {
  class: DataClass;
  fate: ErasureFate;
  /** What an export calls the tables. */
  tables: string[];
  /** Of what is kept: why, and the day it goes at the latest if erased on the day due. */
  ground: DataGround | null;
  goneOn: string | null;
};

export type ErasureView = {
  /** A request that can still be taken back; null when there is none. */
  open: { askedAt: Date; dueOn: string } | null;
  /** How many days there are to change one's mind, and where that stands. */
  days: number;
  source: string;
  /** The day it would be done if asked today, or will be. */
  dueOn: string;
  lines: ErasureLine[];
  /** Papers a decision rests on, which stay until their day. */
  papers: KeptPaper[];
};

const findOpen = (work: Work, customerId: string) =>
  work.tx
    .selectFrom('erasure')
    .select(['id', 'askedAt', 'dueOn'])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .where('withdrawnAt', 'is', null)
    .where('doneAt', 'is', null)
    .executeTakeFirst();

type Terms = Awaited<ReturnType<typeof termsInForce>>;

const linesOf = (terms: Terms, dueOn: string, held: ReadonlySet<string>): ErasureLine[] => {
  const lines = new Map<string, ErasureLine>();
  for (const [, { class: kind, erase, ground, as }] of personalTables().filter(([, map]) => held.has(map.as))) {
    const days = typeof erase === 'object' && 'after' in erase ? terms[erase.after].value : null;
    const fate = erase === 'delete' ? 'deleted' : days === null ? 'emptied' : 'kept';
    const goneOn = days === null ? null : addDays(dueOn, days);
    const key = [kind, fate, days === null ? '' : ground, goneOn].join(' ');
    const line = lines.get(key) ?? { class: kind, fate, tables: [], ground: days === null ? null : ground, goneOn };
    line.tables.push(as);
    lines.set(key, line);
  }
  return [...lines.values()];
};

/** How many rows of each table stay although erased, on the day due. */
const countStaying = async ({ tx }: Work, owner: Owner, dueOn: string): Promise<Map<string, number>> => {
  const counts = personalTables()
    .filter(([, { stays }]) => stays)
    .map(
      ([table, map]) => sql`select ${map.as} as name, (select count(*) from ${sql.table(table)} as t
        where ${ownedBy(table, owner, 't')} and ${staysOn(map, dueOn, 't')}) as count`,
    );
  const { rows } = await sql<{ name: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(tx);
  return new Map(rows.map(({ name, count }) => [name, count]));
};

/** What erasing me would do with what is held about me, kind by kind, with the ground of what has to be kept and when that goes; and whether I have asked for it. */
export const readErasure = async (work: Work): Promise<ErasureView> => {
  const me = await access.self(work, { section: 'erasure', action: 'read', why: 'what erasing does' });
  const open = await findOpen(work, me.id);
  const terms = await termsInForce(work.tx, work);
  const { value: days, source } = terms.erasureDays;
  const dueOn = open?.dueOn ?? addDays(work.today, days);
  const { tx, cityId, actor } = work;
  const owner = { cityId, personId: actor.personId, customerId: me.id };
  const owned = await readOwned(tx, owner, 0);
  const staying = await countStaying(work, owner, dueOn);
  const goes = owned.filter(({ as, count }) => count > (staying.get(as) ?? 0));
  const held = new Set(goes.map(({ as }) => as));
  return {
    open: open ? { askedAt: open.askedAt, dueOn: open.dueOn } : null,
    ...{ days, source, dueOn },
    lines: linesOf(terms, dueOn, held),
    papers: await readKeptPapers(tx, { cityId, customerId: me.id, day: dueOn }),
  };
};

/** Asks to be erased. It is done on the day told; until then it can be taken back. Throws notNow when it was asked already. */
export const askErasure = async (work: Work): Promise<{ dueOn: string }> => {
  const me = await access.self(work, { section: 'erasure', action: 'write', why: 'asked to be erased' });
  const { tx, cityId, now, today } = work;
  const days = (await termsInForce(tx, work)).erasureDays.value;
  const dueOn = addDays(today, days);
  const asked = await tx
    .insertInto('erasure')
    .values({ cityId, id: newId(), customerId: me.id, askedAt: now, dueOn, withdrawnAt: null, doneAt: null })
    .onConflict((conflict) =>
      conflict
        .columns(['cityId', 'customerId'])
        .where('withdrawnAt', 'is', null)
        .where('doneAt', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!asked) throw new Problem('notNow');
  work.emit('erasureAsked', { customerId: me.id });
  return { dueOn };
};

/** Takes the request back, up to the moment it is done. Throws notNow when there is none. */
export const takeBackErasure = async (work: Work): Promise<void> => {
  const me = await access.self(work, { section: 'erasure', action: 'write', why: 'took back being erased' });
  const taken = await work.tx
    .updateTable('erasure')
    .set({ withdrawnAt: work.now })
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', me.id)
    .where('withdrawnAt', 'is', null)
    .where('doneAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!taken) throw new Problem('notNow');
};
