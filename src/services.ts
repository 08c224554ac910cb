import { demoAdverts } from './demo/adverts.ts';
import type { Clock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import type { Database } from './kernel/database.ts';
import type { Secrets } from './kernel/secrets.ts';
import type { Services } from './kernel/work.ts';
import { createOutsideModel, loadLexiconService, loadVocabularyService } from './know-how/index.ts';
import { type AdvertSource, createMatchingIndex, tmtSource } from './matching/index.ts';

/** Open jobs: the operator's interface; in the demo ones of our own; else none. */
const advertsFrom = ({ adverts, demo }: Config, clock: Clock): AdvertSource | null => {
  if (adverts) return tmtSource(adverts);
  return demo ? demoAdverts(clock) : null;
};

/** What use cases get from outside their transaction, made once at the start. */
export const loadServices = async (outside: {
  secrets: Secrets;
  database: Database;
  config: Config;
  clock: Clock;
  onError: (error: unknown) => void;
}): Promise<Services> => ({
  secrets: outside.secrets,
  canText: outside.config.sms !== undefined || outside.config.demo,
  outsideModelName: outside.config.outsideModel?.name,
  outsideModel: outside.config.outsideModel && createOutsideModel(outside.config.outsideModel),
  adverts: advertsFrom(outside.config, outside.clock),
  matchingIndex: createMatchingIndex(outside.database, outside.onError),
  lexicon: loadLexiconService(outside.config.dataFolder),
  vocabulary: await loadVocabularyService({ database: outside.database, dataFolder: outside.config.dataFolder }),
});
