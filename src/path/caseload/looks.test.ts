import { expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { forgetLook, keepLastLook, lookInput, nameLook, readLooks } from './looks.ts';

const world = await testWorld();
const { run } = world;

test('what is named is kept for its adviser alone, by name, and the last look beside it', async () => {
  const [adviser, other] = [await world.anAdviser(), await world.anAdviser()];
  const look = lookInput.parse({
    name: 'Maanantai',
    show: ['waitsForUs', 'overdue'],
    sort: 'touched',
    columns: ['area'],
  });
  await run(adviser.actor, nameLook, look);
  await run(adviser.actor, nameLook, lookInput.parse({ name: 'Hiljaiset', show: ['untouched'] }));
  await run(adviser.actor, keepLastLook, lookInput.parse({ name: 'x', show: ['meetsToday'] }));
  await run(adviser.actor, keepLastLook, lookInput.parse({ name: 'x', show: ['newToMe'] }));
  expect(await run(adviser.actor, readLooks, undefined)).toMatchObject({
    named: [
      { name: 'Hiljaiset', query: 'show=untouched' },
      { name: 'Maanantai', query: 'show=waitsForUs&show=overdue&sort=touched&column=area' },
    ],
    last: 'show=newToMe',
  });
  expect(await run(other.actor, readLooks, undefined)).toEqual({ named: [], last: null });
});

test('the same name again replaces it; what is forgotten is gone, and another’s is not there', async () => {
  const [adviser, other] = [await world.anAdviser(), await world.anAdviser()];
  await run(adviser.actor, nameLook, lookInput.parse({ name: 'Oma', show: ['overdue'] }));
  const { id } = await run(adviser.actor, nameLook, lookInput.parse({ name: 'Oma', show: ['talkDue'] }));
  expect((await run(adviser.actor, readLooks, undefined)).named).toMatchObject([{ id, query: 'show=talkDue' }]);
  await expect(run(other.actor, forgetLook, { lookId: id })).rejects.toMatchObject({ code: 'notFound' });
  await run(adviser.actor, forgetLook, { lookId: id });
  expect((await run(adviser.actor, readLooks, undefined)).named).toEqual([]);
});
