import type { CardRow } from './card-rows.ts';
import { type Shared, scoreShared } from './card-view.ts';
import { mustFrom, worthOf } from './rules.ts';
import { type Member, proposeTeams } from './teams/propose-teams.ts';

const memberOf = (row: CardRow, shared: Shared): Member => {
  const placeOf = new Map(shared.needs.map(({ skillId }, at) => [skillId, at]));
  const worths = scoreShared(row, shared).parts.map(({ skillId, weight, level, through }) => ({
    place: placeOf.get(skillId) ?? 0,
    weight,
    worth: through ? worthOf(through, level) : 0,
  }));
  return {
    id: row.answerId,
    mask: worths.reduce((mask, { place, worth }) => (worth >= mustFrom ? mask | (1 << place) : mask), 0),
    points: worths.reduce((sum, { weight, worth }) => sum + weight * worth, 0),
    fields: [...new Set(row.skillIds.map((skillId) => shared.fields.get(skillId) ?? skillId))],
  };
};

/** People who said yes and who would complete each other: who brings what, by name as on their cards. */
export type TeamsView = {
  size: number;
  teams: { members: { answerId: string; name: string; brings: string[] }[] }[];
  /** Needs nobody of them meets. */
  open: string[];
};

/** Teams are matching: whoever does not agree to it now, or objects, is in none. */
export const viewTeams = (rows: readonly CardRow[], shared: Shared, me?: string): TeamsView | null => {
  const matched = rows.filter(({ isMatched }) => isMatched);
  const members = new Map(matched.map((row) => [row.answerId, { ...memberOf(row, shared), name: row.name }]));
  const found = proposeTeams([...members.values()], { needCount: shared.needs.length, ...(me && { me }) });
  if (!found || found.teams.length === 0) return null;
  const labelAt = (place: number): string => shared.label(shared.needs[place]?.skillId ?? 0);
  const places = shared.needs.map((_, at) => at);
  return {
    size: found.size,
    open: found.open.map(labelAt),
    teams: found.teams.map(({ ids }) => ({
      members: ids.map((answerId) => {
        const { name = '', mask = 0 } = members.get(answerId) ?? {};
        return { answerId, name, brings: places.filter((at) => (mask >>> at) & 1).map(labelAt) };
      }),
    })),
  };
};
