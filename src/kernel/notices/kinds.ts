/** What notices are about, as people choose of which they want to hear and how: `notices.about.<about>` in the message files. */
export const noticeAbouts = ['appointments', 'plan', 'messages', 'matches', 'knowHow', 'other'] as const;
export type NoticeAbout = (typeof noticeAbouts)[number];

export type NoticeKind = {
  about: NoticeAbout;
  /** The law, or plain fairness, wants it told: it cannot be switched off, and goes by letter where there is no other way. */
  isOwed?: true;
  /** Worth nothing tomorrow: it joins no digest and goes by no letter. */
  isUrgent?: true;
  /** Its subject says when, and nothing about whom or what: it may stand in a text message. */
  isPlain?: true;
};

const appointment = { about: 'appointments', isPlain: true } as const;
const plan = { about: 'plan' } as const;
const messages = { about: 'messages' } as const;
const matches = { about: 'matches' } as const;
const knowHow = { about: 'knowHow' } as const;
const other = { about: 'other' } as const;

/**
 * Every kind of notice by its name, as in `mail.<kind>.subject`; a test holds that none is forgotten. Owed: an invitation to a talk, and what changes it (Act
 * 380/2023); answers to what the GDPR lets people ask (article 12(3)); what was done in somebody's name.
 */
export const noticeKinds: Readonly<Record<string, NoticeKind>> = {
  appointmentBooked: appointment,
  appointmentAccepted: appointment,
  appointmentProposed: { ...appointment, isOwed: true },
  appointmentMoveProposed: { ...appointment, isOwed: true },
  appointmentMoved: appointment,
  appointmentCancelled: { ...appointment, isOwed: true },
  appointmentNeedsOther: { ...appointment, isOwed: true },
  appointmentNear: { ...appointment, isUrgent: true },
  appointmentSoon: { ...appointment, isUrgent: true },
  appointmentNote: { about: 'appointments' },
  appointmentNoteAnswered: { about: 'appointments' },

  adviserGiven: { ...plan, isOwed: true },
  customerGiven: plan,
  socialWorkerNamed: { ...plan, isOwed: true },
  customerOfSocialWorker: plan,
  planToSign: plan,
  customerPlanToSign: plan,
  planKindChanged: { ...plan, isOwed: true },
  planSectionWritten: plan,
  stepProposedToCustomer: plan,
  stepProposedToAdviser: plan,
  stepAgreed: plan,
  stepDeclined: plan,
  stepDropped: plan,
  stepEnded: { ...plan, isOwed: true },
  stepTakenUp: plan,
  stepEndedByOther: plan,
  stepProposedToCustomerByOther: plan,
  customerSaidYes: plan,
  noteShown: plan,
  standInGiven: { ...plan, isOwed: true },
  standInEnded: plan,
  customersGiven: plan,
  standInAsked: plan,
  stageToAdviser: plan,
  stageToCustomer: plan,
  afterCareAsked: plan,
  afterCareAnswered: plan,
  invitationProposed: plan,
  invitationGiven: plan,
  invitationAgreed: plan,
  invitationDeclined: plan,
  invitationEnded: plan,
  invitationLeft: plan,
  handOverAsked: plan,
  handOverOfYou: { ...plan, isOwed: true },
  handOverAccepted: plan,
  handOverDone: { ...plan, isOwed: true },
  handOverDeclined: plan,
  handOverNotDone: { ...plan, isOwed: true },
  handOverTakenBack: plan,
  handOverUnanswered: plan,
  handOverRanOut: plan,

  documentAsked: plan,
  documentGiven: plan,
  documentNotHad: plan,
  documentWithdrawn: plan,

  messageFromBusiness: messages,
  messageFromCustomer: messages,
  messageFromProfessional: messages,
  messageFromYourCustomer: messages,

  newMatches: matches,
  yesToBusiness: matches,
  yesToCustomer: matches,
  yesWithdrawn: matches,
  challengePublished: matches,
  personAsked: matches,
  personAnswered: { ...matches, isOwed: true },
  askHandedOver: matches,
  askHandedToYou: matches,

  vouchAskedAdviser: knowHow,
  vouchAnswered: knowHow,
  vouchOffered: knowHow,
  vouchWithdrawn: knowHow,
  evidenceOffered: knowHow,

  correctionAsked: other,
  correctionAnswered: { ...other, isOwed: true },
  erasureAsked: { ...other, isOwed: true },
  protectionChanged: { ...other, isOwed: true },
  actedForYou: { ...other, isOwed: true },
  actedDisputed: other,
  actedAnswered: { ...other, isOwed: true },
};

/** What is known of a kind; of one nobody has described, only that it is about something else. */
export const noticeKind = (kind: string): NoticeKind => noticeKinds[kind] ?? other;
