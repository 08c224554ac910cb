import type { Database } from '../../kernel/database.ts';
import type { Work } from '../../kernel/work.ts';
import { buildCityIndex, type CityIndex, follow } from './city-index.ts';

/** Who could match, in this process's memory: proposes, never decides. The database is asked again before anybody sees anything. */
export type MatchingIndex = {
  /**
   * The city's index, up to what the use case's transaction sees. Null while it is being built, or built anew: the database alone answers then.
   */
  of(work: Pick<Work, 'tx' | 'cityId' | 'today' | 'now'>): Promise<CityIndex | null>;
  /** Waits until the city's index stands. For tests and benches. */
  whenBuilt(work: Pick<Work, 'cityId' | 'today' | 'now'>): Promise<void>;
};

declare module '../../kernel/work.ts' {
  interface Services {
    matchingIndex: MatchingIndex;
  }
}

/** Changes are kept for a day; an index that was not asked for half of it begins anew. */
const sleptTooLong = 12 * 3_600_000;

type Held = { index: CityIndex | null; building: Promise<void> | null; askedAt: number };

export const createMatchingIndex = (database: Database, onError: (error: Error) => void): MatchingIndex => {
  const cities = new Map<string, Held>();
  const heldFor = (cityId: string): Held => {
    const held = cities.get(cityId) ?? { index: null, building: null, askedAt: 0 };
    cities.set(cityId, held);
    return held;
  };
  /** The old one serves on until the new one stands. */
  const build = (held: Held, place: { cityId: string; today: string }): Promise<void> => {
    held.building ??= buildCityIndex({ database, ...place })
      .then((index) => {
        held.index = index;
      })
      .catch((error) => onError(error instanceof Error ? error : new Error(String(error))))
      .finally(() => {
        held.building = null;
      });
    return held.building;
  };
  return {
    async of({ tx, cityId, today, now }) {
      const held = heldFor(cityId);
      if (now.getTime() - held.askedAt > sleptTooLong) held.index = null;
      held.askedAt = now.getTime();
      const { index } = held;
      if (!index) {
        void build(held, { cityId, today });
        return null;
      }
      const isGood = await follow(index, tx, cityId, today);
      if (!isGood) void build(held, { cityId, today });
      return index;
    },
    async whenBuilt({ cityId, today }) {
      const held = heldFor(cityId);
      if (!held.index) await build(held, { cityId, today });
    },
  };
};
