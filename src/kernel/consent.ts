import { sql } from 'kysely';
import { z } from 'zod';
import { access } from './access/access.ts';
import { addDays } from './clock.ts';
import type { Tx } from './database.ts';
import { dayInput } from './day-input.ts';
import { newId } from './ids.ts';
import { knowGroupsWhileAgreed } from './known-groups.ts';
import { objectionsOf, objects } from './objection.ts';
import { badField, Problem } from './problem.ts';
import { restrictedAmong, restricts } from './restriction.ts';
import type { Work } from './work.ts';

/**
 * What can be agreed to. 'matching': my kept know-how may be counted and matched; the business sees no name before my yes. 'biasReport': how I
 * fare in matching is counted in my groups (age, sex, language, area), to see whether the groups fare alike. 'outsideModel': the outside model the
 * operator has plugged in is sent the sentences of mine that skills were found in; offered only where there is one.
 */
export const consentKinds = ['matching', 'adviserKnowHow', 'biasReport', 'outsideModel'] as const;
export type ConsentKind = (typeof consentKinds)[number];

export type ConsentState = {
  what: ConsentKind;
  givenAt: Date | null;
  untilOn: string | null;
  /** Who outside Tuttu it lets in, by name; null when nobody, or nobody any more. */
  party: string | null;
};

/** What is made of the data, rather than somebody looking at it: none of it while its owner has restricted it. */
const isUse = (what: ConsentKind): boolean => what !== 'adviserKnowHow';

/** SQL: true when the customer of `customerId` agrees to `what` on `today` and neither objects to it nor has restricted it. For use in any query that shows or counts people. */
export const consents = (
  cityId: string,
  customerId: ReturnType<typeof sql.ref>,
  what: ConsentKind,
  today: string,
) => sql<boolean>`exists (
  select from consent agreed where agreed.city_id = ${cityId} and agreed.customer_id = ${customerId} and agreed.what = ${what}
    and agreed.withdrawn_at is null and (agreed.until_on is null or agreed.until_on >= ${today}::date))
  ${what === 'matching' ? sql`and not ${objects(cityId, customerId, what)}` : sql``}
  ${isUse(what) ? sql`and not ${restricts(cityId, customerId)}` : sql``}`;

const inForce = (tx: Tx, cityId: string, customerId: string, today: string) =>
  tx
    .selectFrom('consent')
    .select(['what', 'givenAt', 'untilOn'])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('withdrawnAt', 'is', null)
    .where((when) => when.or([when('untilOn', 'is', null), when('untilOn', '>=', today)]))
    .execute();

const partyOf = ({ services }: Pick<Work, 'services'>, what: ConsentKind): string | null =>
  what === 'outsideModel' ? (services.outsideModelName ?? null) : null;

/** Nobody is asked to let in an outside model where there is none. */
const isOffered = (work: Pick<Work, 'services'>, what: ConsentKind): boolean =>
  what !== 'outsideModel' || partyOf(work, what) !== null;

/** The consents in force and those that could be given, in their order. */
export const readConsents = async (work: Work): Promise<ConsentState[]> => {
  const me = await access.self(work, { section: 'consents', action: 'read', why: 'own consents' });
  const given = await inForce(work.tx, work.cityId, me.id, work.today);
  return consentKinds
    .map((what): ConsentState => {
      const row = given.find((consent) => consent.what === what);
      return { what, givenAt: row?.givenAt ?? null, untilOn: row?.untilOn ?? null, party: partyOf(work, what) };
    })
    .filter(({ what, givenAt }) => givenAt !== null || isOffered(work, what));
};

/** Whether a customer agrees to something now, and neither objects to it nor has restricted it. */
export const hasConsent = async (
  work: Pick<Work, 'tx' | 'cityId' | 'today'>,
  customerId: string,
  what: ConsentKind,
): Promise<boolean> => {
  const given = await inForce(work.tx, work.cityId, customerId, work.today);
  if (!given.some((consent) => consent.what === what)) return false;
  if ((await objectionsOf(work.tx, work.cityId, customerId)).some((objection) => objection.what === what)) return false;
  return !isUse(what) || (await restrictedAmong(work.tx, work.cityId, [customerId])).length === 0;
};

export type ConsentPast = { what: string; givenAt: Date; untilOn: string | null; withdrawnAt: Date | null };

/** Every consent the actor has given, newest first, also those withdrawn or over. */
export const readConsentHistory = async (work: Work): Promise<ConsentPast[]> => {
  const me = await access.self(work, { section: 'consents', action: 'read', why: 'own consents' });
  return work.tx
    .selectFrom('consent')
    .select(['what', 'givenAt', 'untilOn', 'withdrawnAt'])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', me.id)
    .orderBy('givenAt', 'desc')
    .limit(100)
    .execute();
};

export const setConsentInput = z.object({
  what: z.enum(consentKinds),
  isGiven: z.boolean(),
  /** Last day it holds, YYYY-MM-DD; none when it holds until withdrawn. */
  untilOn: dayInput.nullable().default(null),
});

/** Gives or withdraws one consent. Withdrawing works at the next query, on every page and process. Throws notNow for one that is not offered here. */
export const setConsent = async (work: Work, input: z.infer<typeof setConsentInput>): Promise<void> => {
  const { what, isGiven, untilOn } = input;
  const me = await access.self(work, {
    section: 'consents',
    action: 'write',
    why: isGiven ? 'gave consent' : 'withdrew consent',
  });
  if (isGiven && !isOffered(work, what)) throw new Problem('notNow');
  if (untilOn !== null && (untilOn < work.today || untilOn > addDays(work.today, 3660)))
    throw badField('untilOn', 'form.dayAhead');
  await work.tx
    .updateTable('consent')
    .set({ withdrawnAt: work.now })
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', me.id)
    .where('what', '=', what)
    .where('withdrawnAt', 'is', null)
    .execute();
  if (isGiven)
    await work.tx
      .insertInto('consent')
      .values({
        cityId: work.cityId,
        id: newId(),
        customerId: me.id,
        what,
        givenAt: work.now,
        untilOn,
        withdrawnAt: null,
      })
      .execute();
  if (what === 'biasReport') await knowGroupsWhileAgreed(work, me, isGiven);
  work.emit('consentChanged', { customerId: me.id });
};
