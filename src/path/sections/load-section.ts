import { type Asked, access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { type Frame, frameOf } from '../kinds/frames.ts';
import { type Crossing, crossingTo, ownerOfRole, sectionRelations } from './rules.ts';
import { findSection, type SectionRecord } from './sections.ts';

/** The reason as the use log has it, where a section is seen by an authority that did not write it. */
export const crossingWhys: Record<Crossing, string> = {
  consent: 'shown by consent',
  law: 'shown by law in a joint plan',
};

/** How a section comes before the actor's eyes, when another side wrote it; null when it is theirs, or they are the customer. */
export const crossingFor = (
  { actor }: Pick<Work, 'actor'>,
  section: SectionRecord,
  frame: Pick<Frame, 'parties' | 'crosses'>,
): Crossing | null => {
  const side = ownerOfRole(actor.role);
  return side === null || side === 'customer' ? null : crossingTo(side, section, frame);
};

/**
 * Loads and authorises a section in one call. A look at another side's says in the use log by what it crossed. Throws notFound for one the actor
 * is not shown, as for one that is not there.
 */
export const loadSection = async (
  work: Work,
  sectionId: string,
  asked: Omit<Asked, 'section'>,
): Promise<{ section: SectionRecord; frame: Frame }> => {
  const section = isId(sectionId) ? await findSection(work, sectionId) : undefined;
  if (!section) {
    work.note({ ...asked, section: 'planSection', customerId: null, isAllowed: false });
    throw notFound();
  }
  const frame = await frameOf(work, section.customerId);
  const crossing = crossingFor(work, section, frame);
  const why = crossing === null ? asked.why : crossingWhys[crossing];
  await access.customer(
    work,
    section.customerId,
    { ...asked, why, section: 'planSection' },
    async (_customer, relations) => sectionRelations(work.actor.role, relations, section, frame),
  );
  return { section, frame };
};
