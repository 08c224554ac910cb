import type { Work } from '../kernel/work.ts';
import { placeOf, relationsOf, type Voucher, vouchersOf } from '../know-how/index.ts';
import type { CardRow } from './card-rows.ts';
import { type LabelOf, labelsFor } from './labels.ts';
import { type Need, type PartState, type Relation, reachOf, scoreOf } from './rules.ts';
import { fieldsOf } from './teams/propose-teams.ts';

/** Who said yes, as they chose to be seen. Nothing here comes from what they did not share. */
export type Card = Pick<CardRow, 'answerId' | 'threadId' | 'name' | 'intro' | 'answeredAt' | 'isMatched'> &
  Pick<CardRow, 'experiences' | 'languages' | 'licences'> & {
    /** `seenBy`: who vouches for it and how they said it, where the customer chose to show that. */
    skills: { skillId: number; label: string; seenBy: Voucher[] }[];
    /** The challenge's needs as the shared skills meet them: met first. None while its customer is not matched. */
    needs: { skillId: number; label: string; state: PartState }[];
  };

type Vouched = Awaited<ReturnType<typeof vouchersOf>>[number];

/** Cards with how they meet the needs, ready for a page and for teams. How well somebody can something is not on a card. */
export type Shared = {
  needs: readonly Need[];
  relations: Relation[];
  label: LabelOf;
  fields: ReadonlyMap<number, number>;
};

export const scoreShared = (row: CardRow, { needs, relations }: Shared) =>
  scoreOf(
    needs,
    reachOf(
      row.skillIds.map((skillId) => ({ skillId, level: null, words: [] })),
      relations,
    ),
  );

const cardFrom = (row: CardRow, shared: Shared, vouchers: readonly Vouched[]): Card => {
  const { answerId, threadId, name, intro, answeredAt, isMatched, skillIds, experiences, languages, licences } = row;
  const { label } = shared;
  const own = vouchers.filter(({ customerId }) => row.showsVouching && customerId === row.customerId);
  const seenBy = (skillId: number) =>
    own
      .filter((one) => one.skillId === skillId)
      .map(({ name: who, told, by, city }) => ({ name: who, told, by, city }));
  return {
    ...{ answerId, threadId, name, intro, answeredAt, isMatched, experiences, languages, licences },
    skills: skillIds.map((skillId) => ({ skillId, label: label(skillId), seenBy: seenBy(skillId) })),
    needs: isMatched
      ? scoreShared(row, shared).parts.map(({ skillId, state }) => ({ skillId, label: label(skillId), state }))
      : [],
  };
};

/** What shared know-how says of needs: one query however many cards. */
export const readShared = async (work: Work, rows: readonly CardRow[], needs: readonly Need[]): Promise<Shared> => {
  const skillIds = [...new Set(rows.flatMap((row) => row.skillIds))];
  const relations = await relationsOf(work.tx, skillIds);
  const label = labelsFor(work, [...skillIds, ...needs.map(({ skillId }) => skillId)]);
  return { needs, relations, label, fields: fieldsOf(skillIds, relations) };
};

/** Cards as they are seen, with who vouches for what on them where their customers chose to show that. */
export const viewCards = async (work: Work, rows: readonly CardRow[], shared: Shared): Promise<Card[]> => {
  const showing = rows.filter(({ showsVouching }) => showsVouching).map(({ customerId }) => customerId);
  const vouchers = await vouchersOf(placeOf(work), showing);
  return rows.map((row) => cardFrom(row, shared, vouchers));
};
