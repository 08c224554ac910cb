import { z } from 'zod';
import { languages } from '../../kernel/languages.ts';
import { line, words } from '../../kernel/words.ts';
import { experienceKinds, mostOf, partDay } from './portable.ts';
import { endsBeforeItBegins } from './rules.ts';

const time = partDay.nullable().default(null);

/** An experience as its customer tells it. What goes on has no end. */
export const experienceInput = z
  .object({
    kind: z.enum(experienceKinds, 'form.choose'),
    title: line(mostOf.title),
    place: line(mostOf.place, { least: 0 }).default(''),
    from: time,
    to: time,
    isOngoing: z.boolean().default(false),
    did: words(mostOf.did, { least: 0 }).default(''),
    language: z.enum(languages, 'form.choose'),
  })
  .transform(({ to, ...rest }) => ({ ...rest, to: rest.isOngoing ? null : to }))
  .refine(({ from, to }) => !endsBeforeItBegins(from, to), { path: ['to'], message: 'profile.experience.endsFirst' });

export type ExperienceInput = z.output<typeof experienceInput>;

/** The columns of the table that hold it, all but the text of what was done. */
export const columnsOf = ({ kind, title, place, from, to, isOngoing, language }: ExperienceInput) => ({
  ...{ kind, title, place, isOngoing, language },
  fromOn: from?.on ?? null,
  fromAbout: from?.about ?? false,
  toOn: to?.on ?? null,
  toAbout: to?.about ?? false,
});

/**
 * What is read of an experience to find skills in: what its customer did; of work and studies of which they tell no more, the name
 * (`isTitle`). '' where there is nothing to read. The text of its story is this.
 */
export const toldOf = ({
  kind,
  title,
  did,
}: Pick<ExperienceInput, 'kind' | 'title' | 'did'>): { text: string; isTitle: boolean } => {
  const isTitle = (kind === 'work' || kind === 'study') && (did === '' || did === title);
  return { text: isTitle ? title : did, isTitle };
};
