import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { personOf } from '../actor.ts';
import { newId } from '../ids.ts';
import { secretMark } from '../notices.ts';
import { mostInteger } from '../numbers.ts';
import { badField, Problem } from '../problem.ts';
import { readPhoneNumber } from '../sms/phone-number.ts';
import { readTerms } from '../terms.ts';
import type { Work } from '../work.ts';
import { ownReach, saveReach } from './own-reach.ts';

export const phoneInput = z.object({
  /** As people write it; kept as E.164. */
  number: z
    .string()
    .max(40, 'form.tooLong')
    .transform((typed, context) => {
      const number = readPhoneNumber(typed);
      if (number === null) context.addIssue({ code: 'custom', message: 'reach.phone.check' });
      return number ?? '';
    }),
});
export const setPhoneInput = phoneInput.extend({ version: z.number().int().max(mostInteger) });

/** What the database keeps of a code: it tells nothing without the operator's secret. */
const hashCode = ({ services, actor }: Work, number: string, code: string): Buffer =>
  services.secrets.lookup(`telephone ${personOf(actor)} ${number} ${code}`);

const countCodes = async ({ tx, cityId, actor, now }: Work): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from sms
    where city_id = ${cityId} and person_id = ${personOf(actor)} and is_code and created_at > ${new Date(now.getTime() - 24 * 3_600_000)}`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
};

/**
 * Takes a number and sends a code to it; it is used once the code has come back. `say`: the message's text in the reader's language, with `code` where the code
 * comes. Throws notNow where no text messages go out, tooMany after the day's codes, changedMeanwhile.
 */
export const setPhone = async (
  work: Work,
  { number, version, say }: z.output<typeof setPhoneInput> & { say: (code: string) => string },
): Promise<{ version: number }> => {
  ownReach(work, 'write', 'gave a telephone number');
  const { tx, cityId, actor, now, today, services } = work;
  if (!services.canText) throw new Problem('notNow');
  const terms = await readTerms(tx, { cityId, names: ['phoneCodeMinutes', 'phoneCodesADay'], today });
  if ((await countCodes(work)) >= terms.phoneCodesADay) throw badField('number', 'reach.phone.enough');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const saved = await saveReach(work, version, {
    number,
    confirmedAt: null,
    codeHash: hashCode(work, number, code),
    codeUntil: new Date(now.getTime() + terms.phoneCodeMinutes * 60_000),
    codeTries: 0,
  });
  const smsId = newId();
  await tx
    .insertInto('sms')
    .values({
      ...{ cityId, id: smsId, personId: personOf(actor), toNumber: number, language: actor.language, isCode: true },
      text: say(secretMark),
      secretSealed: services.secrets.encryptBytes(Buffer.from(code, 'utf8')),
      ...{ createdAt: now, sentAt: null, failedAt: null },
    })
    .execute();
  work.queue('sms', { smsId });
  return saved;
};

export const codeInput = z.object({
  code: z
    .string()
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'reach.code.six')),
});

export type CodeAnswer = { outcome: 'confirmed' } | { outcome: 'wrong'; left: number } | { outcome: 'over' };

/**
 * Answers with the code that came. A wrong one is counted, so it is an answer and no failure; after so many (term phoneCodeTries), or when its time is over,
 * a new one has to be sent.
 */
export const confirmPhone = async (work: Work, { code }: z.output<typeof codeInput>): Promise<CodeAnswer> => {
  ownReach(work, 'write', 'confirmed a telephone number');
  const { tx, cityId, actor, now, today } = work;
  const mine = tx.selectFrom('reach').where('cityId', '=', cityId).where('personId', '=', personOf(actor));
  const row = await mine
    .select(['number', 'codeHash', 'codeUntil', 'codeTries', 'version'])
    .forUpdate()
    .executeTakeFirst();
  const { phoneCodeTries } = await readTerms(tx, { cityId, names: ['phoneCodeTries'], today });
  if (!row?.number || !row.codeHash || !row.codeUntil || row.codeUntil <= now || row.codeTries >= phoneCodeTries)
    return { outcome: 'over' };
  if (row.codeHash.equals(hashCode(work, row.number, code))) {
    await saveReach(work, row.version, { confirmedAt: now, codeHash: null, codeUntil: null, codeTries: 0 });
    return { outcome: 'confirmed' };
  }
  const codeTries = row.codeTries + 1;
  await saveReach(work, row.version, { codeTries });
  return codeTries < phoneCodeTries ? { outcome: 'wrong', left: phoneCodeTries - codeTries } : { outcome: 'over' };
};

/** Forgets the number: nothing is sent to it any more. Throws notNow where there is none, changedMeanwhile. */
export const removePhone = async (work: Work, { version }: { version: number }): Promise<{ version: number }> => {
  ownReach(work, 'write', 'removed a telephone number');
  const held = await work.tx
    .selectFrom('reach')
    .select(['number', 'version'])
    .where('cityId', '=', work.cityId)
    .where('personId', '=', personOf(work.actor))
    .forUpdate()
    .executeTakeFirst();
  if (held && held.version !== version) throw new Problem('changedMeanwhile');
  if (!held?.number) throw new Problem('notNow');
  return saveReach(work, version, { number: null, confirmedAt: null, codeHash: null, codeUntil: null, codeTries: 0 });
};
