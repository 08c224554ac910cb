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

type Held = { index: CityIndex | null; building: Promise<void> | null; followedAt: number };

export const createMatchingIndex = (database: Database, onError: (error: unknown) => void): MatchingIndex => {
  const cities = new Map<string, Held>();
  const heldFor = (cityId: string): Held => {
    const held = cities.get(cityId) ?? { index: null, building: null, followedAt: 0 };
    cities.set(cityId, held);
    return held;
  };
  const wake = (held: Held, now: Date): void => {
    if (now.getTime() - held.followedAt > sleptTooLong) held.index = null;
  };
  /** The old one serves on until the new one stands. */
  const build = (held: Held, { cityId, today, now }: Pick<Work, 'cityId' | 'today' | 'now'>): Promise<void> => {
    held.building ??= buildCityIndex({ database, cityId, today })
      .then((index) => {
        held.index = index;
        held.followedAt = now.getTime();
      })
      .catch(onError)
      .finally(() => {
        held.building = null;
      });
    return held.building;
  };
  return {
    async of(work) {
      const held = heldFor(work.cityId);
      wake(held, work.now);
      const { index } = held;
      if (!index) {
        void build(held, work);
        return null;
      }
      const isGood = await follow(index, work.tx, work.cityId, work.today);
      held.followedAt = work.now.getTime();
      if (!isGood) void build(held, work);
      return index;
    },
    async whenBuilt(work) {
      const held = heldFor(work.cityId);
      wake(held, work.now);
      if (!held.index) await build(held, work);
    },
  };
};
