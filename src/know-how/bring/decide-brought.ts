import { z } from 'zod';
import type { Language } from '../../kernel/languages.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { noteDropped } from '../answerable/log-suggestions.ts';
import { languageLevels, type PortableProfile, portableProfile } from '../profile/portable.ts';
import { takeProfile } from '../profile/take-profile.ts';
import { loadBrought, nextVersion } from './load-brought.ts';
import type { Found } from './reader/types.ts';
import type { ProposalKind } from './tables.ts';

const chosen = z.object({
  proposalId: z.string(),
  /** For a language the document tells no level of, or another level than it tells. */
  level: z.enum(languageLevels).optional(),
});

/**
 * What to take into the profile and what to leave: several by their ids, or all that is open. What needs an answer first (a language without
 * a level) stays open where all are taken.
 */
export const decideBroughtInput = z.object({
  take: z.union([z.literal('all'), z.array(chosen).max(5000)]).default([]),
  leave: z.union([z.literal('all'), z.array(z.string()).max(5000)]).default([]),
});
export type DecideBrought = z.output<typeof decideBroughtInput> & { bringId: string; version: number };

type Open = { id: string; kind: ProposalKind; what: Found['what'] };
type Taking = Open & { level?: z.output<typeof chosen>['level'] };

const readOpen = (work: Work, bringId: string): Promise<Open[]> =>
  work.tx
    .selectFrom('bringProposal')
    .select(['id', 'kind', 'what'])
    .where('cityId', '=', work.cityId)
    .where('bringId', '=', bringId)
    .where('state', '=', 'open')
    .orderBy('no')
    .forUpdate()
    .execute();

/** A proposal as it may be kept: what a document tells is checked like what anybody tells. */
const asFound = ({ kind, what }: Open): Found => ({ kind, what, at: null }) as Found;

const hasAnswer = (one: Taking): boolean => {
  const found = asFound(one);
  return found.kind !== 'language' || (one.level ?? found.what.level) !== null;
};

const levelNeeded = (one: Open, language: Language): Problem => {
  const code = 'code' in one.what ? one.what.code : '';
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  return badField(`level-${one.id}`, 'bring.level.needed', { language: name });
};

/** What was chosen as a profile to be taken in. Of an experience's skills those count that are not left out. */
const profileOf = (
  taken: readonly Taking[],
  { language, left }: { language: PortableProfile['language']; left: ReadonlySet<string> },
) => {
  const found = taken.map((one) => ({ ...asFound(one), level: one.level }));
  const of = <K extends ProposalKind>(kind: K) =>
    found.filter((one): one is Extract<Found, { kind: K }> & { level: Taking['level'] } => one.kind === kind);
  const wishes = of('wishes').map(({ what }) => what);
  return portableProfile.parse({
    format: 'tuttu-profile',
    version: 1,
    language,
    person: { name: '' },
    experiences: of('experience').map(({ what }) => ({ ...what, skills: what.skills.filter((uri) => !left.has(uri)) })),
    knowHow: of('knowHow').map(({ what }) => what),
    languages: of('language').map(({ what, level }) => ({ ...what, level: level ?? what.level })),
    licences: of('licence').map(({ what }) => what),
    ...(wishes[0] ? { wishes: wishes[0] } : {}),
    ...(of('limits')[0] ? { limits: of('limits')[0]?.what } : {}),
  });
};

const urisOf = (proposals: readonly Open[]): string[] =>
  proposals.map(asFound).flatMap((one) => (one.kind === 'knowHow' ? [one.what.uri] : []));

const leftUris = async (work: Work, bringId: string): Promise<string[]> => {
  const rows = await work.tx
    .selectFrom('bringProposal')
    .select(['id', 'kind', 'what'])
    .where('cityId', '=', work.cityId)
    .where('bringId', '=', bringId)
    .where('state', '=', 'left')
    .where('kind', '=', 'knowHow')
    .execute();
  return urisOf(rows);
};

const mark = async (work: Work, ids: readonly string[], state: 'taken' | 'left'): Promise<void> => {
  if (ids.length === 0) return;
  await work.tx
    .updateTable('bringProposal')
    .set({ state })
    .where('cityId', '=', work.cityId)
    .where('id', 'in', [...ids])
    .execute();
};

/** Everything decided: the text and what was found have done their work. */
const finish = async (work: Work, bringId: string): Promise<void> => {
  await work.tx.deleteFrom('bringProposal').where('cityId', '=', work.cityId).where('bringId', '=', bringId).execute();
  await work.tx
    .updateTable('bringReading')
    .set({ state: 'done', paragraphs: '[]' })
    .where('cityId', '=', work.cityId)
    .where('bringId', '=', bringId)
    .execute();
};

export type DecidedBrought = { id: string; version: number; taken: number; open: number };

/**
 * Takes what the customer chose into their profile, and leaves what they chose to leave; nothing else happens to either. When nothing is open
 * any more the text and what was found are deleted. Throws badInput (`level-<id>`) for a language taken without a level, changedMeanwhile when the
 * version is another, notNow while there is nothing to decide. Answers counts and none of the words.
 */
export const decideBrought = async (
  work: Work,
  { bringId, version, take, leave }: DecideBrought,
): Promise<DecidedBrought> => {
  const brought = await loadBrought(work, bringId, { action: 'write', why: 'decided on a document' });
  if (brought.version !== version)
    throw new Problem('changedMeanwhile', { current: { id: bringId, version: brought.version } });
  if (brought.state !== 'ready') throw new Problem('notNow');
  const open = await readOpen(work, bringId);
  const byId = new Map(open.map((one) => [one.id, one]));
  const leaving = leave === 'all' ? [] : leave.flatMap((id) => byId.get(id) ?? []);
  const isLeaving = new Set(leaving.map(({ id }) => id));
  const wanted: Taking[] =
    take === 'all'
      ? open.filter((one) => hasAnswer(one) && !isLeaving.has(one.id))
      : take.flatMap(({ proposalId, level }) => {
          const one = byId.get(proposalId);
          return one ? [{ ...one, level }] : [];
        });
  const unanswered = wanted.find((one) => !hasAnswer(one));
  if (unanswered) throw levelNeeded(unanswered, work.actor.language);
  const isTaken = new Set(wanted.map(({ id }) => id));
  const left =
    leave === 'all' ? open.filter(({ id }) => !isTaken.has(id)) : leaving.filter(({ id }) => !isTaken.has(id));
  const next = await nextVersion(work, { id: bringId, version, standing: brought.version });
  const leftOut = new Set([...(await leftUris(work, bringId)), ...urisOf(left)]);
  const language = brought.language ?? work.actor.language;
  if (wanted.length > 0) await takeProfile(work, { profile: profileOf(wanted, { language, left: leftOut }) });
  await mark(work, [...isTaken], 'taken');
  await mark(
    work,
    left.map(({ id }) => id),
    'left',
  );
  const skillIds = urisOf(left).flatMap((uri) => work.services.vocabulary.idOf(uri) ?? []);
  await noteDropped(work, { customerId: brought.customerId, skillIds });
  const rest = open.length - isTaken.size - left.length;
  if (rest === 0) await finish(work, bringId);
  return { id: bringId, version: next, taken: isTaken.size, open: rest };
};
