import { sql } from 'kysely';
import { z } from 'zod';
import { addDays } from '../../kernel/clock.ts';
import { dayInput } from '../../kernel/day-input.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { lookingAfter } from '../kinds/name-social-worker.ts';
import { loadSection } from './load-section.ts';
import { type SectionView, sectionView } from './read-sections.ts';
import { isCommon } from './rules.ts';
import { isShownOn } from './sections.ts';
import { type SectionViewer, sectionViewers } from './tables.ts';

export const shownInput = z.object({
  /** Whose professionals, of those who look after me, see it. Whose side wrote it sees it anyway. */
  authorities: z.array(z.enum(sectionViewers)).max(sectionViewers.length),
  /** Challenges I have said yes to: the business sees it on the card I gave for that challenge. Only of what I wrote myself. */
  challengeIds: z.array(z.string().refine((id) => isId(id), 'form.check')).max(50),
  /** The last day it is shown, YYYY-MM-DD; null while I do not take it back. */
  untilOn: dayInput.nullable().default(null),
});

export const showSectionInput = shownInput.extend({ sectionId: z.string() });

export type ShownChoice = { challengeId: string; title: string; businessName: string; isShown: boolean };

export type SectionShown = {
  section: SectionView;
  /** The plan has to have it, and not all who sign the plan see it yet. */
  isNeeded: boolean;
  /** Whom it is shown by my own choice now. */
  authorities: SectionViewer[];
  /** Who looks after me for each authority today; null for nobody. */
  people: Record<SectionViewer, string | null>;
  /** Those I have said yes to; empty for what somebody else wrote. */
  challenges: ShownChoice[];
  untilOn: string | null;
};

const findChallenges = async ({ tx, cityId, today }: Work, customerId: string, sectionId: string) => {
  const { rows } = await sql<ShownChoice>`
    select c.id as challenge_id, c.title, b.name as business_name, exists (
      select from plan_section_shown w where w.city_id = a.city_id and w.section_id = ${sectionId} and w.challenge_id = c.id
        and ${isShownOn(today)}) as is_shown
    from answer a
    join challenge c on c.city_id = a.city_id and c.id = a.challenge_id and c.deleted_at is null
    join business b on b.city_id = c.city_id and b.id = c.business_id
    where a.city_id = ${cityId} and a.customer_id = ${customerId} and a.answer = 'yes'
    order by a.answered_at desc limit 50`.execute(tx);
  return rows;
};

const inForce = ({ tx, cityId, today }: Work, sectionId: string) =>
  tx
    .selectFrom('planSectionShown')
    .select(['shownTo', 'challengeId', 'untilOn'])
    .where('cityId', '=', cityId)
    .where('sectionId', '=', sectionId)
    .where('withdrawnAt', 'is', null)
    .where((when) => when.or([when('untilOn', 'is', null), when('untilOn', '>=', today)]))
    .execute();

/** Who sees a section of the actor's own plan, and whom it could be shown to. */
export const readShown = async (work: Work, { sectionId }: { sectionId: string }): Promise<SectionShown> => {
  if (work.actor.role !== 'customer') throw new Problem('notYourRole');
  const { section, frame } = await loadSection(work, sectionId, { action: 'read', why: 'who sees a section' });
  const given = await inForce(work, section.id);
  const people = await lookingAfter(work, section.customerId);
  const nameOf = (kind: 'adviser' | 'socialWorker') => people.find((one) => one.kind === kind)?.name ?? null;
  return {
    section: sectionView(work, section, frame),
    isNeeded: section.key !== null && frame.contents.includes(section.key) && !isCommon(section, frame),
    authorities: sectionViewers.filter((viewer) => given.some(({ shownTo }) => shownTo === viewer)),
    people: { employment: nameOf('adviser'), wellbeing: nameOf('socialWorker') },
    challenges: section.owner === 'customer' ? await findChallenges(work, section.customerId, section.id) : [],
    untilOn: given.map(({ untilOn }) => untilOn).find((day) => day !== null) ?? null,
  };
};

type Wanted = { shownTo: SectionViewer | 'business'; challengeId: string | null };

/** Whom the customer asks to have it shown to. Throws badInput for a challenge they have not said yes to, or of what is not theirs to show there. */
const wantedOf = async (
  work: Work,
  { id, owner, customerId }: { id: string; owner: string; customerId: string },
  { authorities, challengeIds }: z.output<typeof shownInput>,
): Promise<Wanted[]> => {
  const known = owner === 'customer' ? await findChallenges(work, customerId, id) : [];
  if (challengeIds.some((one) => !known.some(({ challengeId }) => challengeId === one)))
    throw badField('challengeIds', 'path.section.noYes');
  return [
    ...sectionViewers
      .filter((viewer) => viewer !== owner && authorities.includes(viewer))
      .map((shownTo) => ({ shownTo, challengeId: null })),
    ...[...new Set(challengeIds)].map((challengeId) => ({ shownTo: 'business' as const, challengeId })),
  ];
};

/**
 * Says who sees a section of the actor's own plan from now on: consents, each dated and kept. Who is not named any more does not see it from the
 * next query on. Throws notFound for what is in nobody's plan but another's.
 */
export const showSection = async (work: Work, input: z.output<typeof showSectionInput>): Promise<void> => {
  const { section } = await loadSection(work, input.sectionId, { action: 'answer', why: 'chose who sees a section' });
  const { untilOn } = input;
  if (untilOn !== null && (untilOn < work.today || untilOn > addDays(work.today, 3660)))
    throw badField('untilOn', 'form.dayAhead');
  const wanted = await wantedOf(work, section, input);
  // Two choices at once come one after the other.
  await sql`select from plan_section where city_id = ${work.cityId} and id = ${section.id} for update`.execute(work.tx);
  await work.tx
    .updateTable('planSectionShown')
    .set({ withdrawnAt: work.now })
    .where('cityId', '=', work.cityId)
    .where('sectionId', '=', section.id)
    .where('withdrawnAt', 'is', null)
    .execute();
  if (wanted.length > 0)
    await work.tx
      .insertInto('planSectionShown')
      .values(
        wanted.map((one) => ({
          ...{ cityId: work.cityId, id: newId(), customerId: section.customerId, sectionId: section.id, ...one },
          ...{ givenAt: work.now, untilOn, withdrawnAt: null },
        })),
      )
      .execute();
};
