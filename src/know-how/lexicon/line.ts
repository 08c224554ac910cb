import { z } from 'zod';
import { cueFault } from './cue.ts';

const fewestCues = 3;
const skill = z
  .string()
  .regex(
    /^https?:\/\/\S+$/,
    'is not the address of a skill: write its whole URI, http://data.europa.eu/esco/skill/...',
  );
const city = z.string().regex(/^[a-z][a-z0-9-]*$/, 'is not the id of a city: see `tuttu city list`');

const cue = z
  .string()
  .min(1, 'is empty: write words or take it away')
  .superRefine((text, at) => {
    const fault = text === '' ? undefined : cueFault(text);
    if (fault) at.addIssue({ code: 'custom', message: fault });
  });

const cues = z
  .array(cue, 'is missing: give a list of cues, ["first cue", "second cue", ...]')
  .superRefine((list, at) => {
    const twice = list.find((one, place) => list.indexOf(one) !== place);
    if (twice !== undefined) at.addIssue({ code: 'custom', message: `"${twice}" stands twice: take one away` });
  });
const enough = cues.refine((list) => list.length >= fewestCues, `has too few cues: give at least ${fewestCues}`);

const question = z
  .string('is missing: ask in Finnish, Swedish and English')
  .refine((text) => text.trim() !== '', 'is empty: ask in Finnish, Swedish and English')
  .refine((text) => text.length <= 120, 'is too long: ask in at most 120 signs')
  .refine((text) => text === text.normalize('NFC'), 'is not in composed form: normalise the file to Unicode NFC');

const id = z
  .string('is missing: give the activity a name of its own, such as "care-parent"')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a name: use small letters, digits and hyphens, such as "care-parent"');
const cities = z.array(city).min(1, 'is empty: name the cities, or take "cities" away for all').optional();

const activity = z.strictObject({
  id,
  theme: z.string('is missing: say the theme, such as "care"').min(1, 'is empty: say the theme, such as "care"'),
  fi: enough,
  sv: enough,
  en: enough,
  skills: z
    .array(skill, 'is missing: give a list of skills, ["http://data.europa.eu/esco/skill/...", ...]')
    .min(2, 'has too few: give two to six skills, the most central first')
    .max(6, 'has too many: give two to six skills, the most central first')
    .refine((list) => new Set(list).size === list.length, 'names a skill twice: take one away'),
  ask: z.strictObject({ fi: question, sv: question, en: question }, 'is missing: ask in Finnish, Swedish and English'),
  unless: z.strictObject({ fi: cues.optional(), sv: cues.optional(), en: cues.optional() }).optional(),
  cities,
});

const off = z.strictObject({ id, off: z.literal(true, 'is written "off": true, or not at all'), cities });

const said = z
  .string('is missing: say it in Finnish, Swedish and English')
  .refine((text) => text.trim().length >= 8, 'is too short: say a clause, as people would')
  .refine((text) => text.length <= 300, 'is too long: say one clause, in at most 300 signs')
  .refine((text) => text === text.normalize('NFC'), 'is not in composed form: normalise the file to Unicode NFC');

const saying = z.strictObject({
  fi: said,
  sv: said,
  en: said,
  skills: z
    .array(skill, 'is missing: give a list of skills, or [] where it tells of none')
    .max(6, 'has too many: give at most six skills, the most central first')
    .refine((list) => new Set(list).size === list.length, 'names a skill twice: take one away'),
  cities,
});

/** A line of a file of sayings. */
export type SayingLine = z.infer<typeof saying>;

/** A line of a lexicon's file: an activity, or the switching off of one that comes with the product. */
export type LexiconLine = z.infer<typeof activity> | z.infer<typeof off>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const faultOf = (issue: z.core.$ZodIssue | undefined): { field: string | undefined; reason: string } => {
  if (issue?.code === 'unrecognized_keys')
    return { field: issue.keys[0], reason: 'is not known here: check how it is spelled' };
  const field = issue?.path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join(' ');
  return { field: field || undefined, reason: issue?.message ?? 'is not as expected' };
};

type Read<Line> = { line: Line } | { fault: { field: string | undefined; reason: string } };

const parsedBy = <Line>(schemaOf: (value: unknown) => z.ZodType<Line>, json: string): Read<Line> => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { fault: { field: undefined, reason: `is not JSON: ${reason}. One entry stands on one line` } };
  }
  const checked = schemaOf(value).safeParse(value);
  return checked.success ? { line: checked.data } : { fault: faultOf(checked.error.issues[0]) };
};

/** Reads one line. A fault names the field it is in (`cities`, `sv 3`: the third of `sv`) and says what to do. */
export const readLine = (json: string): Read<LexiconLine> =>
  parsedBy<LexiconLine>((value) => (isObject(value) && 'off' in value ? off : activity), json);

/** Reads one line of a file of sayings; faults as `readLine`. */
export const readSaying = (json: string): Read<SayingLine> => parsedBy(() => saying, json);
