import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Numbers a city decides; rows of `term` and `city_term`, each from a day on, with where it stands. */
export const termNames = [
  'vouchLinkDays',
  'vouchLettersMost',
  'vouchAsksADay',
  'vouchAddressDays',
  'suggestionLogDays',
  'askPersonDays',
  'replyPromiseDays',
  'replyFigureDays',
  'matchNoticesAWeek',
  'appointmentNoticeHours',
  'appointmentAheadDays',
  'appointmentBufferMinutes',
  'appointmentsOpenMost',
  'appointmentLateHours',
  'appointmentRemindFirstHours',
  'appointmentRemindLastHours',
  'caseloadNewDays',
  'caseloadUntouchedDays',
  'stepSoonDays',
  'talkSoonDays',
  'latelyDays',
  'afterCareFirstMonths',
  'afterCareSecondMonths',
  'afterCareThirdMonths',
  'afterCareAnswerDays',
  'keepPlanDays',
  'keepMailDays',
  'keepConsentDays',
  'keepUseLogDays',
  'keepRequestDays',
  'correctionDays',
  'erasureDays',
  'keepCertificateDays',
  'keepStatementDays',
  'keepDecisionDays',
  'keepOtherDays',
  'filesADay',
  'stepLeftDays',
  'invitationDays',
  'invitationDaysMost',
  'invitationsOpenMost',
  'noticeQuietFromHour',
  'noticeQuietUntilHour',
  'noticeDigestHour',
  'noticeCoolMost',
  'noticeCoolHours',
  'noticeFailuresMost',
  'phoneCodeMinutes',
  'phoneCodeTries',
  'phoneCodesADay',
  'keepDraftDays',
  'handOverDays',
] as const;
export type TermName = (typeof termNames)[number];

export type Term = {
  value: number;
  fromOn: string;
  /** Who decided it and where that can be read. */
  source: string;
};

/** What holds in a city on a day (YYYY-MM-DD): the city's own decision, else what holds everywhere. */
export const readTerm = async (
  tx: Tx,
  { cityId, name, today }: { cityId: string; name: TermName; today: string },
): Promise<Term> => {
  const { rows } = await sql<Term>`
    select value, from_on, source from (
      select value, from_on, source, 1 as own from city_term where city_id = ${cityId} and name = ${name} and from_on <= ${today}
      union all
      select value, from_on, source, 0 from term where name = ${name} and from_on <= ${today}) held
    order by own desc, from_on desc limit 1`.execute(tx);
  const [term] = rows;
  if (!term) throw new Error(`No term "${name}" on ${today}`);
  return term;
};

/** The values of several terms in a city on a day, by one question. */
export const readTerms = async <Name extends TermName>(
  tx: Tx,
  { cityId, names, today }: { cityId: string; names: readonly Name[]; today: string },
): Promise<Record<Name, number>> => {
  const { rows } = await sql<{ name: Name; value: number }>`
    select distinct on (name) name, value from (
      select name, value, from_on, 1 as own from city_term where city_id = ${cityId} and name = any(${[...names]}::text[]) and from_on <= ${today}
      union all
      select name, value, from_on, 0 from term where name = any(${[...names]}::text[]) and from_on <= ${today}) held
    order by name, own desc, from_on desc`.execute(tx);
  const missing = names.find((name) => !rows.some((row) => row.name === name));
  if (missing) throw new Error(`No term "${missing}" on ${today}`);
  return Object.fromEntries(rows.map(({ name, value }) => [name, value])) as Record<Name, number>;
};

/** All terms that hold in a city on a day, by name, each with where it stands. */
export const termsInForce = async (
  tx: Tx,
  { cityId, today }: { cityId: string; today: string },
): Promise<Record<TermName, Term>> => {
  const { rows } = await sql<Term & { name: string }>`
    select distinct on (name) name, value, from_on, source from (
      select name, value, from_on, source, 1 as own from city_term where city_id = ${cityId} and from_on <= ${today}
      union all
      select name, value, from_on, source, 0 from term where from_on <= ${today}) held
    order by name, own desc, from_on desc`.execute(tx);
  const held = new Map(rows.map(({ name, ...term }) => [name, term]));
  const missing = termNames.find((name) => !held.has(name));
  if (missing) throw new Error(`No term "${missing}" on ${today}`);
  return Object.fromEntries(termNames.map((name) => [name, held.get(name)])) as Record<TermName, Term>;
};

/** Between which numbers a city decides, both included; `bound`: the law that says so, empty where none does. */
export type TermBounds = { least: number; most: number; bound: string };

/** The limits of a term on a day (YYYY-MM-DD). */
export const termBounds = async (tx: Tx, { name, day }: { name: TermName; day: string }): Promise<TermBounds> => {
  const bounds = await tx
    .selectFrom('term')
    .select(['least', 'most', 'bound'])
    .where('name', '=', name)
    .where('fromOn', '<=', day)
    .orderBy('fromOn', 'desc')
    .executeTakeFirst();
  if (!bounds) throw new Error(`No term "${name}" on ${day}`);
  return bounds;
};

/** Decides a city's own term from a day on; deciding again for the same day replaces it. */
export const setTerm = async (
  tx: Tx,
  term: { cityId: string; name: TermName; fromOn: string; value: number; source: string },
): Promise<void> => {
  await tx
    .insertInto('cityTerm')
    .values(term)
    .onConflict((conflict) =>
      conflict.columns(['cityId', 'name', 'fromOn']).doUpdateSet({ value: term.value, source: term.source }),
    )
    .execute();
};

export const isTermName = (text: string): text is TermName => termNames.some((name) => name === text);
