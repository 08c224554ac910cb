import { sql } from 'kysely';
import type { Role } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Place } from '../queries.ts';
import type { EvidenceKind, VouchRelation } from './tables.ts';

export type ShownVouching = {
  skillId: number;
  /** As they want to be shown: name, and role where they told it. */
  by: string;
  role: string;
  relation: VouchRelation;
  how: string;
  since: string;
  until: string;
  at: Date;
  /** Said by somebody logged in to Tuttu; else by a link, and nobody has checked who they are. */
  isInTuttu: boolean;
};

/**
 * What others have said of a customer's kept skills and the customer has taken, the newest first. Callers have authorised, and show each with
 * its skill only: who hides a skill hides this with it.
 */
export const vouchingsOf = async (tx: Tx, cityId: string, customerId: string): Promise<ShownVouching[]> => {
  const { rows } = await sql<ShownVouching>`
    select v.skill_id, r.voucher_name as by, r.voucher_role as role, r.relation, v.how, v.since, v.until, v.answered_at as at,
      r.adviser_id is not null as is_in_tuttu
    from vouching v
    join vouch_request r on r.city_id = v.city_id and r.id = v.request_id
    join know_how k on k.city_id = v.city_id and k.customer_id = v.customer_id and k.skill_id = v.skill_id and k.state = 'kept'
    where v.city_id = ${cityId} and v.customer_id = ${customerId} and v.state = 'accepted'
    order by v.answered_at desc, v.id`.execute(tx);
  return rows;
};

export type ShownEvidence = {
  id: string;
  skillId: number;
  kind: EvidenceKind;
  title: string;
  /** YYYY-MM-DD. */
  happenedOn: string;
  /** Who says that it is done, and as what; empty when only the customer does. */
  confirmedBy: string;
  confirmedAs: Role | '';
};

/** Completed things a customer has taken as evidence of kept skills, one row for each skill, the newest first. Callers as above. */
export const evidenceOf = async (tx: Tx, cityId: string, customerId: string): Promise<ShownEvidence[]> => {
  const { rows } = await sql<ShownEvidence>`
    select e.id, s.skill_id, e.kind, e.title, e.happened_on, e.confirmed_by, e.confirmed_as
    from evidence e
    join evidence_skill s on s.city_id = e.city_id and s.evidence_id = e.id and s.is_chosen
    join know_how k on k.city_id = e.city_id and k.customer_id = e.customer_id and k.skill_id = s.skill_id and k.state = 'kept'
    where e.city_id = ${cityId} and e.customer_id = ${customerId} and e.state = 'accepted'
    order by e.happened_on desc, e.id, s.skill_id`.execute(tx);
  return rows;
};

/** Who vouches, and how it was said: by whom logged in as what in which city, or by a link, where nobody has checked who they are. */
export type Voucher = {
  name: string;
  /** What they call themselves, in their own words; empty for who is logged in. */
  told: string;
  by: 'adviser' | 'link';
  /** The city the adviser works in, in the reader's language; null by a link. */
  city: string | null;
};

/**
 * Of several customers, by skill: who vouches for what they keep and show, as these want to be shown, the newest first. For a card whose customer
 * chose to show it; callers have authorised.
 */
export const vouchersOf = async (
  { tx, cityId, language }: Place,
  customerIds: readonly string[],
): Promise<(Voucher & { customerId: string; skillId: number })[]> => {
  if (customerIds.length === 0) return [];
  const { rows } = await sql<Voucher & { customerId: string; skillId: number }>`
    select v.customer_id, v.skill_id, r.voucher_name as name, case when r.adviser_id is null then r.voucher_role else '' end as told,
      case when r.adviser_id is null then 'link' else 'adviser' end as by,
      case when r.adviser_id is not null then coalesce(c.name->>${language}, c.id) end as city
    from vouching v
    join city c on c.id = v.city_id
    join vouch_request r on r.city_id = v.city_id and r.id = v.request_id
    join know_how k on k.city_id = v.city_id and k.customer_id = v.customer_id and k.skill_id = v.skill_id
      and k.state = 'kept' and k.hidden_at is null
    where v.city_id = ${cityId} and v.customer_id = any(${[...customerIds]}::uuid[]) and v.state = 'accepted'
    order by v.answered_at desc, v.id`.execute(tx);
  return rows;
};
