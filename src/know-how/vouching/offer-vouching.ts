import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { hasConsent } from '../../kernel/consent.ts';
import { newId } from '../../kernel/ids.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import { line, words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { shownToAdviser } from '../profile/shown.ts';
import { keptKnowHow, placeOf } from '../queries.ts';
import { chosenSkills, keptChosen } from './kept-chosen.ts';
import { mostAsked } from './rules.ts';
import type { WrittenRequest } from './write-request.ts';

export const offerVouchingInput = z.object({
  skills: chosenSkills(mostAsked),
  /** How they have seen it, from when until when, about. */
  how: words(500, { required: 'vouch.offer.noHow' }),
  since: line(40, { least: 0 }).default(''),
  until: line(40, { least: 0 }).default(''),
});

/**
 * An adviser says by themselves that they have seen some of the kept skills of a customer of their caseload. It waits for the customer to take it.
 * Throws notNow while the customer does not show the adviser their know-how (consent `adviserKnowHow`).
 */
export const offerVouching = async (
  work: Work,
  { customerId, skills, how, since, until }: z.output<typeof offerVouchingInput> & { customerId: string },
): Promise<WrittenRequest> => {
  const customer = await access.customer(work, customerId, {
    section: 'vouching',
    action: 'propose',
    why: 'offered to vouch',
  });
  if (!(await hasConsent(work, customer.id, 'adviserKnowHow'))) throw new Problem('notNow');
  const kept = await shownToAdviser(work, customer.id, await keptKnowHow(placeOf(work), customer.id));
  const shown = new Set(kept.map(({ uri }) => uri));
  if (skills.some((skill) => !shown.has(skill))) throw badField('skills', 'vouch.form.notKept');
  const skillIds = await keptChosen(work, customer.id, skills);
  const id = newId();
  const { personId, name, language } = work.actor;
  await work.tx
    .insertInto('vouchRequest')
    .values({
      ...{ cityId: work.cityId, id, customerId: customer.id, relation: 'adviser', isOffered: true },
      ...{ askedName: name, adviserId: personId, voucherName: name, nameShown: customer.name, language },
      ...{ letterEmail: null, secretHash: null, openUntil: null, letterAt: null, endedAt: null },
      ...{ createdAt: work.now, askedAt: work.now, answeredAt: work.now },
    })
    .execute();
  const said = { how, since, until, answeredAt: work.now, decidedAt: null, withdrawnAt: null };
  await work.tx
    .insertInto('vouching')
    .values(
      skillIds.map((skillId, place) => ({
        ...{ cityId: work.cityId, id: newId(), requestId: id, customerId: customer.id, skillId, place },
        ...{ state: 'offered' as const, ...said },
      })),
    )
    .execute();
  work.emit('vouchOffered', { requestId: id });
  return { id, version: 1 };
};
