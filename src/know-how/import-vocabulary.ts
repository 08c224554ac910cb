import { sql } from 'kysely';
import type { Database, Tx } from '../kernel/database.ts';
import { skillRelations } from './skill-relations.ts';
import type { Skill, Vocabulary } from './vocabulary/types.ts';

/** Rows written so far, of all rows to write. */
export type InstallProgress = (step: { done: number; of: number }) => void;

const batchSize = 2000;

function* batchesOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += batchSize) yield rows.slice(at, at + batchSize);
}

const writeSkills = (tx: Tx, skills: readonly Skill[]) => {
  const rows = JSON.stringify(skills.map(({ uri, kind, labels }) => ({ uri, kind, labels })));
  return sql`
    insert into skill (uri, kind, labels, is_current)
    select given.uri, given.kind, given.labels, true
    from jsonb_to_recordset(${rows}::jsonb) as given (uri text, kind text, labels jsonb)
    on conflict (uri) do update set kind = excluded.kind, labels = excluded.labels, is_current = true
    where skill.kind <> excluded.kind or skill.labels <> excluded.labels or not skill.is_current`.execute(tx);
};

/** Skills this vocabulary no longer has stay, since people hold them; they are only not suggested any more. */
const retireOthers = (tx: Tx, skills: readonly Skill[]) =>
  sql`
    update skill set is_current = false
    where is_current and not exists (select from unnest(${skills.map(({ uri }) => uri)}::text[]) as given (uri) where given.uri = skill.uri)`.execute(
    tx,
  );

type RelationRow = { skill: number; other: number; relation: string };

const relationRows = async (tx: Tx, skills: readonly Skill[]): Promise<RelationRow[]> => {
  const known = await tx.selectFrom('skill').select(['id', 'uri']).where('isCurrent', '=', true).execute();
  const ids = new Map(known.map(({ id, uri }) => [uri, id]));
  return skillRelations(skills).flatMap(({ uri, otherUri, relation }) => {
    const [skill, other] = [ids.get(uri), ids.get(otherUri)];
    return skill === undefined || other === undefined ? [] : [{ skill, other, relation }];
  });
};

const writeRelations = (tx: Tx, rows: readonly RelationRow[]) =>
  sql`
    insert into skill_relation (skill_id, other_id, relation)
    select * from unnest(${rows.map(({ skill }) => skill)}::int[], ${rows.map(({ other }) => other)}::int[], ${rows.map(({ relation }) => relation)}::text[])`.execute(
    tx,
  );

const makeCurrent = async (tx: Tx, { version, source, skills }: Vocabulary): Promise<void> => {
  await tx.updateTable('vocabularyVersion').set({ isCurrent: false }).where('isCurrent', '=', true).execute();
  await tx
    .insertInto('vocabularyVersion')
    .values({ version, source, skillCount: skills.length, isCurrent: true })
    .onConflict((conflict) => conflict.column('version').doUpdateSet({ isCurrent: true, importedAt: sql`now()` }))
    .execute();
};

/**
 * Makes a vocabulary the current one of the database, in one transaction: all of it or nothing, and the same again when repeated.
 * Skills of earlier versions stay under their ids; relations are those of the new version. Two at once wait for each other.
 */
export const installVocabulary = (
  database: Database,
  vocabulary: Vocabulary,
  onProgress: InstallProgress = () => {},
): Promise<void> =>
  database.acrossCities(async (tx) => {
    await sql`select pg_advisory_xact_lock(715002)`.execute(tx);
    const { skills } = vocabulary;
    let done = 0;
    for (const batch of batchesOf(skills)) {
      await writeSkills(tx, batch);
      done += batch.length;
      onProgress({ done, of: skills.length });
    }
    await retireOthers(tx, skills);
    const relations = await relationRows(tx, skills);
    await tx.deleteFrom('skillRelation').execute();
    for (const batch of batchesOf(relations)) {
      await writeRelations(tx, batch);
      done += batch.length;
      onProgress({ done, of: skills.length + relations.length });
    }
    await makeCurrent(tx, vocabulary);
  });

/** The vocabulary the database has as its current one; none before the first start. */
export const installedVocabulary = (
  tx: Tx,
): Promise<{ version: string; source: 'starter' | 'esco'; skillCount: number; importedAt: Date } | undefined> =>
  tx
    .selectFrom('vocabularyVersion')
    .select(['version', 'source', 'skillCount', 'importedAt'])
    .where('isCurrent', '=', true)
    .executeTakeFirst();
