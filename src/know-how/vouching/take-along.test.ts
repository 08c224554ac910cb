import { expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { dropByLabel } from '../fixtures.ts';
import { portableProfile } from '../profile/portable.ts';
import { readPortable } from '../profile/read-portable.ts';
import { takeProfile } from '../profile/take-profile.ts';
import { answerByLink } from './answer-request.ts';
import { decideVouching } from './decide-vouching.ts';
import { baking, riitta, serving, vouchWorld } from './fixtures.ts';
import { vouchingsOf } from './vouchings-of.ts';

const world = await testWorld();
const { aKeeper, aGuest, aLink, read, seen, other, uriOf } = vouchWorld(world);
const shown = (customerId: string) => world.database.inCity('turku', (tx) => vouchingsOf(tx, 'turku', customerId));

test('an accepted vouching leaves with its skill, stays where it is, and no file gives it to anybody', async () => {
  world.clock.set('2026-03-02T07:00:00Z');
  const aino = await aKeeper();
  const { id, secret } = await aLink(aino);
  const answers = [seen(baking), other(serving, 'cannotSay')];
  await world.runAsGuest(aGuest(), answerByLink, { secret, answers, ...riitta });
  const mine = async () =>
    (await world.run(aino.actor, readPortable, aino.customerId)).knowHow.find(({ uri }) => uri === uriOf(baking));
  expect(await mine()).not.toHaveProperty('seenBy');

  const [first] = (await read(aino, id)).vouchings;
  await world.run(aino.actor, decideVouching, { vouchingId: first?.id ?? '', version: 2, decision: 'accept' });
  const said = {
    ...{ by: 'Riitta A.', role: 'kylätoimikunnan pj', relation: 'employer', how: 'Ohjasin häntä' },
    ...{ since: 'kesä 2019', until: '2021', on: '2026-03-02', isInTuttu: false },
  };
  expect((await mine())?.seenBy).toEqual([said]);

  const profile = portableProfile.parse(
    JSON.parse(JSON.stringify(await world.run(aino.actor, readPortable, aino.customerId))),
  );
  await world.run(aino.actor, takeProfile, { profile });
  expect((await mine())?.seenBy).toEqual([said]);
  const another = await aKeeper();
  await world.run(another.actor, takeProfile, { profile });
  expect(await shown(another.customerId)).toEqual([]);

  await dropByLabel(world, aino.actor, baking);
  expect(await shown(aino.customerId)).toEqual([]);
});
