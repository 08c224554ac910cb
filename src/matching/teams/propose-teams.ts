import { type Kind, metBy, smallestCover } from './cover.ts';

/** Somebody who said yes: which needs their shared know-how meets (as bits), how well in all, and the fields it comes from. */
export type Member = { id: string; mask: number; points: number; fields: readonly number[] };

export type Team = { ids: string[] };

export type Teams = {
  /** How many people it takes at least to meet all that anybody of them meets. */
  size: number;
  /** The best, at most three: first those whose know-how comes from the most different fields, then those who meet the needs best. */
  teams: Team[];
  /** Needs nobody of them meets, by place. */
  open: number[];
};

const mostTeams = 3;
/** How many teams of one size are compared. */
const mostCompared = 2000;

/** Every choice of one member of each kind, as far as there is time. */
const choicesOf = (kinds: readonly (readonly Member[])[]): Member[][] =>
  kinds.reduce<Member[][]>(
    (teams, members) => teams.flatMap((team) => members.map((member) => [...team, member])).slice(0, mostCompared),
    [[]],
  );

type Ranked = { members: Member[]; fields: number; points: number; key: string };

const rank = (members: Member[]): Ranked => ({
  members,
  fields: new Set(members.flatMap(({ fields }) => fields)).size,
  points: members.reduce((sum, { points }) => sum + points, 0),
  key: members
    .map(({ id }) => id)
    .sort()
    .join(),
});

const byKind = (members: readonly Member[]): Member[][] => {
  const kinds = new Map<number, Member[]>();
  for (const member of members) kinds.set(member.mask, [...(kinds.get(member.mask) ?? []), member]);
  return [...kinds.values()];
};

/**
 * Teams out of those who said yes: the fewest people who together meet all that anybody of them meets, and of equally small ones the most mixed.
 * Mixed means fields of know-how, as the vocabulary relates it: nothing else about anybody is known here. `me`: only teams I am in. Null where one
 * alone meets as much, or nobody meets anything.
 */
export const proposeTeams = (
  members: readonly Member[],
  { needCount, me }: { needCount: number; me?: string },
): Teams | null => {
  const kinds = byKind(members);
  const counted: Kind[] = kinds.map((of) => ({ mask: of[0]?.mask ?? 0, count: of.length }));
  const met = metBy(counted);
  const cover = smallestCover(counted, met);
  if (!cover || cover.size < 2) return null;
  const mine = members.find(({ id }) => id === me);
  const membersOf = (at: number): readonly Member[] => {
    const all = kinds[at] ?? [];
    return mine && all.includes(mine) ? [mine] : all;
  };
  const isMine = (way: readonly number[]): boolean => way.some((at) => membersOf(at)[0] === mine);
  const ways = me === undefined ? cover.ways : mine ? cover.ways.filter(isMine) : [];
  const ranked = ways
    .flatMap((way) => choicesOf(way.map(membersOf)))
    .slice(0, mostCompared)
    .map(rank)
    .sort((a, b) => b.fields - a.fields || b.points - a.points || (a.key < b.key ? -1 : 1));
  return {
    size: cover.size,
    teams: ranked.slice(0, mostTeams).map(({ members: team }) => ({ ids: team.map(({ id }) => id) })),
    open: Array.from({ length: needCount }, (_, need) => need).filter((need) => ((met >>> need) & 1) === 0),
  };
};

/** Skills that lie to each other in the vocabulary, directly or by others of them, are one field: each skill's field, by the smallest skill in it. */
export const fieldsOf = (
  skillIds: readonly number[],
  relations: readonly { skillId: number; otherId: number }[],
): Map<number, number> => {
  const known = new Set(skillIds);
  const parent = new Map(skillIds.map((skillId) => [skillId, skillId]));
  const rootOf = (skillId: number): number => {
    const next = parent.get(skillId) ?? skillId;
    return next === skillId ? skillId : rootOf(next);
  };
  // Two that lie to the same third are near each other too.
  const byOther = new Map<number, number>();
  const join = (one: number, other: number) => {
    const [a, b] = [rootOf(one), rootOf(other)].sort((x, y) => x - y) as [number, number];
    parent.set(b, a);
  };
  for (const { skillId, otherId } of relations) {
    if (!known.has(skillId)) continue;
    if (known.has(otherId)) join(skillId, otherId);
    const third = byOther.get(otherId);
    if (third === undefined) byOther.set(otherId, skillId);
    else join(third, skillId);
  }
  return new Map(skillIds.map((skillId) => [skillId, rootOf(skillId)]));
};
