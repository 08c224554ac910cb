import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { languages } from '../kernel/languages.ts';
import { productFolder } from '../kernel/root.ts';
import type { Work } from '../kernel/work.ts';
import {
  addExperience,
  addLanguageSkill,
  addLicence,
  experienceInput,
  keepAllOfStory,
  keptSkills,
  type Level,
  languageInput,
  levels,
  licenceInput,
  skillLabels,
  tellLevel,
  tellWishes,
  wishesInput,
} from '../know-how/index.ts';

/** What some of the demo's people have told beside their stories; the file has them in the short forms below. */
const profiles = z.array(
  z.object({
    key: z.string(),
    experiences: z.array(z.record(z.string(), z.unknown())),
    languages: z.array(z.tuple([z.string(), z.string()])),
    licences: z.array(z.tuple([z.string(), z.string(), z.string().nullable()])),
    wishes: z.object({ what: z.array(z.string()), where: z.string(), notWanted: z.string() }),
    /** Part of a kept skill's name, and how well: the first part that fits counts. */
    levels: z.array(z.tuple([z.string(), z.literal(levels)])),
  }),
);

type DemoProfile = z.output<typeof profiles>[number];

const read = (): Map<string, DemoProfile> => {
  const text = readFileSync(join(productFolder, 'src/demo/stories/profiles.json'), 'utf8');
  return new Map(profiles.parse(JSON.parse(text)).map((one) => [one.key, one]));
};

let known: Map<string, DemoProfile> | undefined;

const tellExperiences = async (work: Work, { experiences }: DemoProfile): Promise<void> => {
  for (const one of experiences) {
    const told = experienceInput.parse({ language: languages.find((l) => l === work.actor.language), ...one });
    const { storyId, suggestions } = await addExperience(work, told);
    if (storyId && suggestions > 0) await keepAllOfStory(work, { storyId, version: 1 });
  }
};

const tellLevels = async (work: Work, customerId: string, profile: DemoProfile): Promise<void> => {
  const kept = await keptSkills(work.tx, work.cityId, customerId);
  const labels = skillLabels(
    work.services.vocabulary,
    kept.map(({ skillId }) => skillId),
    work.actor.language,
  );
  const told = new Map<string, Level>();
  for (const { knowHowId, skillId } of kept) {
    const label = labels.get(skillId)?.toLowerCase() ?? '';
    const [, level] = profile.levels.find(([part]) => label.includes(part)) ?? [];
    if (level) told.set(knowHowId, level);
  }
  const rows = await work.tx
    .selectFrom('knowHow')
    .select(['id', 'version'])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .execute();
  for (const { id, version } of rows) {
    const level = told.get(id);
    if (level) await tellLevel(work, { knowHowId: id, version, level });
  }
};

/** Tells what somebody of the demo has of a profile, through the use cases of the pages; nothing for those the file does not know. */
export const tellDemoProfile = async (work: Work, key: string, customerId: string): Promise<void> => {
  known ??= read();
  const profile = known.get(key);
  if (!profile) return;
  await tellExperiences(work, profile);
  for (const [code, level] of profile.languages) await addLanguageSkill(work, languageInput.parse({ code, level }));
  for (const [kind, code, untilOn] of profile.licences)
    await addLicence(work, licenceInput.parse({ kind, code, untilOn }));
  const { what, where, notWanted } = profile.wishes;
  const wishes = wishesInput.parse({ what: what.map((text) => ({ text })), where, notWanted });
  await tellWishes(work, { ...wishes, version: 0 });
  await tellLevels(work, customerId, profile);
};
