import type { Config } from './kernel/config.ts';
import type { Database } from './kernel/database.ts';
import type { Secrets } from './kernel/secrets.ts';
import type { Services } from './kernel/work.ts';
import { loadVocabularyService } from './know-how/index.ts';
import { createMatchingIndex } from './matching/index.ts';

/** What use cases get from outside their transaction, made once at the start. */
export const loadServices = async (outside: {
  secrets: Secrets;
  database: Database;
  config: Config;
  onError: (error: unknown) => void;
}): Promise<Services> => ({
  secrets: outside.secrets,
  matchingIndex: createMatchingIndex(outside.database, outside.onError),
  vocabulary: await loadVocabularyService({ database: outside.database, dataFolder: outside.config.dataFolder }),
});
