import { expect, test } from 'vitest';
import { aSkill, aVocabulary } from '../vocabulary/fixtures.ts';
import { dimensions } from './features.ts';
import { trainingPairs } from './pairs.ts';
import { recipe, train } from './train.ts';
import { embed, quantise, type Vectors } from './vectors.ts';

// Forty things, each with a name in the three languages that share no letters' order: what is near was learnt, not spelled alike.
const things = Array.from({ length: 40 }, (_, at) => String.fromCharCode(97 + (at % 20), 107 + Math.floor(at / 20)));
const vocabulary = aVocabulary(
  things.map((thing, at) =>
    aSkill(`s${at}`, {
      fi: `${thing}lo tehdä`,
      sv: `göra ${at}${thing[1]}rik`,
      en: `doing q${at}zz`,
      names: { fi: [], sv: [], en: [`handling q${at}zz`] },
    }),
  ),
);
const pairs = trainingPairs(vocabulary);
const quick = { ...recipe, epochs: 20, batch: 32 };

const cosine = (vectors: Vectors, one: string, other: string): number => {
  const [a, b] = [embed(vectors, one), embed(vectors, other)];
  return a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);
};

test('pairs join names, other names, languages and descriptions of skills and occupations', () => {
  expect(pairs).toHaveLength(40 * 4);
  const described = aVocabulary([aSkill('a', { fi: 'leipoa', description: { fi: 'Tehdä leipää.', sv: '', en: '' } })]);
  const baker = { uri: 'http://example.org/baker', skills: [], names: { fi: [], sv: [], en: ['bread baker'] } };
  const empty = { fi: '', sv: '', en: '' };
  const occupations = [{ ...baker, labels: { fi: 'leipuri', sv: 'bagare', en: 'baker' }, description: empty }];
  expect(trainingPairs({ ...described, occupations })).toHaveLength(1 + 4);
});

test('what people say is paired with the names of its skills and with itself in the other languages', () => {
  const texts = { fi: 'uudet oppii multa', sv: 'nya lär av mig', en: 'new ones learn from me' };
  const saying = { texts, skills: ['s1', 'gone'].map((id) => `http://example.org/skill/${id}`), cities: undefined };
  const idle = { ...saying, skills: [] };
  const all = trainingPairs(vocabulary, [saying, idle]);
  expect(all).toHaveLength(pairs.length + 3 + 3);
  expect(all.slice(pairs.length).map(({ concept }) => concept)).toEqual([1, 1, 1, 40, 40, 40]);
});

test('the same thing in another language, and by another name, comes near; other things stay away', () => {
  const vectors = quantise(train(pairs, quick));
  const nearest = (text: string, language: 'fi' | 'sv' | 'en') =>
    vocabulary.skills
      .map(({ labels, uri }) => ({ uri, near: cosine(vectors, text, labels[language]) }))
      .sort((a, b) => b.near - a.near)[0]?.uri;
  const right = vocabulary.skills.filter(
    ({ uri, labels }) => nearest(labels.fi, 'sv') === uri && nearest(labels.en, 'fi') === uri,
  );
  expect(right.length).toBeGreaterThan(36);
});

test('the same pairs give the same bytes, another seed others', () => {
  const once = train(pairs, { ...quick, epochs: 1 });
  expect(Buffer.from(train(pairs, { ...quick, epochs: 1 }).buffer).equals(Buffer.from(once.buffer))).toBe(true);
  expect(train(pairs, { ...quick, epochs: 1, seed: 1 })).not.toEqual(once);
});

test('words nothing was learnt of mean nothing, and a byte a number is near enough', () => {
  const floats = train(pairs, { ...quick, epochs: 2 });
  const vectors = quantise(floats);
  expect(embed(vectors, 'wwwwwwww xxxxxxxx').some((value) => value !== 0)).toBe(false);
  const row = floats.findIndex((value) => value !== 0);
  const from = Math.floor(row / dimensions) * dimensions;
  const scale = vectors.scales[from / dimensions] ?? 0;
  for (let d = 0; d < dimensions; d += 1)
    expect(Math.abs((floats[from + d] ?? 0) - scale * (vectors.rows[from + d] ?? 0))).toBeLessThanOrEqual(
      scale / 2 + 1e-6,
    );
});

test('an empty vocabulary trains to nothing', () => {
  expect(train([], quick).some((value) => value !== 0)).toBe(false);
});
