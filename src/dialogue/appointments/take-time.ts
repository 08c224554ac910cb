import { sql } from 'kysely';
import type { Work } from '../../kernel/work.ts';
import { type FreeTime, nearestTo, type Span } from './free-times.ts';
import { type FreeWish, loadOpen, takenOf, withoutClash } from './load-free.ts';

/** What came of wanting a time: it was got; somebody has it, and these are near it; or the customer is elsewhere then. */
export type Taken<Got> =
  | ({ outcome: 'got' } & Got)
  | { outcome: 'taken'; nearest: FreeTime[] }
  | { outcome: 'clash'; appointmentId: string; startsAt: Date };

type Clash = { outcome: 'clash'; appointmentId: string; startsAt: Date };

/** Another appointment of the customer's that a time would meet. */
export const clashOf = async (
  { tx, cityId }: Work,
  { customerId, span, except }: { customerId: string; span: Span; except: string | null },
): Promise<Clash | null> => {
  const { rows } = await sql<{ id: string; startsAt: Date }>`
    select id, starts_at from appointment
    where city_id = ${cityId} and customer_id = ${customerId} and state in ('proposed', 'booked') and id is distinct from ${except}::uuid
      and starts_at < ${span.until} and ends_at > ${span.from}
    order by starts_at limit 1`.execute(tx);
  const [found] = rows;
  return found ? { outcome: 'clash', appointmentId: found.id, startsAt: found.startsAt } : null;
};

type Wish = FreeWish & { customerId: string; startsAt: string | null };

/**
 * Finds the free time that is wanted; the first there is where none is named. The people's times must be locked, so that what is found stays
 * free until it is written.
 */
export const takeTime = async (work: Work, wish: Wish): Promise<Taken<{ time: FreeTime }>> => {
  const { customerId, startsAt, except = null } = wish;
  const open = await loadOpen(work, wish);
  const own = await takenOf(work, { whose: 'customer', id: customerId, except });
  const free = withoutClash(open, own);
  if (startsAt === null) {
    const [first] = free;
    return first ? { outcome: 'got', time: first } : { outcome: 'taken', nearest: [] };
  }
  const at = new Date(startsAt);
  const wanted = open.find((time) => time.startsAt.getTime() === at.getTime());
  if (!wanted) return { outcome: 'taken', nearest: nearestTo(at, free) };
  const span = { from: wanted.startsAt, until: wanted.endsAt };
  return (await clashOf(work, { customerId, span, except })) ?? { outcome: 'got', time: wanted };
};
