import type { DataMap, PersonalTable } from '../kernel/data-map.ts';
import { afterCareData } from './after-care/after-care-data.ts';
import { caseloadData } from './caseload/caseload-data.ts';
import { handOverData } from './hand-over/hand-over-data.ts';
import { invitationData } from './invitations/invitation-data.ts';
import { planData } from './kinds/plan-data.ts';
import { notesData } from './notes/notes-data.ts';
import { rhythmData } from './rhythm/rhythm-data.ts';
import { stagesData } from './stages/stages-data.ts';

/** A plan is the city's document too: it is kept some years after its customer has gone. */
const kept = {
  class: 'plan',
  ground: 'service',
  keep: 'asCustomer',
  erase: { after: 'keepPlanDays' },
} as const satisfies Partial<PersonalTable>;

/** The tables of the path. */
export const pathData: DataMap = {
  ...caseloadData,
  ...notesData,
  ...rhythmData,
  ...planData,
  ...invitationData,
  ...stagesData,
  ...handOverData,
  ...afterCareData,
  plan: {
    ...kept,
    whose: { customer: 'customer_id' },
    as: 'plan',
    keys: 'city_id id customer_id version',
    own: 'goal created_at',
  },
  plan_version: {
    ...kept,
    whose: { through: 'plan', by: 'plan_id' },
    as: 'planVersions',
    keys: 'city_id plan_id version person_id',
    own: 'at goal',
    others: 'person_name role',
  },
  step: {
    ...kept,
    whose: { customer: 'customer_id' },
    as: 'steps',
    keys: 'city_id id customer_id version',
    own: 'title why owner owner_name due_on place link stage evidence evidence_link only_mine state proposed_by with_role word created_at changed_at',
    named: { challenge_id: 'challenge' },
  },
  step_version: {
    ...kept,
    whose: { through: 'step', by: 'step_id' },
    as: 'stepVersions',
    keys: 'city_id step_id version person_id',
    own: 'at title why owner owner_name due_on place link stage evidence evidence_link only_mine state word',
    others: 'person_name role',
  },
  step_shown: {
    ...kept,
    whose: { through: 'step', by: 'step_id' },
    as: 'stepsShown',
    keys: 'city_id id customer_id step_id',
    own: 'shown_to given_at until_on withdrawn_at',
  },
  step_signature: {
    ...kept,
    whose: { through: 'step', by: 'step_id' },
    as: 'stepSignatures',
    keys: 'city_id step_id version person_id sha256',
    own: 'side signed_at',
    others: 'person_name role',
  },
};
