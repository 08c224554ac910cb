import { sql } from 'kysely';
import { hasConsent } from '../../kernel/consent.ts';
import type { Work } from '../../kernel/work.ts';
import { shownToAdviser } from '../profile/shown.ts';
import { keptSkills } from '../queries.ts';
import type { VouchRequestRecord } from './requests.ts';

type Place = Pick<Work, 'tx' | 'cityId' | 'today'>;
type Whose = Pick<VouchRequestRecord, 'customerId' | 'adviserId' | 'askedAt'>;

/** Whether the customer showed their adviser their know-how when they asked, and does so no more. Who never did asks about what they choose. */
const hasStoppedShowing = async (place: Place, { customerId, askedAt }: Whose): Promise<boolean> => {
  const { tx, cityId, today } = place;
  if (askedAt === null || (await hasConsent(place, customerId, 'adviserKnowHow'))) return false;
  const { rows } = await sql`
    select from consent where city_id = ${cityId} and customer_id = ${customerId} and what = 'adviserKnowHow'
      and (withdrawn_at > ${askedAt} or (withdrawn_at is null and until_on < ${today}::date)) limit 1`.execute(tx);
  return rows.length > 0;
};

/** The skills a request may be about now: kept, hidden neither from all nor, where an adviser is asked, from them. */
export const skillsStillShown = async (place: Place, request: Whose): Promise<Set<number>> => {
  const { customerId, adviserId } = request;
  const kept = await keptSkills(place.tx, place.cityId, customerId);
  if (adviserId === null) return new Set(kept.map(({ skillId }) => skillId));
  if (await hasStoppedShowing(place, request)) return new Set();
  const known = kept.map(({ knowHowId, skillId }) => ({ id: knowHowId, skillId, isHidden: false }));
  return new Set((await shownToAdviser(place, customerId, known)).map(({ skillId }) => skillId));
};

/** A request as who was asked may see it: what waits for an answer without skills that are not shown (any more). What they have said is theirs to take back. */
export const withoutHidden = async <One extends Whose & Pick<VouchRequestRecord, 'vouchings'>>(
  place: Place,
  request: One,
): Promise<One> => {
  const shown = await skillsStillShown(place, request);
  return {
    ...request,
    vouchings: request.vouchings.filter(({ state, skillId }) => state !== 'asked' || shown.has(skillId)),
  };
};
