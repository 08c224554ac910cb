import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import type { Language } from '../../kernel/languages.ts';
import type { Work } from '../../kernel/work.ts';
import { licenceName } from '../profile/licence-list.ts';
import { labelIn } from '../vocabulary/types.ts';
import { loadBrought } from './load-brought.ts';
import type { DocumentKind, Found, Paragraph, PrivateKind } from './reader/types.ts';
import type { Wrong } from './reader/unreadable.ts';
import type { FoundPlace, ProposalKind, ProposalState, ReadingState } from './tables.ts';

/** A file's name as it is shown: what a browser may say of its folders is nobody's business. */
export const shownName = (name: string): string => name.split(/[\\/]/).at(-1)?.trim() ?? '';

/** Something found: the paragraph it stands in, with its words marked by the places. */
export type Proposal = {
  id: string;
  kind: ProposalKind;
  state: ProposalState;
  what: Found['what'];
  places: FoundPlace[];
};

export type Brought = {
  id: string;
  name: string;
  version: number;
  createdAt: Date;
  state: ReadingState;
  kind: DocumentKind | null;
  language: Language | null;
  wrong: Wrong | null;
  page: number;
  pages: number;
  leftOut: PrivateKind[];
  paragraphs: Paragraph[];
  proposals: Proposal[];
};

const readProposals = (work: Work, bringId: string) =>
  work.tx
    .selectFrom('bringProposal')
    .select(['id', 'kind', 'state', 'what', 'places'])
    .where('cityId', '=', work.cityId)
    .where('bringId', '=', bringId)
    .orderBy('no')
    .execute();

/** Skills and cards by their names in the reader's language, where the vocabulary or the list of cards knows them. */
const named = (work: Work, { kind, what, ...rest }: Proposal): Proposal => {
  if (kind === 'licence' && 'untilOn' in what)
    return { kind, what: { ...what, name: licenceName(what, work.actor.language) }, ...rest };
  if (kind !== 'knowHow' || !('uri' in what)) return { kind, what, ...rest };
  const { vocabulary } = work.services;
  const skill = vocabulary.skill(vocabulary.idOf(what.uri) ?? -1);
  return { kind, what: skill ? { ...what, label: labelIn(skill.labels, work.actor.language) } : what, ...rest };
};

/** One document I have brought: how its reading goes, or what was found in it. */
export const seeBrought = async (work: Work, bringId: string): Promise<Brought> => {
  const { customerId: _, name, ...brought } = await loadBrought(work, bringId, { action: 'read', why: 'own document' });
  const proposals = await readProposals(work, bringId);
  return { ...brought, name: shownName(name), proposals: proposals.map((one) => named(work, one)) };
};

export type BroughtLine = Pick<Brought, 'id' | 'name' | 'state' | 'wrong' | 'createdAt' | 'version'> & {
  /** How many things were found in it; 0 while it is read, and where nothing was found. */
  found: number;
};

/** Documents I have brought and not decided on, or that could not be read; the latest first. */
export const seeAllBrought = async (work: Work): Promise<BroughtLine[]> => {
  const me = await access.self(work, { section: 'bring', action: 'read', why: 'own document' });
  const rows = await work.tx
    .selectFrom('bring as b')
    .innerJoin('bringReading as r', (join) => join.onRef('r.cityId', '=', 'b.cityId').onRef('r.bringId', '=', 'b.id'))
    .select(['b.id', 'b.name', 'b.version', 'b.createdAt', 'r.state', 'r.wrong'])
    .select((eb) =>
      eb
        .selectFrom('bringProposal as p')
        .select(sql<number>`count(*)::int`.as('found'))
        .whereRef('p.cityId', '=', 'b.cityId')
        .whereRef('p.bringId', '=', 'b.id')
        .$asScalar()
        .$notNull()
        .as('found'),
    )
    .where('b.cityId', '=', work.cityId)
    .where('b.customerId', '=', me.id)
    .where('r.state', '<>', 'done')
    .orderBy('b.createdAt', 'desc')
    .orderBy('b.id', 'desc')
    .limit(50)
    .execute();
  return rows.map(({ name, ...row }) => ({ ...row, name: shownName(name) }));
};
