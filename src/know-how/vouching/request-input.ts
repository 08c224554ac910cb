import { z } from 'zod';
import { emailInput } from '../../kernel/account.ts';
import { adviserOf } from '../../kernel/advisers.ts';
import { languages } from '../../kernel/languages.ts';
import { badField } from '../../kernel/problem.ts';
import { line, personName, words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { chosenSkills, keptChosen } from './kept-chosen.ts';
import { mostAsked } from './rules.ts';
import { vouchRelations } from './tables.ts';

/** How the request reaches the other: a letter with the link, a link to hand over, or inside Tuttu. */
export const vouchWays = ['mail', 'link', 'adviser'] as const;
export const vouchNames = ['fullName', 'firstName'] as const;

export const vouchRequestInput = z.object({
  /** Of my kept know-how, by URI. */
  skills: chosenSkills(mostAsked),
  way: z.enum(vouchWays, 'form.choose'),
  /** Whom I ask; left empty when it is my adviser. */
  askedName: personName({ least: 0 }),
  email: emailInput.default(null),
  relation: z.enum(vouchRelations, 'form.choose'),
  nameShown: z.enum(vouchNames, 'form.choose'),
  whatFor: line(200, { least: 0 }).default(''),
  message: words(1000, { least: 0 }).default(''),
  language: z.enum(languages, 'form.choose'),
});
export type VouchRequestInput = z.output<typeof vouchRequestInput>;

const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

/** Who is asked, and where they are reached. Throws badField for what is missing. */
const reachOf = async (work: Work, customerId: string, { way, askedName, email, relation }: VouchRequestInput) => {
  if (way === 'adviser') {
    const adviser = await adviserOf(work, customerId);
    if (!adviser) throw badField('way', 'vouch.form.noAdviser');
    return { askedName: adviser.name, adviserId: adviser.personId, letterEmail: null, relation: 'adviser' as const };
  }
  if (askedName === '') throw badField('askedName', 'form.required');
  if (way === 'mail' && !email) throw badField('email', 'form.required');
  return { askedName, relation, adviserId: null, letterEmail: way === 'mail' ? (email?.toLowerCase() ?? null) : null };
};

/** What a request is written with: its columns, and the skills it asks about. */
export const requestRow = async (work: Work, me: { id: string; name: string }, input: VouchRequestInput) => {
  const skillIds = await keptChosen(work, me.id, input.skills);
  const { whatFor, message, language } = input;
  const nameShown = input.nameShown === 'firstName' ? firstName(me.name) : me.name;
  return { skillIds, row: { ...(await reachOf(work, me.id, input)), nameShown, whatFor, message, language } };
};
