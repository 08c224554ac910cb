import type { Action } from '../../kernel/access/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { type DocumentRecord, loadDocument } from './load-document.ts';
import { type DocumentMove, sideOf, stateAfter } from './rules.ts';
import type { DocumentRole, DocumentState } from './tables.ts';
import { createSeen } from './view.ts';

export type Changed = { id: string; version: number };

const lostRace = async (work: Work, record: DocumentRecord): Promise<Problem> =>
  new Problem('changedMeanwhile', { current: (await createSeen(work))(record) });

/** Loads what is to be changed, in the version that was read, and says the state it comes to. Throws changedMeanwhile, or notNow for what the rules do not allow. */
export const loadToChange = async (
  work: Work,
  asked: { documentId: string; version: number; move: DocumentMove; action: Action; why: string },
): Promise<{ record: DocumentRecord; state: DocumentState }> => {
  const { documentId, version, move, action, why } = asked;
  const record = await loadDocument(work, documentId, { action, why });
  if (record.version !== version) throw await lostRace(work, record);
  const side = sideOf(work.actor.role, record);
  const state = stateAfter(move, { state: record.state, side, keeps: record.ground?.keeps ?? false });
  if (state === null) throw new Problem('notNow');
  return { record, state };
};

type Set = {
  state: DocumentState;
  word?: string;
  shownTo?: DocumentRole[];
  fileId?: string | null;
  givenAt?: Date;
  deletedBy?: 'customer';
};

/** Writes a change of a document that has been loaded and authorised. Throws changedMeanwhile when somebody was faster. */
export const writeChange = async (work: Work, record: DocumentRecord, set: Set): Promise<Changed> => {
  const version = record.version + 1;
  const { numUpdatedRows } = await work.tx
    .updateTable('document')
    .set({ ...set, version, changedAt: work.now })
    .where('cityId', '=', work.cityId)
    .where('id', '=', record.id)
    .where('version', '=', record.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    throw await lostRace(work, await loadDocument(work, record.id, { action: 'read', why: 'document' }));
  return { id: record.id, version };
};
