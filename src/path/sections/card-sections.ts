import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import type { SectionKey } from '../kinds/tables.ts';
import { isShownOn } from './sections.ts';

/** What a customer's plan tells that they show the business of a challenge on the card they gave it. */
export type CardSection = { answerId: string; key: SectionKey | null; title: string; text: string };

const why = 'section on a card';

const findOwner = async ({ tx, cityId }: Work, challengeId: string): Promise<string | null> => {
  if (!isId(challengeId)) return null;
  const { rows } = await sql<{ businessId: string }>`
    select business_id from challenge where city_id = ${cityId} and id = ${challengeId} and deleted_at is null`.execute(
    tx,
  );
  return rows[0]?.businessId ?? null;
};

const findShown = async ({ tx, cityId, today }: Work, challengeId: string) => {
  const { rows } = await sql<CardSection & { customerId: string }>`
    select a.id as answer_id, s.customer_id, s.key, s.title, s.text from plan_section_shown w
    join plan_section s on s.city_id = w.city_id and s.id = w.section_id and s.owner = 'customer' and s.text <> ''
    join customer c on c.city_id = s.city_id and c.id = s.customer_id and c.deleted_at is null
    join answer a on a.city_id = w.city_id and a.challenge_id = w.challenge_id and a.customer_id = w.customer_id and a.answer = 'yes'
    where w.city_id = ${cityId} and w.challenge_id = ${challengeId} and w.shown_to = 'business' and ${isShownOn(today)}
    order by s.created_at, s.id limit 400`.execute(tx);
  return rows;
};

/**
 * Sections of plans on the cards of a challenge, by the answer the card came with: of customers' own words, while the yes and the customer's leave
 * stand. For the contacts of its business; throws notFound for anybody else. Whose section is shown finds it in their use log.
 */
export const sectionsOnCards = async (work: Work, { challengeId }: { challengeId: string }): Promise<CardSection[]> => {
  const owner = await findOwner(work, challengeId);
  const relations = owner !== null && owner === work.actor.businessId ? (['business'] as const) : [];
  access.authorise(work, { section: 'card', action: 'list', relations, customerId: null, why });
  if (owner === null) throw notFound();
  const shown = await findShown(work, challengeId);
  for (const customerId of new Set(shown.map((one) => one.customerId)))
    access.authorise(work, { section: 'card', action: 'read', relations, customerId, why });
  return shown.map(({ customerId: _, ...section }) => section);
};
