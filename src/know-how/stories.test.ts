import { describe, expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { changeStory } from './change-story.ts';
import { decideKnowHow, keepAllOfStory } from './decide-know-how.ts';
import { deleteStory } from './delete-story.ts';
import { readMyKnowHow, readMyStories } from './queries.ts';
import { readStory, readSuggestions } from './read-story.ts';
import { longestStory } from './rules.ts';
import { tellStory, tellStoryInput } from './tell-story.ts';

const world = await testWorld();
const own = 'Hoidin äitiäni kotona kolme vuotta. Järjestin kyläjuhlat ja leivoin pullaa myyjäisiin.';
const fi = 'fi' as const;

const toldBy = async (text = own) => {
  const customer = await world.aCustomer();
  const story = await world.run(customer.actor, tellStory, { text, language: fi });
  const read = () => world.run(customer.actor, readStory, story.id);
  return { ...customer, story, read };
};

const pick = (found: Awaited<ReturnType<typeof readStory>>['found'], label: string) => {
  const one = found.find((each) => each.label === label);
  if (!one) throw new Error(`${label} is not in ${found.map((each) => each.label).join(', ')}`);
  return one;
};

const rowsOfStory = (storyId: string) =>
  world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('knowHow')
      .select(['state', 'words'])
      .where('cityId', '=', 'turku')
      .where('storyId', '=', storyId)
      .execute(),
  );

describe('telling', () => {
  test('suggests skills with the words each was found in, in the text as it was written', async () => {
    const { read, story } = await toldBy();
    const { text, found, segments } = await read();
    expect(text).toBe(own);
    expect(story.suggestions).toBe(found.length);
    expect(pick(found, 'läheisen hoito kotona')).toMatchObject({
      state: 'suggested',
      words: ['Hoidin äitiäni kotona'],
    });
    expect(pick(found, 'tapahtumien järjestäminen').words).toEqual(['Järjestin kyläjuhlat']);
    expect(segments.map((segment) => segment.text).join('')).toBe(own);
  });

  test('says of each what spoke for it, in parts that add up to its score, by the row it is logged as', async () => {
    const { read, customerId } = await toldBy();
    const { found } = await read();
    expect(found.length).toBeGreaterThan(1);
    for (const { parts, score } of found)
      expect(Object.values(parts).reduce((sum, got) => sum + got, 0)).toBeCloseTo(score ?? -1, 3);
    const logged = await world.database.inCity('turku', (tx) =>
      tx.selectFrom('suggestionLog').select(['id', 'skillId']).where('customerId', '=', customerId).execute(),
    );
    const idOf = new Map(logged.map(({ id, skillId }) => [skillId, id]));
    expect(found.map(({ suggestionId }) => suggestionId)).toEqual(found.map(({ skillId }) => idOf.get(skillId)));
  });

  test('nothing found is no fault', async () => {
    const { story, read } = await toldBy('Hei.');
    expect(story.suggestions).toBe(0);
    expect((await read()).segments).toEqual([{ text: 'Hei.', ids: [] }]);
  });

  test('in another of our languages than the chosen one is read in that, unless its teller changes nothing but the language', async () => {
    const { actor, read, story } = await toldBy('Jag har städat kontor och lagat mat i ett kök.');
    expect(await read()).toMatchObject({ language: 'sv', writtenIn: 'sv' });
    expect(story.suggestions).toBeGreaterThan(0);
    const { text } = await read();
    await world.run(actor, changeStory, { storyId: story.id, version: 1, text, language: fi });
    expect(await read()).toMatchObject({ language: 'fi', writtenIn: 'sv' });
  });

  test('in none of our languages is kept, and said to be so', async () => {
    const { read } = await toldBy('Я працювала кухарем у Харкові десять років, готувала борщ.');
    expect(await read()).toMatchObject({ language: 'fi', writtenIn: 'other', found: [] });
  });

  test('what was kept or dropped is not suggested again; what waits moves to the story told last', async () => {
    const { actor, read } = await toldBy();
    const { found } = await read();
    const [kept, dropped] = [pick(found, 'leipominen'), pick(found, 'tapahtumien järjestäminen')];
    await world.run(actor, decideKnowHow, { knowHowId: kept.id, version: kept.version, decision: 'keep' });
    await world.run(actor, decideKnowHow, { knowHowId: dropped.id, version: dropped.version, decision: 'drop' });
    const again = await world.run(actor, tellStory, { text: own, language: fi });
    const labels = (await world.run(actor, readSuggestions, again.id)).map(({ label }) => label);
    expect(labels).toContain('läheisen hoito kotona');
    expect(labels).not.toContain('leipominen');
    expect(labels).not.toContain('tapahtumien järjestäminen');
    expect((await read()).found.map(({ state }) => state).sort()).toEqual(['dropped', 'kept']);
  });

  test.each([
    ['', 'form.required'],
    ['  \n ', 'form.required'],
    ['a'.repeat(longestStory + 1), 'form.tooLong'],
    ['a\u0000b', 'form.check'],
  ])('refuses a text that cannot be kept', (text, message) => {
    expect(tellStoryInput.safeParse({ text, language: 'fi' }).error?.issues[0]?.message).toBe(message);
  });

  test('takes the longest text, in composed letters', async () => {
    const text = tellStoryInput.parse({
      text: `A\u0308iti ${'hoidin äitiä. '.repeat(400)}`.slice(0, longestStory),
      language: 'fi',
    }).text;
    const { read } = await toldBy(text);
    expect((await read()).text.startsWith('Äiti')).toBe(true);
  });
});

describe('changing', () => {
  test('suggestions follow the text; kept know-how keeps its words where they still stand', async () => {
    const { actor, read, story } = await toldBy();
    const { found } = await read();
    const kept = pick(found, 'läheisen hoito kotona');
    const lost = pick(found, 'leipominen');
    for (const { id, version } of [kept, lost])
      await world.run(actor, decideKnowHow, { knowHowId: id, version, decision: 'keep' });
    const text = 'Viime vuonna korjasin polkupyöriä. Hoidin äitiäni kotona.';
    await world.run(actor, changeStory, { storyId: story.id, version: 1, text, language: fi });
    const now = await read();
    expect(pick(now.found, 'läheisen hoito kotona').because).toEqual([{ start: 35, end: 56 }]);
    expect(pick(now.found, 'polkupyörien korjaus').state).toBe('suggested');
    expect(now.found.map(({ label }) => label)).not.toContain('tapahtumien järjestäminen');
    const mine = await world.run(actor, readMyKnowHow, undefined);
    expect(mine.kept.find(({ label }) => label === 'leipominen')).toMatchObject({ words: [], storyId: null });
  });

  test('who changes an older version is shown the newer one, and nothing is lost', async () => {
    const { actor, story, read } = await toldBy();
    await world.run(actor, changeStory, { storyId: story.id, version: 1, text: 'Ensimmäinen', language: fi });
    const second = world.run(actor, changeStory, { storyId: story.id, version: 1, text: 'Toinen', language: fi });
    await expect(second).rejects.toMatchObject({
      code: 'changedMeanwhile',
      current: { text: 'Ensimmäinen', version: 2 },
    });
    expect((await read()).text).toBe('Ensimmäinen');
  });
});

describe('deleting', () => {
  test('the text goes for good; kept know-how stays without its words, dropped is not suggested again', async () => {
    const { actor, story, read } = await toldBy();
    const { found } = await read();
    const dropped = pick(found, 'leipominen');
    await world.run(actor, decideKnowHow, { knowHowId: dropped.id, version: dropped.version, decision: 'drop' });
    const kept = pick(found, 'tapahtumien järjestäminen');
    await world.run(actor, decideKnowHow, { knowHowId: kept.id, version: kept.version, decision: 'keep' });
    await world.run(actor, deleteStory, { storyId: story.id, version: 1 });
    await expect(read()).rejects.toMatchObject({ code: 'notFound' });
    expect(await rowsOfStory(story.id)).toEqual([]);
    const mine = await world.run(actor, readMyKnowHow, undefined);
    expect(mine.kept.map(({ label, words }) => [label, words])).toEqual([['tapahtumien järjestäminen', []]]);
    expect(mine.dropped.map(({ label, words }) => [label, words])).toEqual([['leipominen', []]]);
    const again = await world.run(actor, tellStory, { text: own, language: fi });
    expect((await world.run(actor, readSuggestions, again.id)).map(({ label }) => label)).not.toContain('leipominen');
  });

  test('needs the version that was read', async () => {
    const { actor, story } = await toldBy();
    await expect(world.run(actor, deleteStory, { storyId: story.id, version: 7 })).rejects.toMatchObject({
      code: 'changedMeanwhile',
    });
  });
});

describe('keeping all', () => {
  test('keeps everything suggested from one story', async () => {
    const { actor, story } = await toldBy();
    expect(await world.run(actor, keepAllOfStory, { storyId: story.id, version: 1 })).toEqual({
      kept: story.suggestions,
    });
    expect((await world.run(actor, readMyKnowHow, undefined)).kept).toHaveLength(story.suggestions);
    expect(world.jobs.topics()).toContain('knowHowChanged');
  });

  test('is refused when the story has changed since', async () => {
    const { actor, story } = await toldBy();
    await world.run(actor, changeStory, { storyId: story.id, version: 1, text: own, language: fi });
    const late = world.run(actor, keepAllOfStory, { storyId: story.id, version: 1 });
    await expect(late).rejects.toMatchObject({ code: 'changedMeanwhile' });
  });
});

test('another customer, another city and a random id all answer the same', async () => {
  const { story } = await toldBy();
  const strangers = [await world.aCustomer(), await world.aCustomer({ city: 'espoo' }), await world.anAdviser()];
  const acts = [
    (actor: (typeof strangers)[number]['actor'], storyId: string) => world.run(actor, readStory, storyId),
    (actor: (typeof strangers)[number]['actor'], storyId: string) =>
      world.run(actor, changeStory, { storyId, version: 1, text: 'x', language: fi }),
    (actor: (typeof strangers)[number]['actor'], storyId: string) =>
      world.run(actor, deleteStory, { storyId, version: 1 }),
    (actor: (typeof strangers)[number]['actor'], storyId: string) =>
      world.run(actor, keepAllOfStory, { storyId, version: 1 }),
  ];
  for (const { actor } of strangers)
    for (const act of acts)
      for (const id of [story.id, '01890000-0000-7000-8000-000000000000', 'x'])
        await expect(act(actor, id)).rejects.toMatchObject({ code: 'notFound' });
});

test('my stories are counted and paged, the latest changed first', async () => {
  const { actor, story } = await toldBy();
  world.clock.set('2026-03-02T08:00:00Z');
  for (let at = 0; at < 25; at += 1)
    await world.run(actor, tellStory, { text: `Hei ${at}. ${'a'.repeat(300)}`, language: fi });
  const last = await world.run(actor, readMyStories, { page: 99 });
  expect(last).toMatchObject({
    pages: 2,
    count: 26,
    stories: [{ id: story.id, suggested: story.suggestions, kept: 0, isWhole: true }],
  });
  const first = await world.run(actor, readMyStories, { page: 1 });
  expect(first.stories).toHaveLength(25);
  expect(first.stories[0]?.beginning).toHaveLength(200);
});
