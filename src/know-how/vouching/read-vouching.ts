import { access } from '../../kernel/access/access.ts';
import { adviserOf } from '../../kernel/advisers.ts';
import { hasConsent } from '../../kernel/consent.ts';
import type { Language } from '../../kernel/languages.ts';
import { notFound } from '../../kernel/problem.ts';
import { readTerm } from '../../kernel/terms.ts';
import type { GuestWork, Work } from '../../kernel/work.ts';
import { shownToAdviser } from '../profile/shown.ts';
import { keptKnowHow, placeOf } from '../queries.ts';
import { allEvidence, type EvidenceRecord, loadEvidence } from './decide-evidence.ts';
import type { vouchWays } from './request-input.ts';
import {
  findByLink,
  isOpenToVoucher,
  labelled,
  loadByLink,
  loadRequest,
  requestsOf,
  requestsTo,
  type VouchingRecord,
  type VouchRequestRecord,
} from './requests.ts';
import {
  type CustomerDecision,
  customerDecisions,
  isStanding,
  mayMove,
  type RequestMove,
  requestMoves,
  vouchingAfter,
} from './rules.ts';

export type VouchingView = Omit<VouchingRecord, 'labels'> & { label: string; decisions: CustomerDecision[] };

/** A request as its customer sees it. */
export type VouchRequestView = Omit<VouchRequestRecord, 'vouchings' | 'adviserId' | 'hasLink'> & {
  way: (typeof vouchWays)[number];
  moves: RequestMove[];
  vouchings: VouchingView[];
};

const wayOf = ({ adviserId, letterEmail, letters, answeredAt }: VouchRequestRecord): VouchRequestView['way'] => {
  if (adviserId !== null) return 'adviser';
  // An address that came with the answer is for a lost link: the way the request went stays what it was.
  return (letterEmail !== null && answeredAt === null) || letters > 0 ? 'mail' : 'link';
};

const ownView = (request: VouchRequestRecord, language: Language): VouchRequestView => {
  const { vouchings, adviserId: _adviser, hasLink: _link, letterEmail, ...rest } = request;
  return {
    ...rest,
    // Theirs as they wrote it; whoever has answered may have told another, which is not the customer's to know.
    letterEmail: request.answeredAt === null ? letterEmail : null,
    way: wayOf(request),
    moves: requestMoves.filter((move) => mayMove(move, { state: request.state, side: 'customer' })),
    vouchings: vouchings.map((one) => ({
      ...labelled(one, language),
      decisions: customerDecisions.filter(
        (decision) => vouchingAfter(decision, { state: one.state, side: 'customer' }) !== null,
      ),
    })),
  };
};

export type EvidenceView = Omit<EvidenceRecord, 'skills' | 'customerId'> & {
  skills: { skillId: number; uri: string; label: string; isChosen: boolean }[];
};

const evidenceView = ({ skills, customerId: _, ...rest }: EvidenceRecord, language: Language): EvidenceView => ({
  ...rest,
  skills: skills.map((skill) => labelled(skill, language)),
});

/** Whom I have asked and what came of it, what was offered to me, and completed things that show what I can: the newest first. */
export const readVouching = async (work: Work): Promise<{ requests: VouchRequestView[]; evidence: EvidenceView[] }> => {
  const me = await access.self(work, { section: 'vouching', action: 'read', why: 'own vouching' });
  const { language } = work.actor;
  return {
    requests: (await requestsOf(work, me.id)).map((one) => ownView(one, language)),
    evidence: (await allEvidence(work, me.id)).map((one) => evidenceView(one, language)),
  };
};

/** One request of mine; `canSendAgain`: fewer letters have gone than my city lets go for one thing. */
export const readRequest = async (
  work: Work,
  requestId: string,
): Promise<VouchRequestView & { canSendAgain: boolean; linkDays: number }> => {
  const found = await loadRequest(work, requestId, { action: 'read', why: 'own vouching' });
  // An adviser reads what they were asked by a page of their own.
  if (found.customerId !== work.actor.customerId) throw notFound();
  const term = (name: 'vouchLettersMost' | 'vouchLinkDays') =>
    readTerm(work.tx, { cityId: work.cityId, name, today: work.today });
  const most = await term('vouchLettersMost');
  const days = await term('vouchLinkDays');
  return {
    ...ownView(found, work.actor.language),
    canSendAgain: found.letters < most.value,
    linkDays: days.value,
  };
};

/** What a new request can be made of: my kept know-how, my adviser's name where I have one, and my name as it can be shown. */
export const readRequestChoices = async (work: Work) => {
  const me = await access.self(work, { section: 'vouching', action: 'read', why: 'own vouching' });
  const kept = await keptKnowHow(placeOf(work), me.id);
  const adviser = await adviserOf(work, me.id);
  return {
    skills: kept.filter(({ isHidden }) => !isHidden).map(({ uri, label }) => ({ uri, label })),
    adviser: adviser?.name ?? null,
    name: me.name,
  };
};

/** One completed thing of mine, with my other kept skills it could be taken into. */
export const readEvidence = async (
  work: Work,
  evidenceId: string,
): Promise<EvidenceView & { others: { uri: string; label: string }[] }> => {
  const found = await loadEvidence(work, evidenceId, { action: 'read', why: 'own vouching' });
  const kept = await keptKnowHow(placeOf(work), found.customerId);
  const offered = new Set(found.skills.map(({ skillId }) => skillId));
  const stillKept = new Set(kept.filter(({ isHidden }) => !isHidden).map(({ skillId }) => skillId));
  const view = evidenceView(found, work.actor.language);
  return {
    ...view,
    skills: view.skills.filter(({ skillId }) => stillKept.has(skillId)),
    others: kept
      .filter(({ skillId, isHidden }) => !isHidden && !offered.has(skillId))
      .map(({ uri, label }) => ({ uri, label })),
  };
};

type AskedVouching = Pick<VouchingRecord, 'skillId' | 'uri' | 'state' | 'how' | 'since' | 'until' | 'answeredAt'> & {
  label: string;
  canWithdraw: boolean;
};

/** A request as the one who was asked sees it: the customer's name as they chose, the skills, their words; nothing else of them. */
export type AskedView = Pick<
  VouchRequestRecord,
  'id' | 'relation' | 'nameShown' | 'whatFor' | 'message' | 'openUntil' | 'answeredAt' | 'isOffered'
> &
  Pick<VouchRequestRecord, 'voucherName' | 'voucherRole' | 'version'> & {
    canAnswer: boolean;
    vouchings: AskedVouching[];
  };

const askedView = (request: VouchRequestRecord, language: Language): AskedView => {
  const { id, relation, nameShown, whatFor, message, openUntil, answeredAt, isOffered } = request;
  const { voucherName, voucherRole, version } = request;
  return {
    ...{ id, relation, nameShown, whatFor, message, openUntil, answeredAt, isOffered },
    ...{ voucherName, voucherRole, version },
    canAnswer: mayMove('answer', { state: request.state, side: 'voucher' }),
    vouchings: request.vouchings.map((one) => {
      const { label } = labelled(one, language);
      // Whether the customer took it is the customer's: the voucher sees only whether it stands.
      const state = isStanding(one.state) ? 'offered' : one.state;
      const { skillId, uri, how, since, until, answeredAt: at } = one;
      return { skillId, uri, label, state, how, since, until, answeredAt: at, canWithdraw: isStanding(one.state) };
    }),
  };
};

/** What a link opens. Throws "not found" for one that is unknown, ended, run out or used up: they all look the same. */
export const readByLink = async (work: GuestWork, secret: string): Promise<Omit<AskedView, 'id'>> => {
  const found = await loadByLink(work, secret, { action: 'read', why: 'opened a vouching link' });
  const { id: _, ...view } = askedView(found, work.actor.language);
  return view;
};

/** Whether the link opens and asks about whoever is logged in in the browser: nobody vouches for themselves. */
export const isOwnLink = async (
  work: GuestWork,
  { secret, personId }: { secret: string; personId: string },
): Promise<boolean> => {
  const found = await findByLink(work, secret);
  if (!found) return false;
  const own = await work.tx
    .selectFrom('customer')
    .select('id')
    .where('cityId', '=', work.cityId)
    .where('id', '=', found.customerId)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return own !== undefined;
};

/** What I was asked as an adviser, and what I have said or offered, the newest first. Each customer sees that I looked. */
export const readAskedOfMe = async (work: Work): Promise<AskedView[]> => {
  const found = (await requestsTo(work, work.actor.personId)).filter(isOpenToVoucher);
  for (const { customerId } of found)
    access.authorise(work, {
      section: 'vouching',
      action: 'list',
      why: 'asked to vouch',
      relations: ['asked'],
      customerId,
    });
  return found.map((one) => askedView(one, work.actor.language));
};

/** One of them. Throws "not found" where it is somebody else's, ended, run out, or nothing is left of it. */
export const readAsked = async (work: Work, requestId: string): Promise<AskedView> => {
  const found = await loadRequest(work, requestId, { action: 'read', why: 'asked to vouch' });
  if (work.actor.customerId === found.customerId || !isOpenToVoucher(found)) throw notFound();
  return askedView(found, work.actor.language);
};

/** Whether a secret is the one that opens a request of mine now: to show a link again to whom it was just made. */
export const opensRequest = async (
  work: Work,
  { requestId, secretHash }: { requestId: string; secretHash: Buffer },
): Promise<boolean> => {
  const { id } = await loadRequest(work, requestId, { action: 'read', why: 'own vouching' });
  const found = await work.tx
    .selectFrom('vouchRequest')
    .select('id')
    .where('cityId', '=', work.cityId)
    .where('id', '=', id)
    .where('secretHash', '=', secretHash)
    .executeTakeFirst();
  return found !== undefined;
};

/** What an adviser can offer to vouch for: the name and shown know-how of a customer of theirs; null while they do not show it. */
export const readOfferChoices = async (
  work: Work,
  customerId: string,
): Promise<{ name: string; skills: { uri: string; label: string }[] | null }> => {
  const customer = await access.customer(work, customerId, {
    section: 'knowHow',
    action: 'read',
    why: "customer's know-how",
  });
  if (!(await hasConsent(work, customer.id, 'adviserKnowHow'))) return { name: customer.name, skills: null };
  const kept = await shownToAdviser(work, customer.id, await keptKnowHow(placeOf(work), customer.id));
  const skills = kept.map(({ uri, label }) => ({ uri, label }));
  return { name: customer.name, skills };
};
