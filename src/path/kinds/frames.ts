import { sql } from 'kysely';
import type { InLanguages } from '../../kernel/languages.ts';
import type { Work } from '../../kernel/work.ts';
import { type Confidence, type ContentKey, contentKeys, type Party, type PlanKind, type SectionKey } from './tables.ts';

/** What holds of a customer's plan by its kind: the row of the law it was begun under, and what the city adds. */
export type Frame = {
  customerId: string;
  kind: PlanKind;
  /** The latest change of the kind; 0 when it never was changed. */
  version: number;
  /** Who made it of this kind and why; empty while nobody has changed it. */
  changedBy: string;
  why: string;
  /** The day the plan became of this kind; it goes on by the law of that day. */
  begunOn: string;
  law: string;
  basis: InLanguages;
  parties: Party[];
  /** All it has to say, by law and by the city, in the order of `contentKeys`. */
  contents: ContentKey[];
  /** What of a professional's own words the other authorities see by law. */
  crosses: SectionKey[];
  validMonths: number | null;
  reviewMonths: number | null;
  source: string;
  confidence: Confidence;
  /** Which facts of the row nobody has checked; empty for none. */
  unchecked: string;
};

/** The frames of customers' plans, by customer: one query however many. A plan whose kind nobody has changed is an employment plan. */
export const framesOf = async (
  { tx, cityId, today }: Pick<Work, 'tx' | 'cityId' | 'today'>,
  customerIds: readonly string[],
): Promise<Map<string, Frame>> => {
  if (customerIds.length === 0) return new Map();
  const { rows } = await sql<Frame & { wanted: ContentKey[] | null }>`
    select k.customer_id, k.kind, k.version, k.changed_by, k.why, k.begun_on, r.law, r.basis, r.parties, r.contents, r.crosses, r.valid_months, r.review_months, r.source,
      r.confidence, r.unchecked, w.contents as wanted
    from (
      select distinct on (c.id) c.id as customer_id, coalesce(k.kind, 'employment') as kind, coalesce(k.version, 0) as version,
        coalesce(k.person_name, '') as changed_by, coalesce(k.why, '') as why, coalesce(k.from_on, c.created_at::date) as begun_on
      from customer c left join plan_kind_change k on k.city_id = c.city_id and k.customer_id = c.id
      where c.city_id = ${cityId} and c.id = any(${customerIds}::uuid[])
      order by c.id, k.version desc nulls last) k
    cross join lateral (
      select * from plan_kind r where r.id = k.kind order by r.from_on <= k.begun_on desc,
        case when r.from_on <= k.begun_on then r.from_on end desc, r.from_on limit 1) r
    left join lateral (
      select w.contents from city_plan_kind w where w.city_id = ${cityId} and w.kind = k.kind and w.from_on <= ${today}::date
      order by w.from_on desc limit 1) w on true`.execute(tx);
  return new Map(
    rows.map(({ wanted, ...frame }) => {
      const contents = contentKeys.filter((key) => frame.contents.includes(key) || wanted?.includes(key));
      return [frame.customerId, { ...frame, contents }];
    }),
  );
};

/** The frame of one customer's plan. The caller has loaded the customer. */
export const frameOf = async (work: Pick<Work, 'tx' | 'cityId' | 'today'>, customerId: string): Promise<Frame> => {
  const frame = (await framesOf(work, [customerId])).get(customerId);
  if (!frame) throw new Error('A plan has a frame while its customer is there');
  return frame;
};
