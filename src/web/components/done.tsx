import { useLocation, useRouteLoaderData } from 'react-router';
import type { MessageKey } from '../../messages/index.ts';
import { useText } from '../text.tsx';
import { useFailure } from './failures.tsx';

export const doneKeys = {
  saved: 'done.saved',
  savedToSign: 'done.savedToSign',
  sent: 'done.sent',
  threadClosed: 'done.threadClosed',
  threadReopened: 'done.threadReopened',
  fileAttached: 'done.fileAttached',
  removed: 'done.removed',
  kept: 'done.kept',
  loggedOut: 'done.loggedOut',
  answered: 'done.answered',
  published: 'done.published',
  agreed: 'done.agreed',
  ideaAdded: 'done.ideaAdded',
  stepMoved: 'done.stepMoved',
  stageTold: 'done.stageTold',
  joined: 'done.joined',
  consentGiven: 'done.consentGiven',
  consentWithdrawn: 'done.consentWithdrawn',
  retried: 'done.retried',
  textBack: 'done.textBack',
  adviserGiven: 'done.adviserGiven',
  customerTaken: 'done.customerTaken',
  takenOut: 'done.takenOut',
  restored: 'done.restored',
  lookedAt: 'done.lookedAt',
  nothingNew: 'done.nothingNew',
  linkEnded: 'done.linkEnded',
  objected: 'done.objected',
  objectionBack: 'done.objectionBack',
  linkMade: 'done.linkMade',
  linkSent: 'done.linkSent',
  vouchAnswered: 'done.vouchAnswered',
  vouchTaken: 'done.vouchTaken',
  evidenceTaken: 'done.evidenceTaken',
  tookBack: 'done.tookBack',
  previewed: 'done.previewed',
  personAsked: 'done.personAsked',
  askWithdrawn: 'done.askWithdrawn',
  askAnswered: 'done.askAnswered',
  askHandedOver: 'done.askHandedOver',
  proposalLeft: 'done.proposalLeft',
  signed: 'done.signed',
  kindChanged: 'done.kindChanged',
  kindNeedsWorker: 'done.kindNeedsWorker',
  invited: 'done.invited',
  handOverBegun: 'done.handOverBegun',
  handOverAccepted: 'done.handOverAccepted',
  handOverTakenBack: 'done.handOverTakenBack',
  invitationWithdrawn: 'done.invitationWithdrawn',
  invitationTakenBack: 'done.invitationTakenBack',
  invitationProposed: 'done.invitationProposed',
  invitationLeft: 'done.invitationLeft',
  socialWorkerNamed: 'done.socialWorkerNamed',
  shownChosen: 'done.shownChosen',
  documentAsked: 'done.documentAsked',
  documentDeleted: 'done.documentDeleted',
  documentGiven: 'done.documentGiven',
  documentNotHad: 'done.documentNotHad',
  documentWithdrawn: 'done.documentWithdrawn',
  appointmentBooked: 'done.appointmentBooked',
  appointmentMoved: 'done.appointmentMoved',
  appointmentProposed: 'done.appointmentProposed',
  appointmentCancelled: 'done.appointmentCancelled',
  notePublished: 'done.notePublished',
  calendarMade: 'done.calendarMade',
  calendarEnded: 'done.calendarEnded',
  correctionAsked: 'done.correctionAsked',
  correctionWithdrawn: 'done.correctionWithdrawn',
  correctionAnswered: 'done.correctionAnswered',
  restricted: 'done.restricted',
  restrictionEnded: 'done.restrictionEnded',
  erasureAsked: 'done.erasureAsked',
  erasureTakenBack: 'done.erasureTakenBack',
  protected: 'done.protected',
  protectionEnded: 'done.protectionEnded',
  codeSent: 'done.codeSent',
  phoneConfirmed: 'done.phoneConfirmed',
  phoneRemoved: 'done.phoneRemoved',
  lettersPosted: 'done.lettersPosted',
  doneForCustomer: 'done.doneForCustomer',
} as const satisfies Record<string, MessageKey>;

const isDone = (value: string | null | undefined): value is keyof typeof doneKeys =>
  typeof value === 'string' && Object.hasOwn(doneKeys, value);

/** What the page says is done; nothing beside what is to be mended, whatever its address says of an earlier deed. */
export const doneToSay = (value: string | null | undefined, hasFailed: boolean): keyof typeof doneKeys | null =>
  isDone(value) && !hasFailed ? value : null;

/** Says that what was just asked is done; the address carries which (`?done=saved`), or the page where it opens without going anywhere. */
export const Done = () => {
  const asked = new URLSearchParams(useLocation().search).get('done');
  const hasFailed = useFailure() !== undefined;
  const done = doneToSay(useRouteLoaderData<{ done: string | null }>('root')?.done ?? asked, hasFailed);
  const { t } = useText();
  if (done === null) return null;
  return (
    <p className="done" role="status">
      {t(doneKeys[done])}
    </p>
  );
};
