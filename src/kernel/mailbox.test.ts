import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { newId } from './ids.ts';
import { readMail, readMailbox, readMailboxPeople } from './mailbox.ts';

const world = await testWorld();
const aino = await world.aCustomer({ name: 'Aino' });
const eero = await world.aCustomer({ name: 'Eero' });

const write = (personId: string, subject: string, minute: number) =>
  world.database.inCity('turku', (tx) =>
    tx
      .insertInto('mail')
      .values({
        cityId: 'turku',
        id: newId(),
        eventId: newId(),
        ...{ personId, toName: null, secretSealed: null },
        toAddress: 'x@example.invalid',
        language: 'fi',
        subject,
        body: 'Hei',
        createdAt: new Date(Date.UTC(2026, 2, 2, 8, minute)),
        sentAt: null,
      })
      .execute(),
  );

await write(aino.personId, 'first', 1);
await write(eero.personId, 'second', 2);
await write(aino.personId, 'third', 3);

const read = (personId: string | null, offset = 0) =>
  world.database.inCity('turku', (tx) => readMailbox(tx, { cityId: 'turku', personId, limit: 2, offset }));

test("shows the newest first, page by page, everybody's or one person's", async () => {
  expect((await read(null)).mails.map(({ subject }) => subject)).toEqual(['third', 'second']);
  expect(await read(null, 2)).toMatchObject({ total: 3, mails: [{ subject: 'first', name: 'Aino' }] });
  expect(await read(aino.personId)).toMatchObject({ total: 2, mails: [{ subject: 'third' }, { subject: 'first' }] });
  const people = await world.database.inCity('turku', (tx) => readMailboxPeople(tx, 'turku'));
  expect(people.map(({ name }) => name)).toEqual(['Aino', 'Eero']);
});

test('opens one message of its own city; an id that is none opens nothing', async () => {
  const [mail] = (await read(null)).mails;
  const open = (city: string, id: string) =>
    world.database.inCity(city, (tx) => readMail(tx, world.services.secrets, { cityId: city, id }));
  expect(await open('turku', mail?.id ?? '')).toMatchObject({ body: 'Hei' });
  expect(await open('espoo', mail?.id ?? '')).toBeUndefined();
  expect(await open('turku', 'x')).toBeUndefined();
});
