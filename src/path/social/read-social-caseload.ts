import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { hidesAddress, hidesWhole } from '../../kernel/protection.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { byFinnishName, hasName } from '../caseload/names.ts';
import type { PlanKind } from '../kinds/tables.ts';
import { contentsOf } from '../signing/content.ts';
import { canSign, standingsOf } from '../signing/rules.ts';
import { latestSignatures } from '../signing/signatures.ts';

export const socialCustomersOnPage = 25;

export const readSocialCaseloadInput = z.object({
  /** Part of a name. */
  name: words(100, { least: 0 }).default(''),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

export type SocialCustomer = {
  customerId: string;
  name: string;
  area: string;
  /** Since when the actor looks after them, YYYY-MM-DD. */
  since: string;
  /** The kind of plan the wellbeing services county is party to; null where it is party to none. */
  plan: PlanKind | null;
  /** The plan can be signed and the county's signature is missing. */
  waitsForMe: boolean;
};

export type SocialCaseload = { customers: SocialCustomer[]; page: number; pages: number; found: number; all: number };

type Row = Pick<SocialCustomer, 'customerId' | 'name' | 'area' | 'since'>;

const findCustomers = async (work: Work): Promise<Row[]> => {
  const { tx, cityId, actor } = work;
  const me = sql.ref('c.id');
  const { rows } = await sql<Row>`
    select c.id as customer_id, p.name, case when ${hidesAddress(work, me)} then '' else c.area end as area, min(l.from_on) as since from caseload l
    join customer c on c.city_id = l.city_id and c.id = l.customer_id and c.deleted_at is null and not ${hidesWhole(work, me)}
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    where l.city_id = ${cityId} and l.adviser_id = ${actor.personId} and l.kind = 'socialWorker' and l.to_on is null
    group by c.city_id, c.id, p.name, c.area`.execute(tx);
  return rows;
};

const withPlans = async (work: Work, rows: readonly Row[]): Promise<SocialCustomer[]> => {
  const ids = rows.map(({ customerId }) => customerId);
  const contents = await contentsOf(work, ids);
  const signatures = await latestSignatures(work, ids);
  return rows.map((row): SocialCustomer => {
    const content = contents.get(row.customerId);
    if (!content?.frame.parties.includes('wellbeing')) return { ...row, plan: null, waitsForMe: false };
    const { frame, parts, missing } = content;
    const own = signatures.filter(({ customerId }) => customerId === row.customerId);
    const standings = standingsOf(frame, { signatures: own, parts, today: work.today });
    return { ...row, plan: frame.kind, waitsForMe: canSign('wellbeing', { standings, missing }) };
  });
};

/** A social worker's own customers by surname, 25 a page. Everyone shown finds it in their use log. Of what is the employment side's, nothing. */
export const readSocialCaseload = async (
  work: Work,
  input: z.infer<typeof readSocialCaseloadInput>,
): Promise<SocialCaseload> => {
  const { name } = input;
  const all = await findCustomers(work);
  const found = all.filter((one) => hasName(one.name, name)).sort(byFinnishName);
  const pages = Math.max(1, Math.ceil(found.length / socialCustomersOnPage));
  const page = Math.min(input.page, pages);
  const shown = found.slice((page - 1) * socialCustomersOnPage, page * socialCustomersOnPage);
  const why = name === '' ? 'caseload' : 'searched the caseload';
  const asked = { section: 'caseload', action: 'list', why, relations: ['caseload'] } as const;
  for (const { customerId } of shown) access.authorise(work, { ...asked, customerId });
  return { customers: await withPlans(work, shown), page, pages, found: found.length, all: all.length };
};
