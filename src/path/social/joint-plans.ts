import type { Work } from '../../kernel/work.ts';
import type { PlanKind } from '../kinds/tables.ts';
import { contentsOf } from '../signing/content.ts';
import { canSign, standingsOf } from '../signing/rules.ts';
import { latestSignatures } from '../signing/signatures.ts';

/** The plan the wellbeing services county is party to, and whether it can be signed and the county's signature is missing. */
export type JointPlanOf = { kind: PlanKind; waitsForMe: boolean };

/** Of customers by their ids; who has no plan the county is party to is left out. The caller has authorised. */
export const jointPlansOf = async (work: Work, customerIds: readonly string[]): Promise<Map<string, JointPlanOf>> => {
  const contents = await contentsOf(work, customerIds);
  const signatures = await latestSignatures(work, customerIds);
  const found = new Map<string, JointPlanOf>();
  for (const [customerId, { frame, parts, missing }] of contents) {
    if (!frame.parties.includes('wellbeing')) continue;
    const own = signatures.filter((signature) => signature.customerId === customerId);
    const standings = standingsOf(frame, { signatures: own, parts, today: work.today });
    found.set(customerId, { kind: frame.kind, waitsForMe: canSign('wellbeing', { standings, missing }) });
  }
  return found;
};
