import { expect, test } from 'vitest';
import { createSay } from '../../kernel/say.ts';
import { catalogues } from '../../messages/index.ts';
import { testWorld } from '../../testing/database.ts';
import { portableProfile } from '../profile/portable.ts';
import { takeMyProfileAlong } from '../profile/read-portable.ts';
import { takeProfile } from '../profile/take-profile.ts';
import { wholeProfile } from './fixtures.ts';
import { leaveForms, toFile } from './leave-with.ts';

const world = await testWorld();
const say = createSay(catalogues);
const now = new Date('2026-03-02T09:00:00Z');
const known = (uri: string) => world.services.vocabulary.idOf(uri) !== undefined;

test('what leaves as JSON comes back to somebody else as the same profile, hidden parts too', async () => {
  expect(wholeProfile.knowHow.every(({ uri }) => known(uri))).toBe(true);
  const [aino, other] = [await world.aCustomer({ name: 'Aino' }), await world.aCustomer({ name: 'Toinen' })];
  await world.run(aino.actor, takeProfile, { profile: wholeProfile });
  const left = await world.run(aino.actor, takeMyProfileAlong, undefined);
  const { bytes } = await toFile(left, { form: 'json', language: 'fi', say, now });
  const brought = portableProfile.parse(JSON.parse(new TextDecoder().decode(bytes)));
  await world.run(other.actor, takeProfile, { profile: brought });
  const again = await world.run(other.actor, takeMyProfileAlong, undefined);
  expect({ ...again, person: left.person }).toEqual(left);
  expect(again.knowHow.some(({ isHidden }) => isHidden)).toBe(true);
});

test('what leaves as Europass carries the whole shown profile with it', async () => {
  const { bytes } = await toFile(wholeProfile, { form: 'europass', language: 'sv', say, now });
  const { attachment } = JSON.parse(new TextDecoder().decode(bytes));
  const carried = portableProfile.parse(JSON.parse(Buffer.from(attachment.content, 'base64').toString('utf8')));
  expect(carried.experiences).toHaveLength(3);
  expect(JSON.stringify(carried)).not.toContain('siivoustyö');
});

test('every form is a file with a name and something in it, and taking it along is in the use log', async () => {
  const { actor, customerId } = await world.aCustomer();
  await world.run(actor, takeProfile, { profile: wholeProfile });
  const profile = await world.run(actor, takeMyProfileAlong, undefined);
  for (const form of leaveForms) {
    const { name, bytes } = await toFile(profile, { form, language: 'en', say, now });
    expect(name).toMatch(/^tuttu[\w-]*\.\w+$/);
    expect(bytes.length, form).toBeGreaterThan(500);
  }
  const exports = await world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('useLog')
      .select('action')
      .where('customerId', '=', customerId)
      .where('action', '=', 'export')
      .execute(),
  );
  expect(exports).toHaveLength(1);
});
