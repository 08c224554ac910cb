import './caseload/tables.ts';
import './hand-over/tables.ts';
import './invitations/tables.ts';
import './notes/tables.ts';
import './rhythm/tables.ts';
import './tables.ts';

export { addIdea } from './add-idea.ts';
export { answerAfterCare } from './after-care/answer-after-care.ts';
export { askAfterCare } from './after-care/ask-after-care.ts';
export { readAfterCare } from './after-care/read-after-care.ts';
export { answerStep } from './answer-step.ts';
export { assignCustomer } from './assign-customer.ts';
export { beginStep } from './begin-step.ts';
export { handOver } from './caseload/hand-over.ts';
export { nameLook } from './caseload/looks.ts';
export { finishStep } from './finish-step.ts';
export { answerHandOver } from './hand-over/answer-hand-over.ts';
export { beginHandOver } from './hand-over/begin-hand-over.ts';
export { expireHandOvers } from './hand-over/expire-hand-overs.ts';
export { answerInvitation } from './invitations/answer-invitation.ts';
export { invite, proposeInvitation } from './invitations/invite.ts';
export { openInvitation } from './invitations/read-invited.ts';
export { changeKind } from './kinds/change-kind.ts';
export { nameSocialWorker } from './kinds/name-social-worker.ts';
export { type SectionKey, sectionKeys } from './kinds/tables.ts';
export { dropStep, endStep } from './leave-step.ts';
export { pathMoves } from './moves.ts';
export { writeNote } from './notes/write-note.ts';
export { pathData } from './path-data.ts';
export { proposeStep } from './propose-step.ts';
export { type MyAdviser, readMyAdviser } from './read-my-adviser.ts';
export { decideCityRhythm } from './rhythm/city-rhythm.ts';
export { countTalksAgain } from './rhythm/count-next.ts';
export { setCityRule } from './rhythm/models.ts';
export { recordTalk } from './rhythm/record-talk.ts';
export { setJobSearch } from './rhythm/set-job-search.ts';
export { cityRuleKinds, rhythmUnits } from './rhythm/tables.ts';
export { type CardSection, sectionsOnCards } from './sections/card-sections.ts';
export { showSection } from './sections/show-section.ts';
export { writeSection } from './sections/write-section.ts';
export { setGoal } from './set-goal.ts';
export { readPlanFront } from './signing/read-front.ts';
export { signPlan } from './signing/sign-plan.ts';
export { endStage } from './stages/end-stage.ts';
export {
  type KeptOnPath,
  keepOnPath,
  type PathHappening,
  pathHappenings,
  takeOffPath,
} from './stages/keep-on-path.ts';
export { tellStage } from './stages/tell-stage.ts';
