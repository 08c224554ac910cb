import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { newId } from '../../kernel/ids.ts';
import { productFolder } from '../../kernel/root.ts';
import { createSay } from '../../kernel/say.ts';
import { catalogues } from '../../messages/index.ts';
import { toEuropass } from './europass.ts';
import { uris, wholeProfile } from './fixtures.ts';
import { toJobMarket } from './job-market.ts';
import { shownOf } from './shown.ts';

// Against schemas written by others, where the folder with them is there.
const standards = join(productFolder, '..', 'shared', 'data', 'standards');
const isThere = existsSync(standards);
if (!isThere) console.warn(`Skipped: the checks against others' schemas, for ${standards} is not there.`);

const say = createSay(catalogues);
const now = new Date('2026-03-02T09:00:00Z');
const europass = () => toEuropass(shownOf(wholeProfile), { language: 'fi', say, newId, now });
const read = (...path: string[]) => readFileSync(join(standards, ...path), 'utf8');

/** The part of the W3C's context of credentials (Recommendation of 2019) that these documents use. */
const credentials = {
  '@context': {
    id: '@id',
    type: '@type',
    VerifiableCredential: 'https://www.w3.org/2018/credentials#VerifiableCredential',
    credentialSchema: { '@id': 'https://www.w3.org/2018/credentials#credentialSchema', '@type': '@id' },
    credentialSubject: { '@id': 'https://www.w3.org/2018/credentials#credentialSubject', '@type': '@id' },
    evidence: { '@id': 'https://www.w3.org/2018/credentials#evidence', '@type': '@id' },
    issuanceDate: 'https://www.w3.org/2018/credentials#issuanceDate',
    issuer: { '@id': 'https://www.w3.org/2018/credentials#issuer', '@type': '@id' },
  },
};

const quadsOf = async (document: object): Promise<Store> => {
  const contexts: Record<string, object> = {
    'https://www.w3.org/2018/credentials/v1': credentials,
    'http://data.europa.eu/snb/model/context/edc-ap': JSON.parse(read('elm', 'edc-ap-context.jsonld')),
  };
  const documentLoader = async (url: string) => {
    const found = contexts[url];
    if (!found) throw new Error(`no context ${url}`);
    return { contextUrl: undefined, documentUrl: url, document: found };
  };
  const quads = await jsonld.toRDF(document as never, { format: 'application/n-quads', documentLoader } as never);
  return new Store(new Parser({ format: 'N-Quads' }).parse(String(quads)));
};

const faultsOf = async (document: object): Promise<string[]> => {
  const shapes = new Store(new Parser().parse(read('elm', 'EDC-generic-full.ttl')));
  const report = await new SHACLValidator(shapes as never, {
    // The file names a second one that it builds on, which is not at hand.
    importGraph: async () => new Store() as never,
  }).validate((await quadsOf(document)) as never);
  return report.results.map(
    ({ path, focusNode, message }) => `${focusNode?.value} ${path?.value} ${message.map(({ value }) => value).join()}`,
  );
};

describe.skipIf(!isThere)('against the schemas of others', () => {
  test('Europass: a credential that the SHACL of European Digital Credentials finds nothing in', async () => {
    expect(await faultsOf(europass())).toEqual([]);
  });

  test('the same check finds a skill of no scheme, a language of none, and a missing credential profile', async () => {
    const text = JSON.stringify(europass());
    const bad = (from: string, to: string) => faultsOf(JSON.parse(text.replaceAll(from, to)));
    expect(await bad('http://data.europa.eu/esco/concept-scheme/skills', 'http://example.org/none')).not.toEqual([]);
    expect(await bad('authority/language"', 'authority/other"')).not.toEqual([]);
    expect(await bad('"credentialProfiles"', '"other"')).not.toEqual([]);
  });

  test('Europass: skills, experiences and what shows them are there as the model says', async () => {
    const quads = await quadsOf(europass());
    const elm = 'http://data.europa.eu/snb/model/elm/';
    const skills = quads.getObjects(null, `${elm}relatedESCOSkill`, null).map(({ value }) => value);
    expect(skills.sort()).toEqual([uris.care, uris.work].sort());
    expect(quads.getSubjects(null, `${elm}LearningActivity`, null).length).toBe(3);
    expect(quads.getObjects(null, `${elm}influences`, null).length).toBe(2);
  });

  test('Job Market Finland: P51 takes it', () => {
    const check = jobMarketSchema('P51-tmt-profile-tuonti-V1.yaml', 'FullProfileDto_ExternalPut');
    expect(check(toJobMarket(shownOf(wholeProfile)))).toEqual([]);
    expect(check({ ...toJobMarket(wholeProfile), languageSkills: [{ code: 'finnish', level: 'native' }] })).not.toEqual(
      [],
    );
  });

  test("Job Market Finland's own example is refused by its schema as published and taken by it as we read it", () => {
    const { generalInfo, ...rest } = JSON.parse(read('tmt-profile', 'mock-profile.json'));
    // Its times of writing are a digit longer than it allows itself.
    const example = { ...rest, generalInfo: { ...generalInfo, meta: {} } };
    expect(jobMarketSchema('P60-tmt-profile-haku-V1.yaml', 'FullProfileDto_ExternalGet', false)(example)).not.toEqual(
      [],
    );
    expect(jobMarketSchema('P60-tmt-profile-haku-V1.yaml', 'FullProfileDto_ExternalGet')(example)).toEqual([]);
  });
});

type Schema = { [key: string]: unknown };

/**
 * The published schema forbids what its service sends: a text in languages is an object without any property allowed, and the pattern of days
 * is the letters "yyyy-MM-dd". Read here as meant: texts by language, days by their format.
 */
const asMeant = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(asMeant);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { additionalProperties, pattern, ...rest } = schema as Schema;
  const isTextInLanguages = additionalProperties === false && !('properties' in rest);
  const kept: Schema = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, asMeant(value)]));
  if (pattern !== undefined && pattern !== 'yyyy-MM-dd') kept.pattern = pattern;
  if (!isTextInLanguages) return additionalProperties === undefined ? kept : { ...kept, additionalProperties };
  const text = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
  return { type: 'object', additionalProperties: false, properties: { fi: text, sv: text, en: text } };
};

const jobMarketSchema = (file: string, name: string, isAsMeant = true) => {
  const { components } = parseYaml(read('tmt-profile', file));
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'api', components: isAsMeant ? asMeant(components) : components });
  const validate = ajv.compile({ $ref: `api#/components/schemas/${name}` });
  return (document: object): string[] => {
    validate(document);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
};
