import { access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { noteLeft } from '../../know-how/index.ts';

const find = ({ tx, cityId }: Work, proposalId: string) =>
  isId(proposalId)
    ? tx
        .selectFrom('personProposal')
        .select(['id', 'customerId', 'challengeId', 'leftAt', 'version'])
        .where('cityId', '=', cityId)
        .where('id', '=', proposalId)
        .forUpdate()
        .executeTakeFirst()
    : Promise.resolve(undefined);

/**
 * Leaves out what a person put before me: the challenge stands again where its score puts it, if anywhere. Throws notFound for what is not mine,
 * notNow for what is left out already.
 */
export const leaveProposal = async (
  work: Work,
  { personProposalId, version }: { personProposalId: string; version: number },
): Promise<{ personProposalId: string; version: number }> => {
  const asked = { section: 'personAsks', action: 'write', why: 'left out what a person proposed' } as const;
  const found = await find(work, personProposalId);
  const isOwn = found !== undefined && found.customerId === work.actor.customerId;
  if (!isOwn) {
    work.note({ ...asked, customerId: null, isAllowed: false });
    throw notFound();
  }
  const { customerId, challengeId } = found;
  access.authorise(work, { ...asked, relations: ['own'], customerId });
  if (found.version !== version) throw new Problem('changedMeanwhile', { current: { version: found.version } });
  if (found.leftAt !== null) throw new Problem('notNow');
  await work.tx
    .updateTable('personProposal')
    .set({ leftAt: work.now, version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', found.id)
    .execute();
  await noteLeft(work, { customerId, challengeId });
  work.emit('personProposalLeft', { personProposalId: found.id });
  return { personProposalId: found.id, version: version + 1 };
};
