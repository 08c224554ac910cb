import { access } from '../../kernel/access/access.ts';
import type { Relation } from '../../kernel/access/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { type Frame, frameOf } from '../kinds/frames.ts';
import type { SectionKey } from '../kinds/tables.ts';
import { sectionKeys } from '../kinds/tables.ts';
import { crossingFor, crossingWhys, loadSection } from './load-section.ts';
import { type Crossing, crossingTo, isCommon, ownerOfRole, sectionRelations } from './rules.ts';
import { type SectionRecord, sectionsOf } from './sections.ts';
import { type SectionViewer, sectionViewers } from './tables.ts';

/** A section as the actor sees it. */
export type SectionView = Omit<SectionRecord, 'shownTo'> & {
  /** The actor's side writes it. */
  isMine: boolean;
  /** How the actor came to see it, when another side wrote it and they are not the customer. */
  crossing: Crossing | null;
  /** Who else sees it, and by what; for the customer and whose side wrote it. */
  seenBy: { viewer: SectionViewer; by: Crossing }[];
  /** A part of what the plan's parties sign. */
  isCommon: boolean;
};

export type SectionsView = {
  customer: { id: string; name: string; area: string };
  sections: SectionView[];
  /** What the plan has to say and no section that its parties see says yet. */
  missing: SectionKey[];
  /** Of these what is written and waits for the customer to show it; empty for anybody else. */
  unshown: Unshown[];
  /** What the actor's side can still write about, beside titles of its own. */
  free: SectionKey[];
};

export const sectionView = (work: Work, section: SectionRecord, frame: Frame): SectionView => {
  const { shownTo: _, ...rest } = section;
  const side = ownerOfRole(work.actor.role);
  const crossing = crossingFor(work, section, frame);
  const seenBy = sectionViewers.flatMap((viewer) => {
    const by = crossingTo(viewer, section, frame);
    return by === null ? [] : [{ viewer, by }];
  });
  return {
    ...rest,
    isMine: side === section.owner,
    crossing,
    seenBy: crossing === null ? seenBy : [],
    isCommon: isCommon(section, frame),
  };
};

const order = (key: SectionKey | null): number => (key === null ? sectionKeys.length : sectionKeys.indexOf(key));

/** What the plan has to say by law or by the city, and its common sections do not say. */
export const missingSections = (sections: readonly SectionRecord[], frame: Frame): SectionKey[] => {
  const told = new Set(sections.filter((section) => isCommon(section, frame)).map(({ key }) => key));
  return sectionKeys.filter((key) => frame.contents.includes(key) && !told.has(key));
};

/** A section the plan has to have, written and not yet seen by all who sign it. */
export type Unshown = { id: string; key: SectionKey };

/** What the plan lacks only because the customer has not shown it: theirs alone to know. */
export const unshownSections = (sections: readonly SectionRecord[], missing: readonly SectionKey[]): Unshown[] =>
  sections.flatMap(({ id, key, text }) => (key !== null && text !== '' && missing.includes(key) ? [{ id, key }] : []));

/**
 * The sections of a plan that the actor sees, by what they are about: their own self's (customerId null), or of a customer they look after. Each
 * that crosses to them from another side is a look of its own in the use log. Throws notFound for anybody else's.
 */
export const readSections = async (
  work: Work,
  { customerId }: { customerId: string | null },
): Promise<SectionsView> => {
  const id = customerId ?? work.actor.customerId;
  if (!id) throw new Problem('notYourRole');
  const known: { relations: readonly Relation[] } = { relations: [] };
  const customer = await access.customer(
    work,
    id,
    { section: 'planSection', action: 'list', why: 'sections of the plan' },
    async (_customer, relations) => {
      known.relations = [...relations];
      return [];
    },
  );
  const frame = await frameOf(work, customer.id);
  const all = await sectionsOf(work, [customer.id]);
  const { role } = work.actor;
  const seen = all.filter(
    (section) => role === 'customer' || sectionRelations(role, known.relations, section, frame).length > 0,
  );
  for (const section of seen) {
    const crossing = crossingFor(work, section, frame);
    if (crossing === null) continue;
    const relations = sectionRelations(role, known.relations, section, frame);
    const asked = { section: 'planSection', action: 'read', why: crossingWhys[crossing] } as const;
    access.authorise(work, { ...asked, relations, customerId: customer.id });
  }
  const side = ownerOfRole(role);
  const missing = missingSections(all, frame);
  const mine = new Set(all.filter(({ owner }) => owner === side).map(({ key }) => key));
  return {
    customer: { id: customer.id, name: customer.name, area: customer.area },
    sections: seen
      .map((section) => sectionView(work, section, frame))
      .sort((a, b) => order(a.key) - order(b.key) || a.id.localeCompare(b.id)),
    missing,
    unshown: role === 'customer' ? unshownSections(all, missing) : [],
    free: sectionKeys.filter((key) => !mine.has(key)),
  };
};

export type SectionVersion = {
  version: number;
  at: Date;
  personName: string;
  role: string;
  title: string;
  text: string;
};

/**
 * A section with every version of it, the newest first. Whom it is shown by the customer's consent sees it from what it says now on: earlier versions
 * stay between the customer and whose side wrote them.
 */
export const readSection = async (
  work: Work,
  { sectionId }: { sectionId: string },
): Promise<{ section: SectionView; versions: SectionVersion[] }> => {
  const { section, frame } = await loadSection(work, sectionId, { action: 'read', why: 'section of the plan' });
  const view = sectionView(work, section, frame);
  const versions = await work.tx
    .selectFrom('planSectionVersion')
    .select(['version', 'at', 'personName', 'role', 'title', 'text'])
    .where('cityId', '=', work.cityId)
    .where('sectionId', '=', section.id)
    .where('version', '>=', view.crossing === null ? 1 : section.version)
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
  return { section: view, versions };
};
