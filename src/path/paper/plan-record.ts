import { z } from 'zod';
import type { City } from '../../kernel/cities.ts';
import type { Language } from '../../kernel/languages.ts';
import { languages } from '../../kernel/languages.ts';
import type { Say } from '../../kernel/say.ts';
import { confidences, contentKeys, parties, planKinds, sectionKeys } from '../kinds/tables.ts';
import { sectionOwners } from '../sections/tables.ts';
import { owners, stages } from '../tables.ts';
import type { PlanForRegister } from './read-paper.ts';

/** Of the form a plan leaves in. A field that changes its meaning or goes away is a new one, with a schema at an address of its own. */
export const planRecordVersion = 1;
export const planSchemaPath = `/schemas/plan/${planRecordVersion}`;

const day = z.iso.date();
const party = z.enum(parties);

/** A plan as it is handed to the national register: what its parties sign, with who signed what. */
export const planRecord = z
  .strictObject({
    $schema: z.string().describe('Where the schema of this form is read.'),
    schemaVersion: z.literal(planRecordVersion),
    madeAt: z.iso.datetime().describe('When this was read out of Tuttu.'),
    language: z.enum(languages).describe('Of the labels; people’s own words stay in the language they wrote.'),
    city: z.strictObject({ id: z.string(), name: z.string() }),
    customer: z
      .strictObject({ id: z.uuid(), name: z.string() })
      .describe(
        'By the id Tuttu knows them by. The identity code is not in it: who is allowed to hold it joins the two.',
      ),
    kind: z.strictObject({
      code: z.enum(planKinds),
      label: z.string(),
      begunOn: day.describe('The day the plan became of this kind; it goes on by the law of that day.'),
      law: z.string().describe('The act the kind stands on.'),
      source: z.string().describe('Where what is said of the law was read.'),
      confidence: z.enum(confidences).describe('How far that has been checked against the source.'),
      version: z.int().min(0),
    }),
    validity: z.strictObject({
      state: z.enum(['waits', 'inForce', 'over']),
      fromOn: day.nullable(),
      untilOn: day.nullable(),
      validMonths: z.int().nullable(),
      reviewMonths: z.int().nullable(),
    }),
    parties: z.array(
      z.strictObject({
        party,
        name: z.string(),
        personName: z.string().nullable().describe('The customer, or who looks after them for the authority today.'),
        state: z
          .enum(['none', 'stands', 'changed', 'over'])
          .describe('Their latest signature: none yet, of all of this, of what has changed since, or run out.'),
        signature: z
          .strictObject({
            at: z.iso.datetime(),
            personName: z.string(),
            onPaperBy: z.string().nullable().describe('Who signed on paper, seen by personName.'),
            planVersion: z.int().min(1),
          })
          .nullable(),
      }),
    ),
    plan: z.strictObject({
      version: z.int().min(0).describe('The latest that anybody signed; 0 for none.'),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe('Of all parts as they stand: what is signed is this.'),
      missing: z.array(z.enum(contentKeys)).describe('What a plan of this kind has to say and this does not yet.'),
    }),
    goal: z.strictObject({ text: z.string(), version: z.int().min(0) }),
    steps: z
      .array(
        z.strictObject({
          id: z.uuid(),
          title: z.string(),
          why: z.string(),
          owner: z.enum(owners),
          ownerName: z.string().describe('Where the owner is "named"; else empty.'),
          dueOn: day,
          place: z.string(),
          link: z.string(),
          stage: z.enum(stages).nullable().describe('What it leads to.'),
          state: z.enum(['agreed', 'doing', 'done']),
          version: z.int().min(1),
        }),
      )
      .describe('Agreed, under way or done; by day. Ideas and proposals stay in Tuttu.'),
    sections: z
      .array(
        z.strictObject({
          id: z.uuid(),
          owner: z.enum(sectionOwners),
          key: z.enum(sectionKeys).nullable(),
          title: z.string(),
          text: z.string(),
          personName: z.string(),
          changedAt: z.iso.datetime(),
          version: z.int().min(1),
        }),
      )
      .describe('Those all parties see.'),
  })
  .meta({ title: 'A plan from Tuttu', description: 'A plan as its parties sign it, version 1.' });

export type PlanRecord = z.output<typeof planRecord>;

/** The schema as JSON Schema 2020-12, for whoever reads or checks what we hand over. */
export const planSchema = (url: string): Record<string, unknown> => ({
  $id: url + planSchemaPath,
  ...z.toJSONSchema(planRecord),
});

const sectionTitle = (say: Say, language: Language, { key, title }: PlanForRegister['sections'][number]): string =>
  key === null ? title : say(language, `path.content.${key}`);

/** What was read, in the form of the register. Throws where it would not be what the schema promises. */
export const toPlanRecord = (
  { front, goal, steps, sections }: PlanForRegister,
  {
    language,
    say,
    city,
    now,
    url,
  }: { language: Language; say: Say; city: Pick<City, 'id' | 'name'>; now: Date; url: string },
): PlanRecord => {
  const { frame, validity } = front;
  return planRecord.parse({
    $schema: url + planSchemaPath,
    schemaVersion: planRecordVersion,
    madeAt: now.toISOString(),
    language,
    city: { id: city.id, name: city.name[language] },
    customer: { id: front.customer.id, name: front.customer.name },
    kind: {
      code: frame.kind,
      label: say(language, `path.kind.${frame.kind}`),
      begunOn: frame.begunOn,
      law: frame.law,
      source: frame.source,
      confidence: frame.confidence,
      version: frame.version,
    },
    validity: { ...validity, validMonths: frame.validMonths, reviewMonths: frame.reviewMonths },
    parties: front.parties.map(({ party: which, authority, personName, state, signed }) => ({
      party: which,
      name: authority?.[language] ?? say(language, `path.party.${which}`),
      personName,
      state,
      signature: signed && {
        at: signed.at.toISOString(),
        personName: signed.personName,
        onPaperBy: signed.onPaperBy,
        planVersion: signed.version,
      },
    })),
    plan: { version: front.version, sha256: front.sha256, missing: front.missing },
    goal: { text: goal.text, version: goal.version },
    steps: steps.map(({ id, title, why, owner, ownerName, dueOn, place, link, stage, state, version }) => ({
      ...{ id, title, why, owner, ownerName, dueOn, place, link, stage, state, version },
    })),
    sections: sections.map((section) => {
      const { id, owner, key, text, personName, changedAt, version } = section;
      const title = sectionTitle(say, language, section);
      return { id, owner, key, title, text, personName, changedAt: changedAt.toISOString(), version };
    }),
  });
};
