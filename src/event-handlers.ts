import { businessEvents } from './business/events.ts';
import { dialogueEvents } from './dialogue/events.ts';
import { actingEvents } from './kernel/acting/events.ts';
import type { EventHandlers } from './kernel/notices.ts';
import { knowHowEvents } from './know-how/events.ts';
import { matchingEvents } from './matching/events.ts';
import { pathEvents } from './path/events.ts';
import { rightsEvents } from './rights/events.ts';

/** One list of handlers out of several: a topic that more than one domain hears of is handled by each, in order, in one transaction. */
export const mergeHandlers = (lists: readonly EventHandlers[]): EventHandlers => {
  const topics = new Set(lists.flatMap((list) => Object.keys(list)));
  return Object.fromEntries(
    [...topics].map((topic) => {
      const handlers = lists.map((list) => list[topic]).filter((handler) => handler !== undefined);
      return [
        topic,
        async (handling, data) => {
          for (const handle of handlers) await handle(handling, data);
        },
      ];
    }),
  );
};

/** Who hears of what: every domain's handlers, by topic. An event nobody handles is fine. */
export const eventHandlers: EventHandlers = mergeHandlers([
  knowHowEvents,
  matchingEvents,
  businessEvents,
  dialogueEvents,
  pathEvents,
  rightsEvents,
  actingEvents,
]);
