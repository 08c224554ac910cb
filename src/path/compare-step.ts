import { z } from 'zod';
import { badField } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { readStepVersions, type StepVersionView } from './read-step.ts';
import { stepFields } from './rules.ts';
import { type Compared, compareWords } from './sections/compare-words.ts';

const version = z.coerce.number().int().min(1).max(2_147_483_647).optional();

/** Two versions by their numbers. Left out: the latest, and the one before it. */
export const comparedVersions = z.object({ from: version, to: version });

export const compareStepInput = comparedVersions.extend({ stepId: z.string() });

/** What a version says: where the step stands, the text that is agreed on, and what its sides said with it. */
export const comparedFields = ['state', ...stepFields, 'word', 'evidence', 'evidenceLink'] as const;
export type ComparedField = (typeof comparedFields)[number];

export type StepComparison = {
  /** All the actor can choose between, the newest first. */
  versions: Pick<StepVersionView, 'version' | 'at' | 'personName' | 'state'>[];
  from: StepVersionView;
  to: StepVersionView;
  /** Where it stood, every field, and what was said of it, as it was and as it became; `words`: what stayed, went and came. */
  fields: { field: ComparedField; before: string; after: string; words: Compared[] }[];
};

const textOf = (version: StepVersionView, field: ComparedField): string => version[field] ?? '';

/**
 * Any two versions of a step that the actor sees, side by side, whichever is the older. Throws notFound for a step that is not theirs, badInput for a
 * version they do not find.
 */
export const compareStep = async (work: Work, input: z.infer<typeof compareStepInput>): Promise<StepComparison> => {
  const versions = await readStepVersions(work, { stepId: input.stepId });
  const [latest, before] = versions;
  const find = (name: 'from' | 'to', wanted: number | undefined, otherwise: StepVersionView | undefined) => {
    const found = wanted === undefined ? otherwise : versions.find((one) => one.version === wanted);
    if (!found) throw badField(name, 'form.choose');
    return found;
  };
  const to = find('to', input.to, latest);
  const from = find('from', input.from, before ?? latest);
  return {
    versions: versions.map(({ version, at, personName, state }) => ({ version, at, personName, state })),
    from,
    to,
    fields: comparedFields.map((field) => {
      const [was, is] = [textOf(from, field), textOf(to, field)];
      return { field, before: was, after: is, words: compareWords(was, is) };
    }),
  };
};
