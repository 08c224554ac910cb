import { z } from 'zod';
import { type Asked, access } from '../../kernel/access/access.ts';
import type { Role } from '../../kernel/actor.ts';
import { isId } from '../../kernel/ids.ts';
import type { InLanguages } from '../../kernel/languages.ts';
import { badField, notFound, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { keptChosen } from './kept-chosen.ts';
import { customerDecisions, evidenceAfter } from './rules.ts';
import type { EvidenceKind, EvidenceState } from './tables.ts';

export type EvidenceRecord = {
  id: string;
  customerId: string;
  kind: EvidenceKind;
  title: string;
  happenedOn: string;
  confirmedBy: string;
  confirmedAs: Role | '';
  state: EvidenceState;
  version: number;
  createdAt: Date;
  decidedAt: Date | null;
  skills: { skillId: number; uri: string; labels: InLanguages; isChosen: boolean }[];
};

const selectEvidence = ({ tx, cityId }: Work) =>
  tx
    .selectFrom('evidence as e')
    .select(['e.id', 'e.customerId', 'e.kind', 'e.title', 'e.happenedOn', 'e.confirmedBy', 'e.confirmedAs'])
    .select(['e.state', 'e.version', 'e.createdAt', 'e.decidedAt'])
    .where('e.cityId', '=', cityId);

const withSkills = async (
  { tx, cityId }: Work,
  rows: readonly Omit<EvidenceRecord, 'skills'>[],
): Promise<EvidenceRecord[]> => {
  if (rows.length === 0) return [];
  const skills = await tx
    .selectFrom('evidenceSkill as e')
    .innerJoin('skill as s', 's.id', 'e.skillId')
    .select(['e.evidenceId', 'e.skillId', 's.uri', 's.labels', 'e.isChosen'])
    .where('e.cityId', '=', cityId)
    .where(
      'e.evidenceId',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('e.skillId')
    .execute();
  return rows.map((row) => ({
    ...row,
    skills: skills.filter(({ evidenceId }) => evidenceId === row.id).map(({ evidenceId: _, ...skill }) => skill),
  }));
};

/** A customer's evidence, the newest first, at most 200: callers have authorised. */
export const allEvidence = async (work: Work, customerId: string): Promise<EvidenceRecord[]> =>
  withSkills(
    work,
    await selectEvidence(work)
      .where('e.customerId', '=', customerId)
      .orderBy('e.createdAt', 'desc')
      .limit(200)
      .execute(),
  );

/** Loads and authorises one piece of evidence in one call, for its own customer. Throws "not found" otherwise. */
export const loadEvidence = async (
  work: Work,
  evidenceId: string,
  asked: Omit<Asked, 'section'>,
): Promise<EvidenceRecord> => {
  const rows = isId(evidenceId) ? await selectEvidence(work).where('e.id', '=', evidenceId).execute() : [];
  const [found] = await withSkills(work, rows);
  if (!found) {
    work.note({ ...asked, section: 'vouching', customerId: null, isAllowed: false });
    throw notFound();
  }
  const isOwn = found.customerId === work.actor.customerId;
  access.authorise(work, {
    ...asked,
    section: 'vouching',
    relations: isOwn ? ['own'] : [],
    customerId: found.customerId,
  });
  return found;
};

export const decideEvidenceInput = z.object({
  decision: z.enum(customerDecisions, 'form.choose'),
  /** With accept: into which of my kept skills, by URI. */
  skills: z.array(z.string().max(300)).max(50).default([]),
});

const chooseSkills = async (work: Work, { id, customerId }: EvidenceRecord, skills: readonly string[]) => {
  if (skills.length === 0) throw badField('skills', 'vouch.form.noSkills');
  const skillIds = await keptChosen(work, customerId, skills);
  await work.tx
    .updateTable('evidenceSkill')
    .set({ isChosen: false })
    .where('cityId', '=', work.cityId)
    .where('evidenceId', '=', id)
    .execute();
  await work.tx
    .insertInto('evidenceSkill')
    .values(skillIds.map((skillId) => ({ cityId: work.cityId, evidenceId: id, skillId, isChosen: true })))
    .onConflict((conflict) => conflict.columns(['cityId', 'evidenceId', 'skillId']).doUpdateSet({ isChosen: true }))
    .execute();
};

/**
 * The customer takes a completed thing as evidence of skills they choose, leaves it, or takes it away again. Throws changedMeanwhile when it has
 * another version, notNow when it cannot be decided so, badInput for skills that are not kept.
 */
export const decideEvidence = async (
  work: Work,
  {
    evidenceId,
    version,
    decision,
    skills,
  }: z.output<typeof decideEvidenceInput> & { evidenceId: string; version: number },
): Promise<{ id: string; state: EvidenceState; version: number }> => {
  const found = await loadEvidence(work, evidenceId, { action: 'write', why: `decided of evidence: ${decision}` });
  const current = { id: found.id, state: found.state, version: found.version };
  if (found.version !== version) throw new Problem('changedMeanwhile', { current });
  const state = evidenceAfter(decision, found.state);
  if (!state) throw new Problem('notNow');
  if (decision === 'accept') await chooseSkills(work, found, skills);
  const decided = await work.tx
    .updateTable('evidence')
    .set({ state, decidedAt: work.now, version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', found.id)
    .where('version', '=', version)
    .returning(['id', 'state', 'version'])
    .executeTakeFirst();
  if (!decided) throw new Problem('changedMeanwhile', { current });
  return decided;
};
