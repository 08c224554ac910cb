import type { Role } from '../../src/kernel/actor.ts';
import { allMarks, type Circle, type MarkKind } from '../../src/testing/circle.ts';
import type { Route, Viewer } from './ground.ts';

// What the specification lets whom see and reach, in words of its own: written from product.md and trust.md, never from the policy module.

export const variants = ['own', 'another person’s', 'another city’s', 'deleted', 'random', 'not an id'] as const;
export type Variant = (typeof variants)[number];

const mine = ['own'] as const;
/** Of the whole city: what is published there, whoever published it; and customers no adviser looks after yet. */
const published = ['own', 'another person’s'] as const;

/** Whose records a role reaches through a parameter. A parameter that is not here fails the suite, so that nobody forgets the question. */
export const reach: Record<string, Partial<Record<Role, readonly Variant[]>>> = {
  // Whose address must not be learnt is set by their adviser, or who looks after the city's data.
  customerId: { adviser: mine, socialWorker: mine, administrator: published },
  // One the customer shows to both who look after them.
  planSectionId: { customer: mine, adviser: mine, socialWorker: mine },
  // What happened on a customer's path is theirs and their adviser's.
  pathFactId: { customer: mine, adviser: mine },
  talkId: { adviser: mine },
  afterCareId: { customer: mine, adviser: mine },
  unassignedCustomerId: { adviser: published, coordinator: published, manager: published },
  storyId: { customer: mine },
  knowHowId: { customer: mine },
  experienceId: { customer: mine },
  bringId: { customer: mine },
  proposalId: { customer: mine },
  languageSkillId: { customer: mine },
  licenceId: { customer: mine },
  profileLinkId: { customer: mine },
  // One with a business; what is written with an adviser or social worker is theirs alone, as its marks hold.
  threadId: { customer: mine, businessContact: mine },
  // A file of a message there.
  fileId: { customer: mine, businessContact: mine },
  // What goes along with what the customer is writing.
  draftFileId: { customer: mine },
  // One with the adviser that the customer shows the social worker.
  stepId: { customer: mine, adviser: mine, socialWorker: mine },
  challengeId: { customer: published, businessContact: mine, businessAdviser: published },
  businessId: { businessContact: mine, businessAdviser: published },
  vouchRequestId: { customer: mine, adviser: mine },
  vouchingId: { customer: mine },
  evidenceId: { customer: mine },
  // What a customer asks a person to look at is theirs and their adviser's.
  personAskId: { customer: mine, adviser: mine },
  personProposalId: { customer: mine },
  // What a customer wants corrected goes the same way as what they ask.
  correctionId: { customer: mine, adviser: mine },
  // Whoever posts letters for the city posts everybody's.
  letterId: { coordinator: published },
  // What was done for a customer is theirs to dispute, and their adviser's to answer.
  actedForId: { customer: mine, adviser: mine },
  // What the adviser wrote down for the customer the same day, to look at together.
  toldStoryId: { adviser: mine },
  // Whether a row of the city's log stands; whose it is, nobody learns.
  suggestionId: { administrator: published },
  appointmentId: { customer: mine, adviser: mine },
  // One the customer gave, and shows to both who look after them.
  documentId: { customer: mine, adviser: mine, socialWorker: mine },
  openingId: { adviser: mine },
  // What an adviser has noted down of a customer, and the filters they have named.
  customerNoteId: { adviser: mine },
  caseloadLookId: { adviser: mine },
  absenceId: { adviser: mine },
  // By holding it only, below.
  vouchSecret: {},
  profileSecret: {},
  calendarSecret: {},
  inviteSecret: {},
  // Whose plan it is, and who was let in: the circle's social worker.
  invitationId: { customer: mine, socialWorker: mine },
  // What the adviser proposed and nobody has answered.
  proposedInvitationId: { adviser: mine },
  // Whose customer it is and who asked; who was asked is in no circle.
  handOverId: { customer: mine, adviser: mine },
};

/** What opens to whoever holds it, logged in or not: the secret of a link. */
const byHolding = ['vouchSecret', 'profileSecret', 'calendarSecret', 'inviteSecret'];

/** Parameters that point at no record of a person or business. */
export const harmless = ['uid'];

/** The demo's mailbox shows the mail of made-up people to everybody; e2e/access/session.spec.ts holds that it is nowhere else. */
export const onlyInTheDemo = ['/mailbox', '/mailbox/:cityId/:mailId', '/phone-box', '/demo-adverts/:uid'];

export const parametersOf = (route: Pick<Route, 'path'>): string[] =>
  [...route.path.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '');

export const isOpenTo = ({ roles }: Pick<Route, 'roles'>, viewer: Viewer): boolean => {
  if (roles === 'anyone') return true;
  if (roles === 'signedIn') return viewer.token !== null;
  return viewer.role !== null && roles.includes(viewer.role);
};

export const mayReach = (route: Route, viewer: Viewer, variant: Variant): boolean => {
  if (!isOpenTo(route, viewer)) return false;
  return parametersOf(route)
    .filter((name) => !harmless.includes(name))
    .filter((name) => !(byHolding.includes(name) && variant === 'own'))
    .every((name) => viewer.role !== null && (reach[name]?.[viewer.role] ?? []).includes(variant));
};

/** What is published of a business in its city. */
const shownInCity: MarkKind[] = ['challenge', 'business'];
/** Open jobs of elsewhere are shown to customers beside challenges. */
const shownToCustomers: MarkKind[] = [...shownInCity, 'advert'];

const ofOwnCircle: Record<'customer' | 'adviser' | 'socialWorker' | 'businessContact', MarkKind[]> = {
  customer: [
    'advert',
    'customerName',
    'customerEmail',
    'story',
    'storyWords',
    'profile',
    'hiddenProfile',
    // Kept back from their adviser, from businesses and from the link, though not hidden from all.
    'keptBack',
    'cardThing',
    'wishes',
    'levelWords',
    'linkName',
    'brought',
    'cardIntro',
    'answerWord',
    'challenge',
    'business',
    'customerMessage',
    'contactMessage',
    'contactName',
    'adviserName',
    'goal',
    'step',
    'socialStep',
    'talkWhy',
    'pathFact',
    'afterCare',
    // An idea the customer keeps to themselves: in no other list.
    'ownIdea',
    'mail',
    'vouchName',
    'vouchAskedName',
    'vouchMessage',
    'vouchEmail',
    'vouchAnswer',
    'voucherName',
    'evidence',
    'objection',
    'personAsk',
    'personAnswer',
    'handOver',
    'handedAway',
    'socialWorkerName',
    'planWhy',
    'document',
    'askedDocument',
    'documentName',
    'socialDocument',
    'ownSection',
    'sharedSection',
    'adviserSection',
    'socialSection',
    'lawSection',
    'cardSection',
    // When and where they meet, and what was published of it; not what is still being written.
    'appointment',
    'meetingPlace',
    'note',
    'correction',
    'correctionAnswer',
    'restriction',
    'protection',
    'messageFile',
    'invitePurpose',
    'inviteName',
    'inviteWord',
    'proposedInvite',
    'invitedSection',
    // What their adviser notes down: on the plan where it is shown, and all of it among what is kept about them.
    'adviserNote',
    'shownNote',
    'notice',
    'letter',
    'textMessage',
    'actedReason',
    'actedDispute',
    'toldStory',
    'messageDraft',
    'toAdviser',
    'adviserMessage',
    'toSocialWorker',
    'socialMessage',
    'passOnWhy',
    'passOnWord',
  ],
  // Their stories, their messages, their address and the card they show a business are not the adviser's; of the profile, the parts they show them;
  // of vouching only what they were asked themselves.
  adviser: [
    'customerName',
    'profile',
    'cardThing',
    'unassignedCustomer',
    'adviserName',
    'answerWord',
    'challenge',
    'business',
    'goal',
    'step',
    'talkWhy',
    'pathFact',
    'afterCare',
    'vouchName',
    'vouchMessage',
    'vouchAnswer',
    'personAsk',
    'personAnswer',
    // Of what was handed over, only what was handed to them.
    'handOver',
    'socialWorkerName',
    'planWhy',
    // Papers they asked for, and those they are shown; not what the social worker asked for.
    'document',
    'askedDocument',
    'documentName',
    // Not what the customer keeps to themselves, and of what the social worker wrote only what the law makes both's.
    'sharedSection',
    'adviserSection',
    'lawSection',
    'appointment',
    'meetingPlace',
    'note',
    'noteDraft',
    'correction',
    'correctionAnswer',
    'protection',
    // Whom they proposed to invite; not whom the customer invites by themselves.
    'proposedInvite',
    'adviserNote',
    'shownNote',
    'caseloadLook',
    // Whether what was sent has arrived, not what it said.
    'actedReason',
    'actedDispute',
    'toldStory',
    'toAdviser',
    'adviserMessage',
    // Why they hand the customer over, and what was answered.
    'passOnWhy',
    'passOnWord',
  ],
  // Another authority: the plan it is party to, what it wrote itself, and what the customer or the law shows it. No know-how, answer or word else.
  socialWorker: [
    'customerName',
    'socialWorkerName',
    'adviserName',
    'challenge',
    'business',
    'goal',
    'step',
    'socialStep',
    'planWhy',
    'sharedSection',
    'socialSection',
    'lawSection',
    // The customer lets them see it.
    'invitePurpose',
    'invitedSection',
    'toSocialWorker',
    'socialMessage',
    'document',
    'documentName',
    'socialDocument',
  ],
  // Who said yes, with the card they chose: not their story, plan, adviser or address.
  businessContact: [
    'customerName',
    'cardIntro',
    'cardThing',
    'cardSection',
    'answerWord',
    'challenge',
    'draft',
    'restingChallenge',
    'business',
    'customerMessage',
    'contactMessage',
    'messageFile',
    'contactName',
    'contactEmail',
  ],
};

/** What a link shows its holder: how the customer calls themselves and what they wrote, and what the one who answered said. */
const behindLink: Record<string, MarkKind[]> = {
  vouchSecret: ['vouchName', 'vouchAskedName', 'vouchMessage', 'voucherName', 'vouchAnswer'],
  // The parts the customer chose, and nothing they hide; whom they made the link for is theirs alone.
  profileSecret: ['profile', 'cardThing', 'levelWords'],
  // When and where; with whom and about what is told to no calendar.
  calendarSecret: ['meetingPlace'],
  // What for, and the parts chosen; what the customer calls who holds it is theirs alone.
  inviteSecret: ['invitePurpose', 'goal', 'invitedSection'],
};

/** What the one who holds a route's link may see there, whoever they are. */
export const shownBehind = (route: Pick<Route, 'path'>): MarkKind[] =>
  parametersOf(route).flatMap((name) => behindLink[name] ?? []);

export const isByLink = (route: Pick<Route, 'path'>): boolean =>
  parametersOf(route).some((name) => byHolding.includes(name));

/** Whether a marked text of a circle may come before a viewer's eyes. */
export const maySee = (viewer: Viewer, circle: Circle, kind: MarkKind, held: readonly MarkKind[] = []): boolean => {
  if (held.includes(kind)) return true;
  const { role } = viewer;
  if (role === null || viewer.cityId !== circle.cityId) return false;
  // Who hands an ask over chooses among colleagues: those who work as advisers for one city know each other's names.
  if (role === 'adviser' && kind === 'adviserName') return true;
  // A social worker hands a customer over to a colleague, or to the other authority's where it is party.
  if (role === 'socialWorker' && (kind === 'adviserName' || kind === 'socialWorkerName')) return true;
  if (viewer.circle?.name === circle.name && role in ofOwnCircle)
    return ofOwnCircle[role as keyof typeof ofOwnCircle].includes(kind);
  if (role === 'customer') return shownToCustomers.includes(kind);
  // They name the social worker of a plan from among the city's.
  if (role === 'adviser') return [...shownInCity, 'unassignedCustomer', 'socialWorkerName'].includes(kind);
  // They find an adviser for those who have none, and answer meanwhile what these ask.
  // Letters are printed and posted by one who sees to it for the city; whose they are stands on the envelope.
  if (role === 'coordinator' && (kind === 'letter' || kind === 'customerName')) return true;
  if (role === 'coordinator' || role === 'manager')
    return [...shownInCity, 'unassignedCustomer', 'unassignedAsk', 'unassignedCorrection', 'adviserName'].includes(
      kind,
    );
  if (role === 'socialWorker' || role === 'facilitator' || role === 'serviceDesigner')
    return shownInCity.includes(kind);
  // Whoever serves businesses also sees what is no longer shown to customers, and no draft.
  if (role === 'businessAdviser') return [...shownInCity, 'restingChallenge', 'contactName'].includes(kind);
  // The city's use log names who looked, also by a link.
  if (role === 'administrator')
    return ['customerName', 'adviserName', 'socialWorkerName', 'contactName', 'inviteName'].includes(kind);
  return false;
};

/** Marks in an answer that this viewer must not see, as `circle kind`. Letter case does not hide one. */
export const leaksIn = (
  text: string,
  viewer: Viewer,
  circles: readonly Circle[],
  held: readonly MarkKind[] = [],
): string[] => {
  const found = new Set<string>();
  for (const [, name, kind] of text.matchAll(allMarks)) {
    const circle = circles.find((one) => one.name === name);
    if (!circle) continue;
    const first = `${kind?.[0]?.toLowerCase()}${kind?.slice(1)}` as MarkKind;
    if (!maySee(viewer, circle, first, held)) found.add(`${name} ${first}`);
  }
  const small = text.toLowerCase();
  for (const circle of circles)
    for (const kind of ['customerEmail', 'contactEmail', 'vouchEmail'] as const)
      if (small.includes(circle.mark(kind).toLowerCase()) && !maySee(viewer, circle, kind))
        found.add(`${circle.name} ${kind}`);
  return [...found];
};
