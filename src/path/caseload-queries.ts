import { sql } from 'kysely';
import { consents } from '../kernel/consent.ts';
import { hidesAddress, hidesWhole } from '../kernel/protection.ts';
import type { Work } from '../kernel/work.ts';
import { isShownToAdviser } from '../know-how/index.ts';

/** A customer of the caseload with what filters ask for. */
export type CaseloadEntry = {
  customerId: string;
  name: string;
  area: string;
  /** Proposals by the customer that the adviser has not answered. */
  waitsForMe: number;
  waitsForCustomer: number;
  /** When the customer last said yes to a challenge, if ever. */
  yesAt: Date | null;
};

export type LatestYes = { challengeId: string; title: string; businessName: string; answeredAt: Date };
export type CaseloadDetail = { customerId: string; keptSkills: number | null; latestYes: LatestYes | null };

/** Everyone in the actor's caseload: some hundreds at most, so names are sorted and searched in the process. */
export const findCaseload = async (work: Work): Promise<CaseloadEntry[]> => {
  const { tx, cityId, actor } = work;
  const me = sql.ref('c.id');
  const { rows } = await sql<CaseloadEntry>`
    select c.id as customer_id, p.name, case when ${hidesAddress(work, me)} then '' else c.area end as area, s.waits_for_me, s.waits_for_customer, y.yes_at
    from (select distinct customer_id from caseload where city_id = ${cityId} and adviser_id = ${actor.personId} and kind = 'adviser' and to_on is null) l
    join customer c on c.city_id = ${cityId} and c.id = l.customer_id and c.deleted_at is null and not ${hidesWhole(work, me)}
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    cross join lateral (
      select count(*) filter (where proposed_by = 'customer') as waits_for_me,
        count(*) filter (where proposed_by = 'adviser') as waits_for_customer
      from step where city_id = c.city_id and customer_id = c.id and state = 'proposed') s
    cross join lateral (
      select max(answered_at) as yes_at from answer
      where city_id = c.city_id and customer_id = c.id and answer = 'yes') y`.execute(tx);
  return rows;
};

/** What one page of the list shows beside that. The count of skills needs the customer's consent. */
export const findDetails = async (work: Work, customerIds: readonly string[]): Promise<CaseloadDetail[]> => {
  if (customerIds.length === 0) return [];
  const { tx, cityId, today } = work;
  const { rows } = await sql<CaseloadDetail>`
    select c.id as customer_id, y.latest_yes,
      case when ${consents(cityId, sql.ref('c.id'), 'adviserKnowHow', today)} then
        (select count(*) from know_how k
          where k.city_id = c.city_id and k.customer_id = c.id and k.state = 'kept' and ${isShownToAdviser()}) end as kept_skills
    from customer c
    left join lateral (
      select jsonb_build_object('challengeId', ch.id, 'title', ch.title, 'businessName', b.name, 'answeredAt', a.answered_at) as latest_yes
      from answer a
      join challenge ch on ch.city_id = a.city_id and ch.id = a.challenge_id
      join business b on b.city_id = ch.city_id and b.id = ch.business_id
      where a.city_id = c.city_id and a.customer_id = c.id and a.answer = 'yes'
      order by a.answered_at desc limit 1) y on true
    where c.city_id = ${cityId} and c.id = any(${customerIds}::uuid[])`.execute(tx);
  // An instant inside jsonb comes back as text.
  return rows.map((row) => ({
    ...row,
    latestYes: row.latestYes && { ...row.latestYes, answeredAt: new Date(row.latestYes.answeredAt) },
  }));
};
