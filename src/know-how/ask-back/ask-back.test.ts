import { describe, expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { decideKnowHow } from '../decide-know-how.ts';
import { deleteStory } from '../delete-story.ts';
import { knowHowMoves } from '../moves.ts';
import { addExperience } from '../profile/add-experience.ts';
import { readMyProfile } from '../profile/read-profile.ts';
import { readMyStories } from '../queries.ts';
import { readStory } from '../read-story.ts';
import { longestStory } from '../rules.ts';
import { tellStory } from '../tell-story.ts';
import { type Answers, answerQuestions, answersInput } from './answer-questions.ts';
import { begin, beginInput, passOpenings, readOpenings } from './openings.ts';
import { readQuestions } from './read-questions.ts';

const world = await testWorld();
const own = 'Hoidin äitiäni kotona. Järjestettiin porukalla kyläjuhlat.';

const toldBy = async (text = own, language: 'fi' | 'sv' | 'en' = 'fi') => {
  const customer = await world.aCustomer();
  const story = await world.run(customer.actor, tellStory, { text, language });
  const storyId = story.id;
  const questions = async () => (await world.run(customer.actor, readQuestions, storyId)).questions;
  const read = () => world.run(customer.actor, readStory, storyId);
  const answer = (version: number, answers: Answers) =>
    world.run(customer.actor, answerQuestions, { storyId, version, answers });
  return { ...customer, storyId, questions, read, answer };
};

describe('asking', () => {
  test("two to five questions, the activity in its own words and the reader's language", async () => {
    const { questions, actor, storyId } = await toldBy();
    const asked = await questions();
    expect(asked.length).toBeGreaterThanOrEqual(2);
    expect(asked.length).toBeLessThanOrEqual(5);
    const care = asked.find(({ key }) => key === 'activity-care-parent');
    expect(care?.words).toEqual(['Hoidin äitiäni']);
    expect(care?.ask).toContain('Mitä');
    const inSwedish = await world.run({ ...actor, language: 'sv' }, readQuestions, storyId);
    expect(inSwedish.questions.find(({ key }) => key === 'activity-care-parent')?.ask).toContain('Vad');
    expect(asked.find(({ key }) => key === 'howMany')).toMatchObject({ ask: null });
  });

  test('only its teller is asked', async () => {
    const { storyId } = await toldBy();
    const strangers = [await world.aCustomer(), await world.aCustomer({ city: 'espoo' }), await world.anAdviser()];
    for (const { actor } of strangers) {
      await expect(world.run(actor, readQuestions, storyId)).rejects.toMatchObject({ code: 'notFound' });
      const answers = [{ key: 'howMany', answer: 'x' }];
      const answered = world.run(actor, answerQuestions, { storyId, version: 1, answers });
      await expect(answered).rejects.toMatchObject({ code: 'notFound' });
    }
  });
});

describe('answering', () => {
  test('an answer goes to the end of the text, and what it speaks of is suggested with its words', async () => {
    const { answer, read } = await toldBy();
    const before = (await read()).found.map(({ label }) => label);
    expect(before).not.toContain('leipominen');
    const told = await answer(1, [
      { key: 'activity-village-fair', answer: 'Leivoin pullaa ja hoidin kahvion kassaa.' },
    ]);
    expect(told).toMatchObject({ version: 2 });
    const { text, found, segments } = await read();
    expect(text).toBe(`${own}\n\nLeivoin pullaa ja hoidin kahvion kassaa.`);
    const baking = found.find(({ label }) => label === 'leipominen');
    expect(baking).toMatchObject({ state: 'suggested' });
    expect(baking?.because.map(({ start, end }) => text.slice(start, end))).toEqual(baking?.words);
    expect(baking?.words.join(' ')).toContain('Leivoin');
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
    expect(told.suggestions).toBe(found.length - before.length);
  });

  test('what was found before stays: an answer only adds', async () => {
    const { answer, read } = await toldBy();
    const before = (await read()).found.map(({ label }) => label);
    await answer(1, [{ key: 'did', answer: 'Neuloin sukkia, korjasin polkupyöriä ja opetin lapsia uimaan.' }]);
    expect((await read()).found.map(({ label }) => label)).toEqual(expect.arrayContaining(before));
  });

  test("an answer confirms its activity: its skills wait, found by the activity's words or by the answer too", async () => {
    const { answer, read } = await toldBy('Mopot on mun juttu. Viritin mopoja.');
    await answer(1, [{ key: 'activity-moped-tuning', answer: 'Kaikkea sitä tuli tehtyä.' }]);
    const { text, found } = await read();
    const activity = world.services.lexicon.activity('moped-tuning', 'turku');
    const theirs = found.filter(({ uri }) => activity?.skills.includes(uri));
    expect(theirs.length).toBeGreaterThanOrEqual(Math.min(3, activity?.skills.length ?? 3));
    for (const { because } of theirs)
      expect(because.map(({ start, end }) => text.slice(start, end)).join(' ')).toMatch(/mopo/i);
  });

  test('"nothing" confirms no activity', async () => {
    const { answer, read } = await toldBy('Viritin mopoja kavereiden kanssa.');
    const before = (await read()).found.length;
    await answer(1, [{ key: 'activity-moped-tuning', answer: 'En oikeastaan mitään.' }]);
    expect((await read()).found.length).toBe(before);
  });

  test('what is kept or dropped stays as it is', async () => {
    const { actor, answer, read } = await toldBy();
    const [first] = (await read()).found;
    if (!first) throw new Error('nothing was found');
    await world.run(actor, decideKnowHow, { knowHowId: first.id, version: first.version, decision: 'drop' });
    await answer(1, [{ key: 'did', answer: own }]);
    const again = (await read()).found.find(({ id }) => id === first.id);
    expect(again).toMatchObject({ state: 'dropped', words: first.words });
  });

  test('never again what was answered or passed over; an activity not in another story either', async () => {
    const { actor, questions, answer } = await toldBy();
    const asked = (await questions()).map(({ key }) => key);
    await answer(
      1,
      asked.map((key, at) => ({ key, answer: at === 0 ? 'Kaikenlaista pientä.' : '' })),
    );
    expect((await questions()).map(({ key }) => key).filter((key) => asked.includes(key))).toEqual([]);
    const later = await world.run(actor, tellStory, { text: own, language: 'fi' });
    const next = (await world.run(actor, readQuestions, later.id)).questions.map(({ key }) => key);
    expect(next.filter((key) => key.startsWith('activity-') && asked.includes(key))).toEqual([]);
    expect(next).toContain('howMany');
  });

  test('all empty passes over without touching the text', async () => {
    const { answer, read, questions } = await toldBy();
    const asked = (await questions()).map(({ key }) => ({ key, answer: '' }));
    expect(await answer(1, asked)).toMatchObject({ version: 1, suggestions: 0 });
    expect(await read()).toMatchObject({ text: own, version: 1 });
  });

  test('who answers about an older version is told so, and nothing is written', async () => {
    const { answer, read } = await toldBy();
    await answer(1, [{ key: 'howMany', answer: 'Noin 40 ihmistä.' }]);
    const late = answer(1, [{ key: 'howLong', answer: 'Kolme vuotta.' }]);
    await expect(late).rejects.toMatchObject({ code: 'changedMeanwhile', current: { version: 2 } });
    expect((await read()).text).toBe(`${own}\n\nNoin 40 ihmistä.`);
  });

  test('of ten who answer at once one is written, and nine are told', async () => {
    const { answer, read } = await toldBy();
    const answers = [{ key: 'howMany', answer: 'Noin 40 ihmistä.' }];
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => answer(1, answers)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'changedMeanwhile' });
    expect((await read()).text).toBe(`${own}\n\nNoin 40 ihmistä.`);
  });

  test('an answer there is no room for begins a story of its own', async () => {
    const text = `${own} ${'a'.repeat(longestStory)}`.slice(0, longestStory);
    const { actor, answer, read, storyId } = await toldBy(text);
    const told = await answer(1, [{ key: 'did', answer: 'Leivoin pullaa.' }]);
    expect(told.id).not.toBe(storyId);
    expect((await read()).text).toBe(text);
    expect((await world.run(actor, readStory, told.id)).text).toBe('Leivoin pullaa.');
  });

  test("of an experience's text, the experience follows: its text, version and skills", async () => {
    const { actor } = await world.aCustomer();
    const made = await world.run(actor, addExperience, {
      ...{ kind: 'volunteering' as const, title: 'Kyläyhdistys', place: '', from: null, to: null, isOngoing: false },
      ...{ did: 'Järjestettiin kyläjuhlat.', language: 'fi' as const },
    });
    if (!made.storyId) throw new Error('no text');
    await world.run(actor, answerQuestions, {
      ...{ storyId: made.storyId, version: 1 },
      answers: [{ key: 'did', answer: 'Leivoin pullaa.' }],
    });
    const baking = (await world.run(actor, readStory, made.storyId)).found.find(({ label }) => label === 'leipominen');
    if (!baking) throw new Error('baking was not found');
    await world.run(actor, decideKnowHow, { knowHowId: baking.id, version: baking.version, decision: 'keep' });
    const { experiences } = await world.run(actor, (work) => readMyProfile(work), undefined);
    const [experience] = experiences;
    expect(experience).toMatchObject({ version: 2, did: 'Järjestettiin kyläjuhlat.\n\nLeivoin pullaa.' });
    expect(experience?.skills.map(({ skillId }) => skillId)).toContain(baking.skillId);
  });

  test.each([
    [{ key: 'x y', answer: 'a' }],
    [{ key: '', answer: 'a' }],
    [{ key: 'did', answer: 'a'.repeat(501) }],
    [{ key: 'did', answer: 'a\u0000b' }],
  ])('refuses what is no answer', (answer) => {
    expect(answersInput.safeParse({ answers: [answer] }).success).toBe(false);
  });

  test('an answer to what nobody asked is taken as it is, and not remembered', async () => {
    const { storyId, answer, read } = await toldBy();
    await answer(1, [{ key: 'activity-no-such-thing', answer: 'Leivoin pullaa.' }]);
    expect((await read()).text).toContain('Leivoin pullaa.');
    const rows = await world.database.inCity('turku', (tx) =>
      tx
        .selectFrom('askedQuestion')
        .select('id')
        .where('cityId', '=', 'turku')
        .where('storyId', '=', storyId)
        .execute(),
    );
    expect(rows).toEqual([]);
  });

  test('goes with its story', async () => {
    const { actor, storyId, answer } = await toldBy();
    await answer(1, [{ key: 'howMany', answer: '' }]);
    await world.run(actor, deleteStory, { storyId, version: 1 });
    const rows = await world.database.inCity('turku', (tx) =>
      tx
        .selectFrom('askedQuestion')
        .select('id')
        .where('cityId', '=', 'turku')
        .where('storyId', '=', storyId)
        .execute(),
    );
    expect(rows).toEqual([]);
  });
});

describe('beginning', () => {
  test('a thin profile gets questions instead of a blank page; answers make one story', async () => {
    const { actor } = await world.aCustomer();
    expect(await world.run(actor, (work) => readOpenings(work), undefined)).toEqual({
      isThin: true,
      openings: ['home', 'help', 'askedOf'],
    });
    const told = await world.run(actor, begin, {
      text: 'Olen myös opiskellut.',
      answers: [
        { key: 'home', answer: 'Laitan ruoan ja siivoan.' },
        { key: 'help', answer: '' },
        { key: 'askedOf', answer: 'Korjaan polkupyöriä.' },
      ],
      language: 'fi',
    });
    const { text, found } = await world.run(actor, readStory, told.id);
    expect(text).toBe('Laitan ruoan ja siivoan.\n\nKorjaan polkupyöriä.\n\nOlen myös opiskellut.');
    expect(found.map(({ label }) => label)).toContain('polkupyörien korjaus');
    expect((await world.run(actor, readMyStories, { page: 1 })).count).toBe(1);
  });

  test('what was left empty is asked again, what was answered or passed over is not', async () => {
    const { actor } = await world.aCustomer();
    const answers = [
      { key: 'home' as const, answer: 'Kaikenlaista pientä.' },
      { key: 'help' as const, answer: '' },
    ];
    await world.run(actor, begin, { text: '', answers, language: 'fi' });
    await world.run(actor, passOpenings, { keys: ['askedOf'] });
    const { openings } = await world.run(actor, (work) => readOpenings(work), undefined);
    expect(openings).toEqual(['help', 'learned', 'done']);
  });

  test('who has told enough is not asked', async () => {
    const { actor } = await toldBy(`${own} Leivoin pullaa. Korjasin polkupyöriä. Neuloin sukkia.`);
    expect(await world.run(actor, (work) => readOpenings(work), undefined)).toEqual({ isThin: false, openings: [] });
  });

  test('nothing told is said so', async () => {
    const { actor } = await world.aCustomer();
    const input = beginInput.parse({ answers: [{ key: 'home', answer: ' ' }], language: 'fi' });
    await expect(world.run(actor, begin, input)).rejects.toMatchObject({
      code: 'badInput',
      fields: [{ field: 'text', message: 'form.required' }],
    });
  });
});

describe('my move now', () => {
  const movesOf = async (actor: Awaited<ReturnType<typeof world.aCustomer>>['actor']) => {
    const moves = await world.run(actor, (work) => knowHowMoves.customer?.(work) ?? Promise.resolve([]), undefined);
    return moves.map(({ kind, path }) => [kind, path]);
  };

  test('what was found comes first, then what is asked about it, then nothing', async () => {
    const { actor, storyId, questions, answer, read } = await toldBy();
    expect((await movesOf(actor))[0]).toEqual(['suggestions', `/know-how/stories/${storyId}`]);
    for (const { id, version } of (await read()).found)
      await world.run(actor, decideKnowHow, { knowHowId: id, version, decision: 'drop' });
    expect((await movesOf(actor))[0]).toEqual(['answerQuestions', `/know-how/stories/${storyId}/questions`]);
    const asked = (await questions()).map(({ key }) => ({ key, answer: '' }));
    await answer(1, asked);
    expect((await movesOf(actor)).map(([kind]) => kind)).not.toContain('answerQuestions');
  });
});
