import { z } from 'zod';
import { emailInput } from '../../kernel/account.ts';
import type { Actor, Guest } from '../../kernel/actor.ts';
import type { Language } from '../../kernel/languages.ts';
import { badField, type FieldProblem, notFound, Problem } from '../../kernel/problem.ts';
import { line, personName, words } from '../../kernel/words.ts';
import type { GuestWork, Work, WorkAs } from '../../kernel/work.ts';
import { labelIn } from '../vocabulary/types.ts';
import { loadByLink, loadRequest, type VouchRequestRecord } from './requests.ts';
import { mayMove, vouchAnswers, vouchingAfter } from './rules.ts';
import { updateRequest, type WrittenRequest } from './write-request.ts';

export const oneAnswer = z.object({
  /** One of the skills asked about, by URI. */
  skill: z.string().max(300),
  answer: z.enum(vouchAnswers, 'form.choose'),
  /** How they know it; needed where they have seen it, else not kept. */
  how: words(500, { least: 0 }).default(''),
  since: line(40, { least: 0 }).default(''),
  until: line(40, { least: 0 }).default(''),
});
export type OneAnswer = z.output<typeof oneAnswer>;

export const answersInput = z.object({ answers: z.array(oneAnswer).max(50) });

export const guestAnswersInput = answersInput.extend({
  /** As they want to be shown; not kept where they have seen nothing. */
  name: personName({ least: 0 }).default(''),
  role: line(100, { least: 0 }).default(''),
  /** Where a new link goes when they lose this one; none is fine. */
  email: emailInput.default(null),
});

/** What is missing from an answer, field by field: `answer-<skillId>`, `how-<skillId>`. */
const missingFrom = (
  { vouchings }: VouchRequestRecord,
  { answers, language }: { answers: ReadonlyMap<string, OneAnswer>; language: Language },
): FieldProblem[] =>
  vouchings.flatMap(({ skillId, uri, labels }) => {
    const values = { skill: labelIn(labels, language) };
    const given = answers.get(uri);
    if (!given) return [{ field: `answer-${skillId}`, message: 'vouch.answer.choose', values }];
    const isMissing = given.answer === 'seen' && given.how === '';
    return isMissing ? [{ field: `how-${skillId}`, message: 'vouch.answer.noHow', values }] : [];
  });

/** `isOpen`: there is something to take back, for which the link still opens. */
export type Answered = WrittenRequest & { isOpen: boolean };

type Voucher = { name: string; role: string; email: string | null };

const writeAnswers = async (
  work: WorkAs<Actor | Guest>,
  request: VouchRequestRecord,
  { answers, voucher }: { answers: readonly OneAnswer[]; voucher: Voucher },
): Promise<Answered> => {
  if (!mayMove('answer', { state: request.state, side: 'voucher' })) throw new Problem('notNow');
  if (request.vouchings.length === 0) throw notFound();
  const given = new Map(answers.map((one) => [one.skill, one]));
  const fields = missingFrom(request, { answers: given, language: work.actor.language });
  const hasSeen = answers.some(({ answer }) => answer === 'seen');
  if (hasSeen && voucher.name === '') fields.push({ field: 'name', message: 'form.required' });
  if (fields.length > 0) throw new Problem('badInput', { fields });
  // Who has seen nothing leaves nothing of themselves behind.
  const shown = hasSeen ? { voucherName: voucher.name, voucherRole: voucher.role } : {};
  const reach = hasSeen ? {} : { letterEmail: null, secretHash: null };
  const address = hasSeen && voucher.email ? { letterEmail: voucher.email.toLowerCase() } : {};
  const written = await updateRequest(work, request, { answeredAt: work.now, ...shown, ...reach, ...address });
  for (const { id, uri, skillId, state: before, version } of request.vouchings) {
    const one = given.get(uri);
    const state = one && vouchingAfter(one.answer, { state: before, side: 'voucher' });
    if (!one || !state) throw badField(`answer-${skillId}`, 'form.choose');
    const said = one.answer === 'seen' ? { how: one.how, since: one.since, until: one.until } : {};
    await work.tx
      .updateTable('vouching')
      .set({ state, ...said, answeredAt: work.now, version: version + 1 })
      .where('cityId', '=', work.cityId)
      .where('id', '=', id)
      .execute();
  }
  // What the customer has hidden or dropped meanwhile was not asked: it leaves the request.
  await work.tx
    .deleteFrom('vouching')
    .where('cityId', '=', work.cityId)
    .where('requestId', '=', request.id)
    .where('state', '=', 'asked')
    .execute();
  work.emit('vouchAnswered', { requestId: request.id });
  return { ...written, isOpen: hasSeen };
};

/**
 * Answers a request by its link, once: for each skill asked about seen, cannot say, or no thanks. Throws "not found" for a link that does not
 * open, badInput with a field for each answer that is missing.
 */
export const answerByLink = async (
  work: GuestWork,
  { secret, answers, ...voucher }: z.output<typeof guestAnswersInput> & { secret: string },
): Promise<Answered> => {
  const request = await loadByLink(work, secret, { action: 'answer', why: 'answered by a link' });
  return writeAnswers(work, request, { answers, voucher });
};

/** The same inside Tuttu, by the adviser who was asked, under their own name. */
export const answerAsAdviser = async (
  work: Work,
  { requestId, version, answers }: z.output<typeof answersInput> & { requestId: string; version: number },
): Promise<Answered> => {
  const request = await loadRequest(work, requestId, { action: 'answer', why: 'answered what was asked' });
  if (request.version !== version)
    throw new Problem('changedMeanwhile', { current: { id: request.id, version: request.version } });
  return writeAnswers(work, request, { answers, voucher: { name: work.actor.name, role: '', email: null } });
};
