import { z } from 'zod';
import { badField, notFound } from '../../kernel/problem.ts';
import { line, words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { experienceKinds, mostOf, type PortableProfile } from '../profile/portable.ts';
import { endsBeforeItBegins } from '../profile/rules.ts';
import { loadBrought, nextVersion } from './load-brought.ts';
import { periodIn } from './reader/dates.ts';

type Experience = PortableProfile['experiences'][number];

/** An experience as its bringer mends it before taking it. `when` is written as in a CV: "2015–2018", "5/2015 –", "syksy 2019"; '' for no time. */
export const changeProposalInput = z.object({
  kind: z.enum(experienceKinds, 'form.choose'),
  title: line(mostOf.title),
  place: line(mostOf.place, { least: 0 }).default(''),
  when: line(100, { least: 0 }).default(''),
  did: words(mostOf.did, { least: 0 }).default(''),
});
type Input = z.output<typeof changeProposalInput>;

/** The time told in words. Throws badInput (`when`) for words that tell none, or an end before its beginning. */
const timeOf = (when: string): Pick<Experience, 'from' | 'to' | 'isOngoing'> => {
  if (when === '') return { from: null, to: null, isOngoing: false };
  const period = periodIn(when);
  if (!period) throw badField('when', 'bring.change.noTime');
  const { from, to, isOngoing } = period;
  if (endsBeforeItBegins(from, to)) throw badField('when', 'profile.experience.endsFirst');
  return { from, to, isOngoing };
};

/** An open experience of a brought document, for changing it. Throws "not found" for anything else. */
export const readProposal = async (
  work: Work,
  { bringId, proposalId, action = 'read' }: { bringId: string; proposalId: string; action?: 'read' | 'write' },
): Promise<{ id: string; version: number; what: Experience }> => {
  const why = action === 'read' ? 'own document' : 'changed a proposal';
  const { version } = await loadBrought(work, bringId, { action, why });
  const found = await work.tx
    .selectFrom('bringProposal')
    .select(['id', 'what'])
    .where('cityId', '=', work.cityId)
    .where('bringId', '=', bringId)
    .where(({ eb, cast }) => eb(cast('id', 'text'), '=', proposalId))
    .where('kind', '=', 'experience')
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (!found) throw notFound();
  // Of kind experience, as its row says.
  return { id: found.id, version, what: found.what as Experience };
};

/**
 * Changes an experience found in a document before it is taken; nothing of it is in the profile yet. Throws changedMeanwhile when the document's
 * version is another, badInput (`when`) for a time that is none.
 */
export const changeProposal = async (
  work: Work,
  { bringId, proposalId, version, when, ...told }: Input & { bringId: string; proposalId: string; version: number },
): Promise<{ id: string; version: number }> => {
  const found = await readProposal(work, { bringId, proposalId, action: 'write' });
  const next = await nextVersion(work, { id: bringId, version, standing: found.version });
  await work.tx
    .updateTable('bringProposal')
    .set({ what: JSON.stringify({ ...found.what, ...told, ...timeOf(when) }) })
    .where('cityId', '=', work.cityId)
    .where('id', '=', found.id)
    .execute();
  return { id: bringId, version: next };
};
