import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../access/access.ts';
import { personOf } from '../actor.ts';
import { mostInteger } from '../numbers.ts';
import { Problem } from '../problem.ts';
import { readTerms } from '../terms.ts';
import type { Work } from '../work.ts';
import { type NoticeAbout, noticeAbouts } from './kinds.ts';
import { type Choice, paces, usualChoice } from './rules.ts';
import { isSilent, type ReachTrouble, reachTroubleOf } from './ways.ts';

export type OwnReach = {
  email: string | null;
  /** E.164; null where they have given none. */
  number: string | null;
  isConfirmed: boolean;
  /** A code has been sent and can still be answered. */
  isCodeOpen: boolean;
  /** Text messages go out of this city's Tuttu at all. */
  canText: boolean;
  isSilent: boolean;
  trouble: ReachTrouble | null;
  choices: ({ about: NoticeAbout } & Choice)[];
  /** Local hours; `isOwn`: chosen, else the city's. */
  quiet: { from: number; until: number; alsoMail: boolean; isOwn: boolean };
  version: number;
};

type Row = Pick<OwnReach, 'email' | 'number' | 'isConfirmed' | 'isCodeOpen' | 'isSilent' | 'trouble'> & {
  quietFrom: number | null;
  quietUntil: number | null;
  quietMail: boolean;
  version: number;
};

/** The actor's right to what concerns themselves, in whatever role. */
export const ownReach = (work: Work, action: 'read' | 'write', why: string): void => {
  const { customerId } = work.actor;
  access.authorise(work, { section: 'reach', action, why, relations: ['own'], customerId });
};

/** The version of somebody who has chosen nothing and given no number: there is no row. */
const nothingYet = 1;

const findOwn = async (work: Work): Promise<Row> => {
  const { tx, cityId, actor, now, today } = work;
  const { noticeFailuresMost } = await readTerms(tx, { cityId, names: ['noticeFailuresMost'], today });
  const { rows } = await sql<Row>`
    select p.email, w.number, w.confirmed_at is not null as is_confirmed, coalesce(w.code_until > ${now}, false) as is_code_open, ${isSilent} as is_silent,
      ${reachTroubleOf(noticeFailuresMost)} as trouble, w.quiet_from, w.quiet_until, coalesce(w.quiet_mail, false) as quiet_mail, coalesce(w.version, ${nothingYet}) as version
    from city_person p
    left join reach w on w.city_id = p.city_id and w.person_id = p.person_id
    where p.city_id = ${cityId} and p.person_id = ${personOf(actor)}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Problem('notFound');
  return row;
};

const usualFor = ({ email, isSilent: silent }: Row): Choice => ({ ...usualChoice, bySms: email === null && !silent });

/** How the actor is reached: their ways, what they want to hear of and how, quiet hours, and what is amiss. */
export const readOwnReach = async (work: Work): Promise<OwnReach> => {
  ownReach(work, 'read', 'how I am reached');
  const { tx, cityId, actor, today } = work;
  const row = await findOwn(work);
  const chosen = await tx
    .selectFrom('noticeChoice')
    .select(['about', 'byMail', 'bySms', 'pace'])
    .where('cityId', '=', cityId)
    .where('personId', '=', personOf(actor))
    .execute();
  const terms = await readTerms(tx, { cityId, names: ['noticeQuietFromHour', 'noticeQuietUntilHour'], today });
  const { quietFrom, quietUntil, quietMail, ...own } = row;
  return {
    ...own,
    canText: work.services.canText,
    choices: noticeAbouts.map((about) => ({
      ...usualFor(row),
      ...chosen.find((one) => one.about === about),
      about,
    })),
    quiet: {
      from: quietFrom ?? terms.noticeQuietFromHour,
      until: quietUntil ?? terms.noticeQuietUntilHour,
      alsoMail: quietMail,
      isOwn: quietFrom !== null,
    },
  };
};

const hour = z.coerce.number('form.choose').int('form.choose').min(0, 'form.choose').max(23, 'form.choose');

export const reachChoices = z.object({
  choices: z
    .array(
      z.object({
        about: z.enum(noticeAbouts),
        byMail: z.boolean(),
        bySms: z.boolean(),
        pace: z.enum(paces, 'form.choose'),
      }),
    )
    .max(noticeAbouts.length)
    .refine((all) => new Set(all.map(({ about }) => about)).size === all.length, 'form.check'),
  /** Local hours, 0 to 23; the same twice: no quiet hours. */
  quietFrom: hour,
  quietUntil: hour,
  quietMail: z.boolean(),
});

export const chooseReachInput = reachChoices.extend({ version: z.number().int().max(mostInteger) });

/** Saves over the version that was read; who has no row yet read the version of none. Throws changedMeanwhile. */
export const saveReach = async (
  work: Work,
  version: number,
  set: Partial<{
    number: string | null;
    confirmedAt: Date | null;
    codeHash: Buffer | null;
    codeUntil: Date | null;
    codeTries: number;
    quietFrom: number;
    quietUntil: number;
    quietMail: boolean;
  }>,
): Promise<{ version: number }> => {
  const { tx, cityId, actor } = work;
  const empty = {
    ...{ number: null, confirmedAt: null, codeHash: null, codeUntil: null, quietFrom: null, quietUntil: null },
  };
  const changed = await tx
    .updateTable('reach')
    .set({ ...set, version: version + 1 })
    .where('cityId', '=', cityId)
    .where('personId', '=', personOf(actor))
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  const saved =
    changed ??
    (version === nothingYet
      ? await tx
          .insertInto('reach')
          .values({ cityId, personId: personOf(actor), ...empty, ...set, version: nothingYet + 1 })
          .onConflict((conflict) => conflict.columns(['cityId', 'personId']).doNothing())
          .returning('version')
          .executeTakeFirst()
      : undefined);
  if (!saved) throw new Problem('changedMeanwhile', { current: await readOwnReach(work) });
  return saved;
};

/** Chooses what to hear of, by which ways, and when not. Throws changedMeanwhile. */
export const chooseReach = async (
  work: Work,
  { choices, quietFrom, quietUntil, quietMail, version }: z.output<typeof chooseReachInput>,
): Promise<{ version: number }> => {
  ownReach(work, 'write', 'changed how I am reached');
  const { tx, cityId, actor } = work;
  const saved = await saveReach(work, version, { quietFrom, quietUntil, quietMail });
  if (choices.length > 0)
    await tx
      .insertInto('noticeChoice')
      .values(choices.map((choice) => ({ cityId, personId: personOf(actor), ...choice })))
      .onConflict((conflict) =>
        conflict.columns(['cityId', 'personId', 'about']).doUpdateSet(({ ref }) => ({
          byMail: ref('excluded.byMail'),
          bySms: ref('excluded.bySms'),
          pace: ref('excluded.pace'),
        })),
      )
      .execute();
  return saved;
};
