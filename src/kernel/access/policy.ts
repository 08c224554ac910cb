import { type Guest, type Machine, type Operator, professionalKinds, type Role, roles } from '../actor.ts';

/**
 * How an actor lies to the record asked for. 'asked': the customer asked them to answer it, or they offered it themselves; of a guest, by the
 * link they hold. Of those who look after the customer: 'wrote' is whose side wrote it, the customer's own too; 'shared' whom the customer or
 * the law shows it; 'party' whose authority is party to the customer's plan. 'invited': the customer lets them see chosen parts, until a day; of a
 * guest, by the link they hold. 'city' is the weakest: they work for the city the record is in.
 */
export type Relation =
  | 'own'
  | 'caseload'
  | 'wrote'
  | 'shared'
  | 'party'
  | 'asked'
  | 'invited'
  | 'team'
  | 'business'
  | 'city';

/** What a record holds, cut the way rights are cut. */
export type Section =
  | 'account'
  | 'story'
  | 'knowHow'
  | 'vouching'
  | 'limits'
  | 'profile'
  | 'profileLinks'
  | 'bring'
  | 'consents'
  | 'objections'
  | 'suggestions'
  | 'personAsks'
  | 'askTurns'
  | 'askCounts'
  | 'suggestionLog'
  | 'lookers'
  | 'matches'
  | 'answers'
  | 'card'
  | 'messages'
  | 'plan'
  | 'step'
  | 'rhythm'
  | 'stages'
  | 'afterCare'
  | 'jointPlan'
  | 'planSection'
  | 'planRules'
  | 'caseload'
  | 'customerNote'
  | 'assignment'
  | 'appointments'
  | 'calendar'
  | 'replyPromise'
  | 'documents'
  | 'documentFile'
  | 'challenge'
  | 'openChallenge'
  | 'counts'
  | 'business'
  | 'figures'
  | 'biasReport'
  | 'jobs'
  | 'cityUseLog'
  | 'myData'
  | 'corrections'
  | 'restrictions'
  | 'erasure'
  | 'protection'
  | 'retention'
  | 'breach'
  | 'invitations'
  | 'invitedPlan'
  | 'reach'
  | 'notices'
  | 'letters'
  | 'actedFor'
  | 'handOver';

export type Action = 'read' | 'write' | 'list' | 'search' | 'export' | 'delete' | 'answer' | 'propose';

/** Who acts: in a role of theirs, by a link, or by the operator's command. */
export type ActingAs = Role | Guest['role'] | Operator['role'] | Machine['role'];

export type Rule = { role: ActingAs; relation: Relation; section: Section; actions: readonly Action[] };

/**
 * Who may what: read it aloud. What is not here is refused, and a refusal looks like "not there".
 * A customer whom no adviser looks after is in 'assignment': who gives them one sees a name and an area there, and nothing else of them.
 * A social worker has a caseload of their own and sees there what they wrote and what is shown to them. Otherwise a facilitator, service designer, manager or coordinator sees no single customer's record through it.
 */
export const policy: readonly Rule[] = [
  ...roles.map((role): Rule => ({ role, relation: 'own', section: 'account', actions: ['read', 'write'] })),

  // What is held about oneself, in every role; a customer's rights over it.
  ...roles.map((role): Rule => ({ role, relation: 'own', section: 'myData', actions: ['read', 'export'] })),
  { role: 'customer', relation: 'own', section: 'corrections', actions: ['read', 'write'] },
  { role: 'customer', relation: 'own', section: 'restrictions', actions: ['read', 'write'] },
  { role: 'customer', relation: 'own', section: 'erasure', actions: ['read', 'write'] },
  { role: 'customer', relation: 'own', section: 'protection', actions: ['read'] },

  { role: 'customer', relation: 'own', section: 'story', actions: ['read', 'write', 'delete'] },
  { role: 'customer', relation: 'own', section: 'knowHow', actions: ['read', 'write'] },
  { role: 'customer', relation: 'own', section: 'vouching', actions: ['read', 'write'] },
  { role: 'customer', relation: 'own', section: 'limits', actions: ['read', 'write'] },
  { role: 'customer', relation: 'own', section: 'profile', actions: ['read', 'write', 'delete', 'export'] },
  { role: 'customer', relation: 'own', section: 'profileLinks', actions: ['read', 'write'] },
  { role: 'customer', relation: 'own', section: 'bring', actions: ['read', 'write', 'delete'] },
  { role: 'customer', relation: 'own', section: 'consents', actions: ['read', 'write'] },
  { role: 'customer', relation: 'own', section: 'objections', actions: ['read', 'write'] },
  { role: 'customer', relation: 'own', section: 'suggestions', actions: ['read', 'export'] },
  { role: 'customer', relation: 'own', section: 'personAsks', actions: ['read', 'write'] },
  { role: 'customer', relation: 'own', section: 'lookers', actions: ['read'] },
  { role: 'customer', relation: 'own', section: 'matches', actions: ['read', 'write'] },
  { role: 'customer', relation: 'own', section: 'answers', actions: ['read', 'write'] },
  { role: 'customer', relation: 'own', section: 'card', actions: ['read', 'write'] },
  // Those who said yes to the same challenge and let each other see it.
  { role: 'customer', relation: 'team', section: 'card', actions: ['read'] },
  { role: 'customer', relation: 'own', section: 'messages', actions: ['read', 'write'] },
  { role: 'customer', relation: 'own', section: 'plan', actions: ['read', 'write', 'propose', 'answer'] },
  // A step has two sides: the customer and the professional it is with. The other professional sees it by the customer's consent.
  { role: 'customer', relation: 'own', section: 'step', actions: ['read', 'write', 'propose', 'answer'] },
  ...professionalKinds.flatMap((role): Rule[] => [
    { role, relation: 'caseload', section: 'step', actions: ['list', 'propose'] },
    { role, relation: 'wrote', section: 'step', actions: ['read', 'write', 'answer'] },
    { role, relation: 'shared', section: 'step', actions: ['read'] },
  ]),
  // The law's rhythm of talks: the adviser writes down what was held, the customer sees the same.
  { role: 'customer', relation: 'own', section: 'rhythm', actions: ['read'] },
  { role: 'adviser', relation: 'caseload', section: 'rhythm', actions: ['read', 'write'] },
  // Who is party to the plan sees what comes next of it.
  { role: 'socialWorker', relation: 'party', section: 'rhythm', actions: ['read'] },
  // What happened on the path, which stages follow from: both tell and see it. Who is party to the plan sees the stages and their days.
  { role: 'customer', relation: 'own', section: 'stages', actions: ['read', 'write'] },
  { role: 'adviser', relation: 'caseload', section: 'stages', actions: ['read', 'write'] },
  { role: 'socialWorker', relation: 'party', section: 'stages', actions: ['read'] },
  // How it is going after work began: the customer says, their adviser reads and says that they have.
  { role: 'customer', relation: 'own', section: 'afterCare', actions: ['read', 'answer'] },
  { role: 'adviser', relation: 'caseload', section: 'afterCare', actions: ['read', 'write'] },

  { role: 'adviser', relation: 'caseload', section: 'caseload', actions: ['list'] },
  // What an adviser notes down of a customer; the customer reads what is shown to them here, and all of it among their own data.
  { role: 'adviser', relation: 'caseload', section: 'customerNote', actions: ['read', 'write', 'delete'] },
  { role: 'customer', relation: 'shared', section: 'customerNote', actions: ['read'] },
  { role: 'adviser', relation: 'caseload', section: 'knowHow', actions: ['read'] },
  { role: 'adviser', relation: 'caseload', section: 'profile', actions: ['read'] },
  { role: 'adviser', relation: 'caseload', section: 'vouching', actions: ['propose'] },
  { role: 'adviser', relation: 'asked', section: 'vouching', actions: ['read', 'list', 'answer'] },
  { role: 'guest', relation: 'asked', section: 'vouching', actions: ['read', 'answer'] },
  { role: 'guest', relation: 'asked', section: 'profile', actions: ['read'] },
  { role: 'outsideModel', relation: 'asked', section: 'story', actions: ['read'] },
  { role: 'outsideModel', relation: 'asked', section: 'knowHow', actions: ['propose'] },
  { role: 'adviser', relation: 'caseload', section: 'answers', actions: ['read'] },
  { role: 'adviser', relation: 'caseload', section: 'plan', actions: ['read', 'write', 'propose', 'answer'] },

  // The plan as its parties sign it: its kind, goal, agreed steps and what all of them see. A social worker comes in where their authority is party.
  { role: 'customer', relation: 'own', section: 'jointPlan', actions: ['read', 'answer', 'export'] },
  { role: 'adviser', relation: 'caseload', section: 'jointPlan', actions: ['read', 'write', 'answer', 'export'] },
  { role: 'socialWorker', relation: 'party', section: 'jointPlan', actions: ['read', 'answer', 'export'] },
  // Each side writes its own sections. The customer sees all of them and answers who else does.
  { role: 'customer', relation: 'own', section: 'planSection', actions: ['list', 'read', 'propose', 'answer'] },
  { role: 'customer', relation: 'wrote', section: 'planSection', actions: ['write'] },
  ...professionalKinds.flatMap((role): Rule[] => [
    { role, relation: 'caseload', section: 'planSection', actions: ['list', 'propose'] },
    { role, relation: 'wrote', section: 'planSection', actions: ['read', 'write'] },
    { role, relation: 'shared', section: 'planSection', actions: ['read'] },
  ]),
  { role: 'socialWorker', relation: 'caseload', section: 'caseload', actions: ['list'] },
  // Times to meet, and what was written of them: of each professional's own caseload.
  { role: 'customer', relation: 'own', section: 'appointments', actions: ['read', 'write', 'answer'] },
  ...(['adviser', 'socialWorker'] as const).map(
    (role): Rule => ({
      role,
      relation: 'caseload',
      section: 'appointments',
      actions: ['read', 'list', 'write', 'propose'],
    }),
  ),
  // What a professional and the customers of their caseload write to each other in that role; never what is written with a business.
  ...professionalKinds.map(
    (role): Rule => ({ role, relation: 'caseload', section: 'messages', actions: ['read', 'list', 'write'] }),
  ),
  // Papers: who asks for one sees what became of it; the file opens to whom the customer shows it.
  { role: 'customer', relation: 'own', section: 'documents', actions: ['list', 'read', 'write', 'answer', 'delete'] },
  { role: 'customer', relation: 'own', section: 'documentFile', actions: ['read'] },
  ...professionalKinds.flatMap((role): Rule[] => [
    { role, relation: 'caseload', section: 'documents', actions: ['list', 'propose'] },
    { role, relation: 'wrote', section: 'documents', actions: ['read', 'write'] },
    { role, relation: 'shared', section: 'documents', actions: ['read'] },
    { role, relation: 'shared', section: 'documentFile', actions: ['read'] },
  ]),
  // When one can be met, and the address by which a calendar follows one's own times; whoever holds that address reads the times.
  ...(['customer', 'adviser', 'socialWorker'] as const).map(
    (role): Rule => ({ role, relation: 'own', section: 'calendar', actions: ['read', 'write'] }),
  ),
  { role: 'guest', relation: 'asked', section: 'calendar', actions: ['read'] },
  // In how many days an adviser answers: their own to set, and their customer's to know.
  { role: 'adviser', relation: 'own', section: 'replyPromise', actions: ['read', 'write'] },
  { role: 'customer', relation: 'own', section: 'replyPromise', actions: ['read'] },

  ...(['adviser', 'coordinator', 'manager'] as const).map(
    (role): Rule => ({ role, relation: 'city', section: 'assignment', actions: ['list', 'write'] }),
  ),

  // What a customer asks a person to look at goes to their adviser; where they have none, to those who give advisers.
  ...(['adviser', 'coordinator', 'manager'] as const).map(
    (role): Rule => ({ role, relation: 'asked', section: 'personAsks', actions: ['read', 'list', 'answer'] }),
  ),
  // Whose turn it is: who cannot answer hands it over, and who gives advisers does so with what is late; neither the customer nor the question is in it.
  { role: 'adviser', relation: 'asked', section: 'askTurns', actions: ['read', 'write'] },
  ...(['coordinator', 'manager'] as const).map(
    (role): Rule => ({ role, relation: 'city', section: 'askTurns', actions: ['list', 'read', 'write'] }),
  ),
  // A correction asked for goes the same way.
  ...(['adviser', 'coordinator', 'manager'] as const).map(
    (role): Rule => ({ role, relation: 'asked', section: 'corrections', actions: ['read', 'list', 'answer'] }),
  ),
  // Whose address nobody may learn: their adviser says so, or who looks after the city's data.
  { role: 'adviser', relation: 'caseload', section: 'protection', actions: ['read', 'write'] },
  { role: 'administrator', relation: 'city', section: 'protection', actions: ['read', 'write'] },
  ...(['coordinator', 'manager', 'administrator'] as const).map(
    (role): Rule => ({ role, relation: 'city', section: 'askCounts', actions: ['read'] }),
  ),

  { role: 'businessContact', relation: 'business', section: 'business', actions: ['read'] },
  { role: 'businessContact', relation: 'business', section: 'challenge', actions: ['read', 'list', 'write'] },
  { role: 'businessContact', relation: 'business', section: 'counts', actions: ['read'] },
  { role: 'businessContact', relation: 'business', section: 'card', actions: ['read', 'list'] },
  { role: 'businessContact', relation: 'business', section: 'messages', actions: ['read', 'list', 'write'] },

  { role: 'businessAdviser', relation: 'city', section: 'business', actions: ['read', 'list', 'search'] },
  { role: 'businessAdviser', relation: 'city', section: 'challenge', actions: ['read', 'list'] },
  { role: 'businessAdviser', relation: 'city', section: 'counts', actions: ['read'] },

  // What customers see too: open to everybody who works for the city with them.
  ...(['adviser', 'socialWorker', 'coordinator', 'facilitator', 'serviceDesigner', 'manager'] as const).map(
    (role): Rule => ({ role, relation: 'city', section: 'openChallenge', actions: ['list'] }),
  ),
  { role: 'manager', relation: 'city', section: 'figures', actions: ['read'] },
  { role: 'operator', relation: 'city', section: 'biasReport', actions: ['read'] },

  // Of all that was suggested in the city, numbers; of one row by its number, whether it stands as it was written.
  { role: 'administrator', relation: 'city', section: 'suggestionLog', actions: ['read', 'search'] },
  // What the authorities are called, and what a city wants said in its plans.
  { role: 'administrator', relation: 'city', section: 'planRules', actions: ['read', 'write'] },
  { role: 'administrator', relation: 'city', section: 'jobs', actions: ['read', 'write'] },
  { role: 'administrator', relation: 'city', section: 'cityUseLog', actions: ['read', 'search'] },
  { role: 'administrator', relation: 'city', section: 'retention', actions: ['read', 'write'] },
  ...(['administrator', 'operator'] as const).map(
    (role): Rule => ({ role, relation: 'city', section: 'breach', actions: ['read', 'export'] }),
  ),

  // Whom the customer lets see parts of their plan: theirs to say; who looks after them proposes, and takes back what they proposed.
  { role: 'customer', relation: 'own', section: 'invitations', actions: ['read', 'write'] },
  ...professionalKinds.flatMap((role): Rule[] => [
    { role, relation: 'caseload', section: 'invitations', actions: ['propose'] },
    { role, relation: 'wrote', section: 'invitations', actions: ['read', 'write'] },
  ]),
  // Who was invited sees who invites them, leaves if they like, and looks at the parts the customer chose.
  ...(['adviser', 'socialWorker', 'coordinator', 'facilitator'] as const).flatMap((role): Rule[] => [
    { role, relation: 'invited', section: 'invitations', actions: ['read', 'list', 'answer'] },
    { role, relation: 'invited', section: 'invitedPlan', actions: ['read'] },
  ]),
  { role: 'guest', relation: 'invited', section: 'invitedPlan', actions: ['read'] },
  // How one is reached and what one was sent, in every role; whether what is sent to a customer arrives, for who looks after them.
  ...roles.flatMap((role): Rule[] => [
    { role, relation: 'own', section: 'reach', actions: ['read', 'write'] },
    { role, relation: 'own', section: 'notices', actions: ['read'] },
  ]),
  ...professionalKinds.map((role): Rule => ({ role, relation: 'caseload', section: 'notices', actions: ['read'] })),
  // Letters to those without another way are printed and posted by one who does that for the city.
  { role: 'coordinator', relation: 'city', section: 'letters', actions: ['list', 'write', 'export'] },
  // What an adviser does for a customer who is on the telephone or at the desk; the customer sees it and can say that it is not so.
  { role: 'customer', relation: 'own', section: 'actedFor', actions: ['read', 'answer'] },
  { role: 'adviser', relation: 'caseload', section: 'actedFor', actions: ['list', 'read', 'write', 'answer'] },

  // A customer handed over: who has them asks, who was asked answers, and the customer sees both.
  { role: 'customer', relation: 'own', section: 'handOver', actions: ['read'] },
  ...professionalKinds.flatMap((role): Rule[] => [
    { role, relation: 'caseload', section: 'handOver', actions: ['propose'] },
    { role, relation: 'wrote', section: 'handOver', actions: ['read', 'list', 'write'] },
    { role, relation: 'asked', section: 'handOver', actions: ['read', 'list', 'write'] },
  ]),
];

const key = (role: ActingAs, section: Section, action: Action) => `${role} ${section} ${action}`;

/** By role, section and action: the relations that give it. */
const granted = new Map<string, Set<Relation>>();
for (const { role, relation, section, actions } of policy)
  for (const action of actions) {
    const one = key(role, section, action);
    granted.set(one, (granted.get(one) ?? new Set<Relation>()).add(relation));
  }

/** True when one of the actor's relations to the record gives their role this action on this section. */
export const allows = (asked: {
  role: ActingAs;
  relations: readonly Relation[];
  section: Section;
  action: Action;
}): boolean => {
  const given = granted.get(key(asked.role, asked.section, asked.action));
  return given !== undefined && asked.relations.some((relation) => given.has(relation));
};
