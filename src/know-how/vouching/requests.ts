import { type Asked, access } from '../../kernel/access/access.ts';
import type { Actor, Guest } from '../../kernel/actor.ts';
import { isId } from '../../kernel/ids.ts';
import type { InLanguages, Language } from '../../kernel/languages.ts';
import { notFound } from '../../kernel/problem.ts';
import type { GuestWork, Work, WorkAs } from '../../kernel/work.ts';
import { labelIn } from '../vocabulary/types.ts';
import { linkHash } from './link.ts';
import { isStanding, type RequestState, stateOfRequest } from './rules.ts';
import { withoutHidden } from './still-shown.ts';
import type { VouchingState, VouchRelation } from './tables.ts';

export type VouchingRecord = {
  id: string;
  skillId: number;
  uri: string;
  labels: InLanguages;
  state: VouchingState;
  /** How they know it, in a line. */
  how: string;
  /** From when until when, about, as they wrote it. */
  since: string;
  until: string;
  answeredAt: Date | null;
  decidedAt: Date | null;
  withdrawnAt: Date | null;
  version: number;
};

export type VouchRequestRecord = {
  id: string;
  customerId: string;
  relation: VouchRelation;
  askedName: string;
  letterEmail: string | null;
  adviserId: string | null;
  isOffered: boolean;
  nameShown: string;
  whatFor: string;
  message: string;
  language: Language;
  /** A link has been made, also if it has run out. */
  hasLink: boolean;
  openUntil: Date | null;
  letters: number;
  letterAt: Date | null;
  voucherName: string;
  voucherRole: string;
  version: number;
  createdAt: Date;
  askedAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  state: RequestState;
  vouchings: VouchingRecord[];
};

type Acting = WorkAs<Actor | Guest>;

const selectRequests = ({ tx, cityId }: Pick<Acting, 'tx' | 'cityId'>) =>
  tx
    .selectFrom('vouchRequest as r')
    .innerJoin('customer as c', (join) =>
      join.onRef('c.cityId', '=', 'r.cityId').onRef('c.id', '=', 'r.customerId').on('c.deletedAt', 'is', null),
    )
    .select([
      'r.id',
      'r.customerId',
      'r.relation',
      'r.askedName',
      'r.letterEmail',
      'r.adviserId',
      'r.isOffered',
      'r.nameShown',
      'r.whatFor',
      'r.message',
      'r.language',
      'r.secretHash',
      'r.openUntil',
      'r.letters',
      'r.letterAt',
      'r.voucherName',
      'r.voucherRole',
      'r.version',
      'r.createdAt',
      'r.askedAt',
      'r.answeredAt',
      'r.endedAt',
    ])
    .where('r.cityId', '=', cityId);

type Row = Awaited<ReturnType<ReturnType<typeof selectRequests>['execute']>>[number];

const vouchingsIn = ({ tx, cityId }: Pick<Acting, 'tx' | 'cityId'>, requestIds: readonly string[]) =>
  requestIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('vouching as v')
        .innerJoin('skill as s', 's.id', 'v.skillId')
        .select([
          'v.id',
          'v.requestId',
          'v.skillId',
          's.uri',
          's.labels',
          'v.state',
          'v.how',
          'v.since',
          'v.until',
          'v.answeredAt',
          'v.decidedAt',
          'v.withdrawnAt',
          'v.version',
        ])
        .where('v.cityId', '=', cityId)
        .where('v.requestId', 'in', [...requestIds])
        .orderBy('v.place')
        .orderBy('v.skillId')
        .execute();

const withVouchings = async (work: Acting, rows: readonly Row[]): Promise<VouchRequestRecord[]> => {
  const all = await vouchingsIn(
    work,
    rows.map(({ id }) => id),
  );
  return rows.map(({ secretHash, ...row }) => ({
    ...row,
    hasLink: secretHash !== null,
    state: stateOfRequest(row, work.now),
    vouchings: all.filter(({ requestId }) => requestId === row.id).map(({ requestId: _, ...vouching }) => vouching),
  }));
};

/** A customer's requests, the newest first, at most 200, without asking who may see them: callers have authorised. */
export const requestsOf = async (work: Work, customerId: string): Promise<VouchRequestRecord[]> =>
  withVouchings(
    work,
    await selectRequests(work)
      .where('r.customerId', '=', customerId)
      .orderBy('r.createdAt', 'desc')
      .orderBy('r.id', 'desc')
      .limit(200)
      .execute(),
  );

/** What an adviser was asked, and what they offered by themselves, the newest first, at most 200. */
export const requestsTo = async (work: Work, adviserId: string): Promise<VouchRequestRecord[]> => {
  const rows = await selectRequests(work)
    .where('r.adviserId', '=', adviserId)
    .where('r.askedAt', 'is not', null)
    .orderBy('r.createdAt', 'desc')
    .orderBy('r.id', 'desc')
    .limit(200)
    .execute();
  const shown: VouchRequestRecord[] = [];
  for (const request of await withVouchings(work, rows)) shown.push(await withoutHidden(work, request));
  return shown;
};

/** What its voucher can do something with: it waits for their answer, or something they said stands. */
export const isOpenToVoucher = ({ state, vouchings }: Pick<VouchRequestRecord, 'state' | 'vouchings'>): boolean =>
  (state === 'asked' && vouchings.length > 0) ||
  (state === 'answered' && vouchings.some((one) => isStanding(one.state)));

/** Loads and authorises a request in one call: the customer's own, or one an adviser was asked. Throws "not found" otherwise. */
export const loadRequest = async (
  work: Work,
  requestId: string,
  asked: Omit<Asked, 'section'>,
): Promise<VouchRequestRecord> => {
  const rows = isId(requestId) ? await selectRequests(work).where('r.id', '=', requestId).execute() : [];
  const [found] = await withVouchings(work, rows);
  if (!found) {
    work.note({ ...asked, section: 'vouching', customerId: null, isAllowed: false });
    throw notFound();
  }
  const isOwn = found.customerId === work.actor.customerId;
  // A draft is nobody's but its writer's.
  const isAsked = found.adviserId === work.actor.personId && found.askedAt !== null;
  access.authorise(work, {
    ...asked,
    section: 'vouching',
    relations: [...(isOwn ? (['own'] as const) : []), ...(isAsked ? (['asked'] as const) : [])],
    customerId: found.customerId,
  });
  return isOwn ? found : withoutHidden(work, found);
};

/** The request a link opens, while there is something to answer or take back; undefined for every other link. Nothing is logged. */
export const findByLink = async (work: GuestWork, secret: string): Promise<VouchRequestRecord | undefined> => {
  const rows = await selectRequests(work).where('r.secretHash', '=', linkHash(secret)).execute();
  const [request] = await withVouchings(work, rows);
  const found = request && (await withoutHidden(work, request));
  return found && isOpenToVoucher(found) ? found : undefined;
};

/**
 * The request a link opens, for whoever holds it: one that opens nothing is as if it had never been. The use log knows the visitor by the name
 * they were asked by.
 */
export const loadByLink = async (
  work: GuestWork,
  secret: string,
  asked: Omit<Asked, 'section'>,
): Promise<VouchRequestRecord> => {
  const found = await findByLink(work, secret);
  if (!found) throw notFound();
  work.actor.name = found.voucherName || found.askedName;
  access.authorise(work, { ...asked, section: 'vouching', relations: ['asked'], customerId: found.customerId });
  return found;
};

/** One vouching as it is shown: the skill's name in a language. */
export const labelled = <T extends { labels: InLanguages }>(
  { labels, ...rest }: T,
  language: Language,
): Omit<T, 'labels'> & { label: string } => ({ ...rest, label: labelIn(labels, language) });
