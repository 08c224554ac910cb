import { expect, test } from 'vitest';
import { setConsent } from '../../kernel/consent.ts';
import { setObjection } from '../../kernel/objection.ts';
import { tellLimits } from '../../know-how/index.ts';
import { testWorld } from '../../testing/database.ts';
import { keep } from '../fixtures.ts';
import { setMunicipality } from './set-municipality.ts';
import { showAdverts } from './show-adverts.ts';
import { type AdvertSource, SourceTrouble } from './source.ts';
import { takeAdverts } from './take-adverts.ts';

const world = await testWorld();
const { vocabulary } = world.services;
const skillOf = (word: string): number => vocabulary.search(word, 'fi', 1)[0]?.skillId ?? 0;
const uriOf = (skillId: number): string => vocabulary.skill(skillId)?.uri ?? '';
const [welding, sewing, baking, cleaning] = ['hitsaus', 'ompel', 'leipomi', 'siivous'].map(skillOf) as [
  number,
  number,
  number,
  number,
];

type Told = { id: string; skills: number[]; text?: string; until?: string; times?: string[]; languages?: string[] };
const said = (arvo: string) => [{ kieliKoodi: 'fi', arvo }];
const posting = ({ id, skills, text = '', until, times = [], languages = [] }: Told) => ({
  ilmoituksenID: id,
  tyollistaja: '01',
  ilmoittajanNimi: said('Paja Oy'),
  julkaisupvm: '2026-03-01T09:00:00Z',
  perustiedot: { tyonOtsikko: said(`Työ ${id}`), tyonKuvaus: said(text), tyoskentely: { tyoskentelyAika: times } },
  osaamisvaatimukset: {
    osaamiset: skills.map((skillId) => ({ luokittelunNimi: 'ESCO', luokiteltuArvo: uriOf(skillId) })),
    kielitaidot: languages.map((kielitaito) => ({ kielitaito })),
  },
  hakeminen: until ? { hakuaikaPaattyy: until } : {},
});

let published: Told[] = [];
let pagesAsked: { municipality: string | null; page: number; size: number }[] = [];
const source: AdvertSource = {
  isDemo: false,
  linkOf: (outsideId, language) => `https://jobs.example/${outsideId}/${language}`,
  async page(asked) {
    pagesAsked.push(asked);
    const { municipality, page, size } = asked;
    if (municipality === null) return { ilmoitukset: [] };
    return { ilmoitukset: published.slice(page * size, (page + 1) * size).map(posting) };
  },
};
world.services.adverts = source;
const take = (from: AdvertSource = source, cityId = 'turku') =>
  takeAdverts({ database: world.database, clock: world.clock, vocabulary, source: from }, cityId);
const stored = async () =>
  (
    await world.database.inCity('turku', (tx) =>
      tx.selectFrom('jobAdvert').select(['outsideId', 'id', 'seenAt']).orderBy('outsideId').execute(),
    )
  ).map(({ outsideId }) => outsideId);
const feed = () =>
  world.database.inCity('turku', (tx) => tx.selectFrom('advertFeed').selectAll().executeTakeFirstOrThrow());

await world.database.inCity('turku', (tx) => setMunicipality(tx, 'turku', '853'));

const aWelder = async (more: Parameters<typeof world.aCustomer>[0] = {}) => {
  const customer = await world.aCustomer({ consents: ['matching'], ...more });
  await keep(world, customer, { [welding]: ['hitsasin'], [sewing]: [] });
  return customer;
};
const shown = async (customer: Awaited<ReturnType<typeof aWelder>>) =>
  (await world.run(customer.actor, (work) => showAdverts(work), undefined)).adverts;

test('a city without a municipality is asked nothing', async () => {
  expect(await take(source, 'espoo')).toBeNull();
  expect(pagesAsked).toEqual([]);
});

test('reads page by page to the end, and nothing of any person is told', async () => {
  published = Array.from({ length: 1203 }, (_, at) => ({ id: `many-${at}`, skills: [baking] }));
  pagesAsked = [];
  expect(await take()).toEqual({ count: 1203, skipped: 0 });
  const size = 500;
  expect(pagesAsked).toEqual([
    ...[0, 1, 2].map((page) => ({ municipality: '853', page, size })),
    { municipality: null, page: 0, size },
  ]);
  expect(await stored()).toHaveLength(1203);
  expect(await feed()).toMatchObject({ advertCount: 1203, trouble: '', readAt: world.clock() });
});

test('what is no longer published goes; what stays keeps its id, and is read anew only when it changed', async () => {
  published = [
    { id: 'a', skills: [welding, sewing, baking] },
    { id: 'b', skills: [welding, sewing, cleaning] },
  ];
  await take();
  expect(await stored()).toEqual(['a', 'b']);
  const idOf = async (outsideId: string) =>
    await world.database.inCity('turku', (tx) =>
      tx
        .selectFrom('jobAdvert')
        .select(['id', 'contentHash'])
        .where('outsideId', '=', outsideId)
        .executeTakeFirstOrThrow(),
    );
  const before = await idOf('a');
  world.clock.set('2026-03-02T13:00:00Z');
  published = [{ id: 'a', skills: [welding, sewing, baking] }];
  await take();
  expect(await stored()).toEqual(['a']);
  expect(await idOf('a')).toEqual(before);
  published = [{ id: 'a', skills: [welding, cleaning, baking] }];
  await take();
  const after = await idOf('a');
  expect(after.id).toBe(before.id);
  expect(after.contentHash).not.toBe(before.contentHash);
});

test('a source that fails halfway takes nothing away, and says what went wrong', async () => {
  published = [{ id: 'kept', skills: [welding, sewing, baking] }];
  await take();
  world.clock.set('2026-03-02T14:00:00Z');
  const failing: AdvertSource = {
    ...source,
    page: async () => {
      throw new SourceTrouble('The open jobs’ interface answered 503.', { mayPass: true });
    },
  };
  expect(await take(failing)).toEqual({ trouble: 'The open jobs’ interface answered 503.', mayPass: true });
  expect(await stored()).toEqual(['kept']);
  expect(await feed()).toMatchObject({ trouble: 'The open jobs’ interface answered 503.', troubleAt: world.clock() });
  const strange: AdvertSource = { ...source, page: async () => ({ other: 'thing' }) };
  expect(await take(strange)).toMatchObject({ mayPass: false });
  expect(await stored()).toEqual(['kept']);
  await take();
  expect((await feed()).trouble).toBe('');
});

test('an advert is shown with the same reasons: by which of my skills, the parts add up; its origin is told', async () => {
  const welder = await aWelder();
  published = [
    { id: 'good', skills: [welding, sewing], text: 'Työssä siivotaan konepajaa.' },
    { id: 'other', skills: [baking, cleaning, 1] },
  ];
  await take();
  const [advert, ...others] = await shown(welder);
  expect(others).toEqual([]);
  expect(advert).toMatchObject({ title: 'Työ good', employer: 'Paja Oy', link: 'https://jobs.example/good/fi' });
  expect(advert?.parts.reduce((sum, { got }) => sum + got, 0)).toBe(advert?.points);
  expect(advert?.parts.reduce((sum, { outOf }) => sum + outOf, 0)).toBe(100);
  expect(advert?.parts.find(({ skillId }) => skillId === welding)).toMatchObject({
    state: 'met',
    isNamed: true,
    through: { words: ['hitsasin'] },
  });
  const found = advert?.parts.filter(({ isNamed }) => !isNamed) ?? [];
  expect(found.length).toBeGreaterThan(0);
  for (const { foundIn } of found) expect(foundIn.join(' ')).not.toBe('');
});

test('limits only filter, and nobody who has not told is left out', async () => {
  published = [
    { id: 'evening', skills: [welding, sewing, baking], times: ['02'] },
    { id: 'swedish', skills: [welding, sewing, baking], languages: ['sv'] },
  ];
  await take();
  const welder = await aWelder();
  const titles = async () => (await shown(welder)).map(({ title }) => title).sort();
  expect(await titles()).toEqual(['Työ evening', 'Työ swedish']);
  expect((await shown(welder)).find(({ title }) => title === 'Työ evening')?.limits).toMatchObject([
    { kind: 'hours', isTold: false, fits: true },
  ]);
  await world.run(welder.actor, tellLimits, { hours: 'days', languages: ['fi'], area: '', version: 1 });
  expect(await titles()).toEqual([]);
});

test('over, unseen for a week, of too few needs, of another city or without the consent: not shown', async () => {
  const skills = [welding, sewing, baking];
  published = [
    { id: 'open', skills, until: '2026-03-20T12:00:00Z' },
    { id: 'over', skills, until: '2026-03-01T12:00:00Z' },
    { id: 'thin', skills: [welding] },
  ];
  await take();
  const welder = await aWelder();
  expect((await shown(welder)).map(({ title }) => title)).toEqual(['Työ open']);
  expect(await shown(await aWelder({ city: 'espoo' }))).toEqual([]);
  const why = async () => {
    const { isConsented, objectsSince } = await world.run(welder.actor, (work) => showAdverts(work), undefined);
    return { isConsented, isObjected: objectsSince !== null };
  };
  await world.run(welder.actor, setObjection, { what: 'matching', isMade: true, word: '' });
  expect(await shown(welder)).toEqual([]);
  expect(await why()).toEqual({ isConsented: false, isObjected: true });
  await world.run(welder.actor, setObjection, { what: 'matching', isMade: false, word: '' });
  await world.run(welder.actor, setConsent, { what: 'matching', isGiven: false, untilOn: null });
  expect(await why()).toEqual({ isConsented: false, isObjected: false });
  expect(await shown(welder)).toEqual([]);
  await world.run(welder.actor, setConsent, { what: 'matching', isGiven: true, untilOn: null });
  expect(await shown(welder)).toHaveLength(1);
  world.clock.set('2026-03-10T14:00:01Z');
  expect(await shown(welder)).toEqual([]);
});

test('hidden know-how brings no advert', async () => {
  published = [{ id: 'open', skills: [welding, sewing, baking] }];
  await take();
  const welder = await aWelder();
  expect(await shown(welder)).toHaveLength(1);
  await world.database.inCity('turku', (tx) =>
    tx.updateTable('knowHow').set({ hiddenAt: world.clock() }).where('customerId', '=', welder.customerId).execute(),
  );
  expect(await shown(welder)).toEqual([]);
});

test('another municipality begins anew; none takes all away', async () => {
  const set = (municipality: string | null) =>
    world.database.inCity('turku', (tx) => setMunicipality(tx, 'turku', municipality));
  await set('853');
  expect(await stored()).toEqual(['open']);
  await set('091');
  expect(await stored()).toEqual([]);
  expect(await feed()).toMatchObject({ municipality: '091', readAt: null });
  await set(null);
  expect(await take()).toBeNull();
});
