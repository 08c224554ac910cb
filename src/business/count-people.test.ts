import { expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { testWorld } from '../testing/database.ts';
import { countPeopleFor, questionsADay } from './count-people.ts';
import { aChallenge, skillNamed } from './fixtures.ts';
import { setNeeds } from './set-needs.ts';

const world = await testWorld();
const contact = await world.aBusinessContact();
const skillId = skillNamed(world, 'hitsaus');
const need = (of: number) => [{ skillId: of, weight: 2 as const, isMust: false }];

test('a business that compares the bands of many questions is stopped for the day; the same one costs nothing', async () => {
  const challengeId = await aChallenge(world, contact);
  const count = () => world.run(contact.actor, countPeopleFor, { challengeId });
  const skills = await world.database.acrossCities((tx) => tx.selectFrom('skill').select('id').limit(60).execute());
  let version = 1;
  const ask = async (index: number) => {
    const saved = await world.run(contact.actor, setNeeds, {
      challengeId,
      version,
      needs: need(skills[index]?.id ?? 0),
    });
    version = saved.version;
    return [await count(), await count()];
  };
  for (let index = 0; index < questionsADay; index += 1) await ask(index);
  await expect(ask(questionsADay)).rejects.toMatchObject({ code: 'tooMany' });
  world.clock.set('2026-03-03T09:00:00Z');
  expect(await count()).toMatchObject({ all: null });
});

test("a business's own people are not counted among those near", async () => {
  const challengeId = await aChallenge(world, contact);
  await world.run(contact.actor, setNeeds, { challengeId, version: 1, needs: need(skillId) });
  const from = { cityId: 'turku', businessId: contact.businessId };
  const people: { personId: string }[] = [];
  const kept = { skillId, state: 'kept' as const, origin: 'added' as const, because: '[]', storyId: null, score: null };
  for (let made = 0; made < 7; made += 1) {
    const { customerId, personId } = await world.aCustomer({ consents: ['matching'] });
    people.push({ personId });
    const row = { cityId: 'turku', id: newId(), customerId, decidedAt: world.clock(), ...kept };
    await world.database.inCity('turku', (tx) => tx.insertInto('knowHow').values(row).execute());
  }
  const count = () => world.run(contact.actor, countPeopleFor, { challengeId });
  expect((await count()).all).toBe('5-9');
  const own = people.slice(2).map(({ personId }) => ({ personId, ...from, fromOn: '2026-01-01', toOn: null }));
  await world.database.inCity('turku', (tx) => tx.insertInto('businessContact').values(own).execute());
  // What was told stays for the day, whoever comes or goes, also when the need is asked for beside another.
  expect((await count()).all).toBe('5-9');
  const other = skillNamed(world, 'leipominen');
  await world.run(contact.actor, setNeeds, { challengeId, version: 2, needs: [...need(skillId), ...need(other)] });
  expect((await count()).needs.find((one) => one.skillId === skillId)?.band).toBe('5-9');
  await world.run(contact.actor, setNeeds, { challengeId, version: 3, needs: need(skillId) });
  world.clock.set('2026-03-04T09:00:00Z');
  expect((await count()).all).toBeNull();
});
