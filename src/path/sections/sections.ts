import { type RawBuilder, sql } from 'kysely';
import type { Work } from '../../kernel/work.ts';
import type { SectionKey } from '../kinds/tables.ts';
import type { SectionOwner, SectionViewer } from './tables.ts';

export type SectionRecord = {
  id: string;
  customerId: string;
  owner: SectionOwner;
  key: SectionKey | null;
  /** Empty where the key says what it is about. */
  title: string;
  text: string;
  version: number;
  changedAt: Date;
  /** Who wrote the version that stands. */
  personName: string;
  role: string;
  /** Authorities the customer lets see it now. */
  shownTo: SectionViewer[];
};

/** SQL: a row `w` of plan_section_shown holds on a day. */
export const isShownOn = (today: string) =>
  sql<boolean>`w.withdrawn_at is null and (w.until_on is null or w.until_on >= ${today}::date)`;

const select = async (
  { tx, cityId, today }: Pick<Work, 'tx' | 'cityId' | 'today'>,
  where: RawBuilder<unknown>,
): Promise<SectionRecord[]> => {
  const { rows } = await sql<SectionRecord>`
    select s.id, s.customer_id, s.owner, s.key, s.title, s.text, s.version, s.changed_at, v.person_name, v.role,
      array(select w.shown_to from plan_section_shown w
        where w.city_id = s.city_id and w.section_id = s.id and w.shown_to <> 'business' and ${isShownOn(today)}) as shown_to
    from plan_section s
    join plan_section_version v on v.city_id = s.city_id and v.section_id = s.id and v.version = s.version
    where s.city_id = ${cityId} and ${where}
    order by s.created_at, s.id`.execute(tx);
  return rows;
};

/** Every section of customers' plans, whoever may see which: for callers who ask that next. One query however many. */
export const sectionsOf = (
  work: Pick<Work, 'tx' | 'cityId' | 'today'>,
  customerIds: readonly string[],
): Promise<SectionRecord[]> =>
  customerIds.length === 0 ? Promise.resolve([]) : select(work, sql`s.customer_id = any(${customerIds}::uuid[])`);

export const findSection = async (
  work: Pick<Work, 'tx' | 'cityId' | 'today'>,
  sectionId: string,
): Promise<SectionRecord | undefined> => (await select(work, sql`s.id = ${sectionId}`))[0];
