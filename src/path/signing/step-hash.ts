import { hashOf } from '../../kernel/secrets.ts';
import type { StepText } from '../rules.ts';

/** The sha256 of what a step says: the same in a step's own signatures and in those of the plan it is a part of. */
export const stepHash = ({
  id,
  title,
  why,
  owner,
  ownerName,
  dueOn,
  place,
  link,
  stage,
}: StepText & { id: string }): Buffer =>
  hashOf(JSON.stringify({ part: 'step', id, title, why, owner, ownerName, dueOn, place, link, stage }));
