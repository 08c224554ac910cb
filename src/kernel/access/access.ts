import { sql } from 'kysely';
import type { Actor, Guest, Machine, Operator, ProfessionalKind } from '../actor.ts';
import { looksAfter } from '../advisers.ts';
import { isId } from '../ids.ts';
import { notFound, Problem } from '../problem.ts';
import { hidesAddress, hidesWhole } from '../protection.ts';
import { restricts } from '../restriction.ts';
import { asStandIn } from '../standing-in.ts';
import type { Hours } from '../tables.ts';
import type { Work, WorkAs } from '../work.ts';
import { type Action, allows, type Relation, type Section } from './policy.ts';

export type Asked = {
  section: Section;
  action: Action;
  /** Why, for the use log: a short code such as "matches page". */
  why: string;
};

/**
 * The one gate every record passes. Notes the use; throws "not found" when the actor has no right, the same as when the record is
 * not there, and the refusal is logged.
 */
export const authorise = (
  work: Pick<WorkAs<Actor | Guest | Operator | Machine>, 'actor' | 'note'>,
  { relations, customerId, ...asked }: Asked & { relations: readonly Relation[]; customerId: string | null },
): void => {
  const isAllowed = allows({ role: work.actor.role, relations, section: asked.section, action: asked.action });
  const isOwnRead = relations.includes('own') && asked.action === 'read';
  if (!isAllowed || !isOwnRead) work.note({ ...asked, customerId, isAllowed });
  if (!isAllowed) throw notFound();
};

export type CustomerRecord = {
  id: string;
  personId: string;
  name: string;
  /** Empty where they are protected and the actor is not among the few who may see it. */
  area: string;
  /** Null when they have not told. */
  workHours: Hours | null;
  spokenLanguages: string[];
  cardIntro: string;
  wantsNotices: boolean;
  /** They have restricted what is done with their data: nobody else writes about them. */
  isRestricted: boolean;
  version: number;
};

/** Who looks after the city's data can set and end a protection also of whom they may not see: nothing of the person is told with it. */
const setsProtection = ({ actor }: Work, { section }: Asked) =>
  section === 'protection' && actor.role === 'administrator';

const readCustomer = (work: Work, customerId: string, asked: Asked) =>
  work.tx
    .selectFrom('customer as c')
    .innerJoin('cityPerson as p', (join) =>
      join.onRef('p.cityId', '=', 'c.cityId').onRef('p.personId', '=', 'c.personId'),
    )
    .leftJoin('caseload as l', (join) =>
      join
        .onRef('l.cityId', '=', 'c.cityId')
        .onRef('l.customerId', '=', 'c.id')
        .on(looksAfter(work))
        .on('l.kind', '=', sql<ProfessionalKind>`${work.actor.role}`)
        .on('l.toOn', 'is', null)
        // Nobody looks after themselves.
        .on('c.personId', '<>', work.actor.personId),
    )
    .select([
      'c.id',
      'c.personId',
      'p.name',
      sql<string>`case when ${hidesAddress(work, sql.ref('c.id'))} then '' else c.area end`.as('area'),
      restricts(work.cityId, sql.ref('c.id')).as('isRestricted'),
      'c.workHours',
      'c.spokenLanguages',
      'c.cardIntro',
      'c.wantsNotices',
      'c.version',
      'l.id as caseloadId',
      sql<boolean>`coalesce(l.adviser_id <> ${work.actor.personId}, false)`.as('isStandIn'),
    ])
    .where('c.cityId', '=', work.cityId)
    .where('c.id', '=', customerId)
    .where('c.deletedAt', 'is', null)
    .$if(!setsProtection(work, asked), (query) => query.where((when) => when.not(hidesWhole(work, sql.ref('c.id')))))
    // Who has them comes before who stands in.
    .orderBy('isStandIn')
    .limit(1)
    .executeTakeFirst();

/**
 * Loads and authorises a customer in one call. Throws "not found" for one who is not there or not the actor's to see. `further`: relations a
 * domain knows of, found once the customer is.
 */
const customer = async (
  work: Work,
  customerId: string,
  asked: Asked,
  further: (customer: CustomerRecord, relations: readonly Relation[]) => Promise<readonly Relation[]> = async () => [],
): Promise<CustomerRecord> => {
  const row = isId(customerId) ? await readCustomer(work, customerId, asked) : undefined;
  if (!row) {
    work.note({ ...asked, customerId: null, isAllowed: false });
    throw notFound();
  }
  const { caseloadId, isStandIn, ...record } = row;
  const relations: Relation[] = ['city'];
  if (work.actor.customerId === record.id) relations.push('own');
  if (caseloadId !== null) relations.push('caseload');
  relations.push(...(await further(record, relations)));
  const why = isStandIn ? asStandIn(asked.why) : asked.why;
  authorise(work, { ...asked, why, relations, customerId: record.id });
  return record;
};

/** The customer the actor is. */
const self = (work: Work, asked: Asked): Promise<CustomerRecord> => {
  if (!work.actor.customerId) throw new Problem('notYourRole');
  return customer(work, work.actor.customerId, asked);
};

export const access = { customer, self, authorise };
