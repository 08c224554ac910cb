import { expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { testWorld } from '../../testing/database.ts';
import { apartSkills } from '../fixtures.ts';
import { exportSuggestions, readSuggestionLog } from './read-suggestions.ts';

const world = await testWorld();
const [events = 0] = await apartSkills(world, 1);

/** A skill suggested by the recogniser and an outside model: 0.7 x 0.4 + 0.3 x 0.8. */
const aSuggestion = async (customerId: string) =>
  world.database.inCity('turku', (tx) =>
    tx
      .insertInto('suggestionLog')
      .values({
        ...{ cityId: 'turku', id: newId(), customerId, kind: 'skill', skillId: events, challengeId: null },
        ...{ sourceId: null, inputHash: null, vocabularyVersion: 'v', vectorsVersion: null, score: 0.52 },
        ...{
          parts: JSON.stringify({ coverage: 0.28, outsideModel: 0.24 }),
          madeAt: world.clock(),
          seenBy: ['customer'],
        },
      })
      .execute(),
  );

test.each([
  [true, 0.52, { coverage: 0.28, outsideModel: 0.24 }],
  [false, 0.4, { coverage: 0.4 }],
])(
  'the log shows what an outside model said only while its customer agrees to it: %s',
  async (agrees, score, parts) => {
    const liisa = await world.aCustomer({ consents: agrees ? ['outsideModel'] : [] });
    await aSuggestion(liisa.customerId);
    const { lines } = await world.run(liisa.actor, readSuggestionLog, { page: 1 });
    for (const shown of [lines, await world.run(liisa.actor, exportSuggestions, undefined)]) {
      expect(shown[0]?.score).toBeCloseTo(score);
      const got = Object.fromEntries(shown[0]?.parts.map((part) => [part.label, Number(part.got.toFixed(4))]) ?? []);
      expect(got).toEqual(parts);
    }
  },
);
