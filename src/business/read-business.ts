import type { z } from 'zod';
import { access } from '../kernel/access/access.ts';
import type { Relation } from '../kernel/access/policy.ts';
import { isId } from '../kernel/ids.ts';
import { type Language, languages } from '../kernel/languages.ts';
import { notFound } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { recordId } from './input.ts';
import { type ChallengeLine, findChallenges, pageInput } from './list-challenges.ts';

export const businessInput = pageInput.extend({ businessId: recordId });

export type Business = {
  id: string;
  name: string;
  businessCode: string;
  area: string;
  /** What it says of itself, in the reader's language or the nearest one it has; '' when nothing. */
  about: string;
  createdAt: Date;
  /** Who acts for it today. */
  contacts: string[];
  challenges: ChallengeLine[];
  page: number;
  hasMore: boolean;
};

const find = ({ tx, cityId }: Work, businessId: string) =>
  tx
    .selectFrom('business')
    .select(['id', 'name', 'businessCode', 'area', 'about', 'createdAt'])
    .where('cityId', '=', cityId)
    .where('id', '=', businessId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();

const findContacts = ({ tx, cityId, today }: Work, businessId: string) =>
  tx
    .selectFrom('businessContact as c')
    .innerJoin('cityPerson as p', (join) =>
      join.onRef('p.cityId', '=', 'c.cityId').onRef('p.personId', '=', 'c.personId'),
    )
    .select('p.name')
    .where('c.cityId', '=', cityId)
    .where('c.businessId', '=', businessId)
    .where('c.fromOn', '<=', today)
    .where((when) => when.or([when('c.toOn', 'is', null), when('c.toOn', '>', today)]))
    .execute();

/** A text in the reader's language, else in the first language it has. */
export const nearest = (texts: Partial<Record<Language, string>>, language: Language): string =>
  texts[language] || (languages.map((other) => texts[other]).find(Boolean) ?? '');

/** A business with its people and challenges; drafts only for its own people. Throws "not found" for one not there or not the actor's to see. */
export const readBusiness = async (
  work: Work,
  { businessId, page }: z.output<typeof businessInput>,
): Promise<Business> => {
  const asked = { section: 'business', action: 'read', why: 'business' } as const;
  const row = isId(businessId) ? await find(work, businessId) : undefined;
  const isOurs = row !== undefined && work.actor.businessId === row.id;
  const relations: Relation[] = isOurs ? ['city', 'business'] : ['city'];
  if (!row) {
    work.note({ ...asked, customerId: null, isAllowed: false });
    throw notFound();
  }
  access.authorise(work, { ...asked, relations, customerId: null });
  const contacts = await findContacts(work, row.id);
  const list = await findChallenges(work, { businessId: row.id, page, withDrafts: isOurs });
  const byName = new Intl.Collator('fi');
  return {
    ...row,
    about: nearest(row.about, work.actor.language),
    contacts: contacts.map(({ name }) => name).sort(byName.compare),
    ...list,
  };
};
