import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../kernel/database.ts';
import { loadVocabularyService } from '../know-how/index.ts';

/** What every test's database starts with beside its tables: the starter vocabulary. */
export const fillTemplate = async (migratorUrl: string): Promise<void> => {
  const database = openDatabase(migratorUrl, { max: 1 });
  const dataFolder = mkdtempSync(join(tmpdir(), 'tuttu-data-'));
  try {
    (await loadVocabularyService({ database, dataFolder })).close();
  } finally {
    await database.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
};
